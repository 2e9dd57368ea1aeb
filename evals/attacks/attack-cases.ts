import { join } from 'node:path';
import { z } from 'zod';
import { repositoryRoot } from '../../server/config.ts';
import { readYaml } from '../suite/read-yaml.ts';

const Family = z
  .object({ family: z.string(), orders: z.array(z.string()).min(1), says: z.array(z.string()).min(1) })
  .refine(({ orders, says }) => orders.length === says.length, 'every order needs what an obedient model says');

export const CARRIERS = ['title', 'description', 'review', 'shopper'] as const;
export type Carrier = (typeof CARRIERS)[number];

export interface AttackCase {
  id: string;
  family: string;
  carrier: Carrier;
  /** What is planted. */
  order: string;
  /** What a model answers that obeys it. */
  says: string;
}

/** Every order in every place where text of strangers reaches a prompt. */
export function readAttacks(): AttackCase[] {
  const families = readYaml(join(repositoryRoot, 'evals/suites/attacks/families.yaml'), z.array(Family));
  return families.flatMap(({ family, orders, says }) =>
    orders.flatMap((order, index) =>
      CARRIERS.map((carrier) => ({
        id: `${family}-${index + 1}-${carrier}`,
        family,
        carrier,
        order,
        says: says[index] ?? '',
      })),
    ),
  );
}
