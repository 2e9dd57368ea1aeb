import type { Suggestion } from '../contract/part.ts';
import type { CatalogProfile } from '../domain/catalog-profile.ts';
import type { Wishes } from '../domain/dialogue-state.ts';
import { en } from './strings/en.ts';
import type { ReplyStrings } from './strings/reply-strings.ts';

const MOST = 4;

/** What a shopper is likely to want next, said so that a tap sends words the parser understands. */
export function suggestNext(
  row: { wishes: Wishes; total: number; shown: number; profile: CatalogProfile },
  { suggestions: say }: ReplyStrings = en,
): Suggestion[] {
  const { wishes, total, shown } = row;
  const has = (facet: string): boolean => wishes.constraints.some((one) => one.facet === facet);
  const suggestions: Suggestion[] = [];
  if (shown > 0 && wishes.order?.facet !== 'price') suggestions.push(say.cheaper);
  if (shown > 0 && !has('rating') && row.profile.facets !== undefined) suggestions.push(say.bestRated);
  if (total > shown) suggestions.push(say.more);
  if (has('price')) suggestions.push(say.forgetBudget);
  return suggestions.slice(0, MOST);
}
