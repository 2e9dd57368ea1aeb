import { z } from 'zod';
import { Card, ProductCard } from '../../server/contract/index.ts';
import { emptyMarks, type Marks } from './marks.ts';

const StoredMarks: z.ZodType<Marks> = z.object({
  opinions: z.record(z.string(), z.enum(['like', 'dislike'])),
  cart: z.array(z.object({ card: ProductCard, quantity: z.number().int().min(1) })),
  saved: z.array(Card),
  picks: z.array(ProductCard),
});

/** What lies in the storage may be of an older version or edited by hand: then there are no marks. */
export const parseMarks = (stored: unknown): Marks => StoredMarks.safeParse(stored).data ?? emptyMarks();
