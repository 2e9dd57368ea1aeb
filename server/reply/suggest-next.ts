import type { Suggestion } from '../contract/part.ts';
import type { CatalogProfile } from '../domain/catalog-profile.ts';
import type { Wishes } from '../domain/dialogue-state.ts';

const MOST = 4;

/** What a shopper is likely to want next, said so that a tap sends words the parser understands. */
export function suggestNext(row: {
  wishes: Wishes;
  total: number;
  shown: number;
  profile: CatalogProfile;
}): Suggestion[] {
  const { wishes, total, shown } = row;
  const has = (facet: string): boolean => wishes.constraints.some((one) => one.facet === facet);
  const suggestions: Suggestion[] = [];
  if (shown > 0 && wishes.order?.facet !== 'price') suggestions.push({ label: 'Cheaper', text: 'cheaper' });
  if (shown > 0 && !has('rating') && row.profile.facets !== undefined)
    suggestions.push({ label: 'Best rated first', text: 'best rated' });
  if (total > shown) suggestions.push({ label: 'Show more', text: 'show me more' });
  if (has('price')) suggestions.push({ label: 'Forget the budget', text: 'forget the budget' });
  return suggestions.slice(0, MOST);
}
