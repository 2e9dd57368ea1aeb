import type { CatalogItem } from '../domain/catalog-item.ts';
import type { Token } from '../language/tokenise.ts';
import { measureKey } from '../language/units.ts';
import type { FactContext } from './derive-facts.ts';

const LONGEST_ATTRIBUTE = 200;
const LONGEST_CODE = 16;

/** How much a word counts by the field it stands in (BM25F field weights; swept on the judged set, docs/decisions). */
export const FIELD_WEIGHTS = { title: 3, brand: 2, category: 2, attributes: 1, description: 1 } as const;
export type Field = keyof typeof FIELD_WEIGHTS;

/** The texts of an item by field. True features count by their name, false ones are denied. */
export function fieldsOf(item: CatalogItem): { field: Field; text: string; says: boolean }[] {
  if (item.kind !== 'product')
    return [
      { field: 'title', text: item.title, says: true },
      { field: 'description', text: item.transcript ?? '', says: true },
    ];
  const attributes = Object.entries(item.attributes).flatMap(([name, value]) => {
    if (typeof value === 'boolean') return [{ field: 'attributes' as const, text: name, says: value }];
    if (typeof value === 'number') return [];
    const text = Array.isArray(value) ? value.join(', ') : value;
    return text.length > LONGEST_ATTRIBUTE ? [] : [{ field: 'attributes' as const, text, says: true }];
  });
  const options = item.variants.map((variant) => Object.values(variant.options).join(', '));
  return [
    { field: 'title', text: item.title, says: true },
    { field: 'brand', text: item.brand ?? '', says: true },
    { field: 'brand', text: item.model ?? '', says: true },
    { field: 'category', text: item.category.join(', '), says: true },
    { field: 'description', text: item.description ?? '', says: true },
    ...attributes,
    ...[...new Set(options)].map((text) => ({ field: 'attributes' as const, text, says: true })),
  ];
}

export interface ItemStems {
  title: string[];
  /** What a record denies in words is a feature as well: "no added sugar" is `text=sugar free`. */
  /** `text=` and `measure=` terms that the item says of itself, and those that it denies. */
  stated: string[];
  denied: string[];
}

export function collectStems(item: CatalogItem, context: FactContext): ItemStems {
  const stems: ItemStems = { title: [], stated: [], denied: [] };
  for (const { field, text, says } of fieldsOf(item)) {
    const tokens = context.language.tokenise(text);
    const denied = says ? context.denials.mark(tokens) : tokens.map(() => true);
    for (const { start, value } of context.language.phrases.matchAll(tokens))
      (denied[start] ? stems.denied : stems.stated).push(`text=${value}`);
    for (const [index, token] of tokens.entries()) {
      const terms = termsAt(tokens, index, context);
      if (denied[index]) {
        stems.denied.push(...terms);
        if (says) stems.stated.push(...terms.map((term) => `${term} free`));
      } else stems.stated.push(...terms);
      if (field === 'title' && token.kind !== 'symbol') stems.title.push(token.stem);
    }
  }
  return stems;
}

/** "5W-30" is written "5w30" as well: pieces that are joined and have a digit among them are one code. */
function codeTerms(tokens: readonly Token[], index: number): string[] {
  if (tokens[index + 1]?.joined) return [];
  let start = index;
  while (start > 0 && tokens[start]?.joined) start -= 1;
  const pieces = tokens.slice(start, index + 1).filter(({ kind }) => kind !== 'symbol');
  const code = pieces.map(({ norm }) => norm).join('');
  return pieces.length > 1 && /\d/.test(code) && code.length <= LONGEST_CODE ? [`text=${code}`] : [];
}

function termsAt(tokens: readonly Token[], index: number, { language }: FactContext): string[] {
  const token = tokens[index];
  if (!token || token.kind === 'symbol') return [];
  if (token.kind === 'number') {
    const measure = language.units.measureAt(tokens, index);
    const words = [`text=${token.stem}`, ...codeTerms(tokens, index)];
    return measure ? [...words, `measure=${measureKey(measure.value, measure.unit)}`] : words;
  }
  if (language.isFiller(token.stem) && token.stem.length < 4) return [];
  const previous = tokens[index - 1];
  const compound = token.joined && previous?.kind === 'word' ? [`text=${previous.stem}${token.stem}`] : [];
  return [`text=${token.stem}`, ...compound, ...codeTerms(tokens, index)];
}
