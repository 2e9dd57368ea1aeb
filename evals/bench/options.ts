import { parseArgs } from 'node:util';
import { z } from 'zod';
import { AppError } from '../../server/errors.ts';

export const HELP = `npm run bench -- [options]

  --catalog FILE    catalog to serve; the sample shop when left out
  --shoppers LIST   how many at once, one row each [1,4,16,64]
  --turns N         turns in a row of the table, shared by its shoppers [400]
  --cold            forget the bench index first, so that indexing is measured again
  --json FILE       all figures as JSON
  --help            this`;

const Options = z.object({
  catalog: z.string().optional(),
  shoppers: z
    .string()
    .default('1,4,16,64')
    .transform((list) => list.split(',').map(Number))
    .refine((list) => list.every((count) => Number.isInteger(count) && count > 0), {
      message: 'a list of whole numbers, as 1,4,16',
    }),
  turns: z.coerce.number().int().min(1).default(400),
  cold: z.boolean().default(false),
  json: z.string().optional(),
  help: z.boolean().default(false),
});
export type BenchOptions = z.infer<typeof Options>;

/** Throws `AppError` `options_invalid`. */
export function parseBenchOptions(argv: string[]): BenchOptions {
  try {
    const { values } = parseArgs({
      args: argv,
      options: {
        catalog: { type: 'string' },
        shoppers: { type: 'string' },
        turns: { type: 'string' },
        cold: { type: 'boolean' },
        json: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const parsed = Options.safeParse(values);
    if (parsed.success) return parsed.data;
    const issue = parsed.error.issues[0];
    throw new Error(`--${issue?.path.join('.')}: ${issue?.message}`);
  } catch (cause) {
    const [line] = String(cause instanceof Error ? cause.message : cause).split('. ');
    throw new AppError('options_invalid', `${line}. See npm run bench -- --help`, { cause });
  }
}
