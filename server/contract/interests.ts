import { z } from 'zod';

/** What the assistant thinks this shopper likes (weight above zero) or dislikes (below), in plain words with the reason. */
export const InterestView = z.object({
  likes: z.array(
    z.object({
      facet: z.string(),
      value: z.string(),
      weight: z.number(),
      pinned: z.boolean(),
      because: z.string(),
    }),
  ),
  priceBand: z.object({ low: z.number(), high: z.number(), currency: z.string() }).optional(),
});
export type InterestView = z.infer<typeof InterestView>;

const FacetValue = z.object({ facet: z.string().max(200), value: z.string().max(200) }).strict();
export const InterestsEdit = z.union([
  z.object({ forget: z.literal('all') }).strict(),
  z.object({ forget: FacetValue }).strict(),
  z.object({ pin: FacetValue }).strict(),
]);
export type InterestsEdit = z.infer<typeof InterestsEdit>;
