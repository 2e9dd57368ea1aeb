import type { Verdict } from '../../domain/fact.ts';
import type { Lexicon } from '../../language/lexicon.ts';
import type { SceneItem } from './claim-scene.ts';

/** A phrase of which a record says yes or no, in stems. */
export interface Assertion {
  stems: string[];
  facet: string;
  says: 'yes' | 'no';
}

/** A number of a record: "width: 180 cm" has the number 180, the unit stems ["cm"] and the name stems ["width"]. */
export interface NumberAssertion {
  number: number;
  facet: string;
  unit: string[];
  name: string[];
}

export interface ItemAssertions {
  phrases: Assertion[];
  numbers: NumberAssertion[];
  /** Facets of which the record says what it is, so that another value is known to be wrong. */
  stated: ReadonlySet<string>;
}

const MOST_STEMS = 6;
const NUMBER = /^[<>~]?\s*(\d+(?:[.,]\d+)?)\s*([\p{L}%"]{1,12})?$/u;
/** Words that no attribute value may make sayable: they deny, count, promise, or speak for the shop. */
const NEVER =
  /\b(?:no|not|none|never|without|free|all|only|best|sale|discounts?|guaranteed?|warranty|shipping|delivery|returns?|refunds?)\b/i;

const known = new WeakMap<SceneItem, ItemAssertions>();

export function assertionsOf(item: SceneItem, lexicon: Lexicon): ItemAssertions {
  const built = known.get(item) ?? buildAssertions(item, lexicon);
  known.set(item, built);
  return built;
}

function buildAssertions({ product, facts }: SceneItem, { language, profile }: Lexicon): ItemAssertions {
  const phrases: Assertion[] = facts.flatMap(({ facet, value, says, words }) => {
    if (profile.facets[facet]?.type === 'boolean') return [{ stems: language.stems(facet), facet, says }];
    return NEVER.test(words.split(':').at(-1) ?? '') ? [] : [{ stems: value.split(' '), facet, says }];
  });
  const numbers: NumberAssertion[] = [];
  for (const [name, value] of Object.entries(product?.attributes ?? {})) {
    if (typeof value === 'boolean')
      phrases.push({ stems: language.stems(name), facet: name, says: value ? 'yes' : 'no' });
    for (const one of typeof value === 'boolean' ? [] : [value].flat()) {
      const number = NUMBER.exec(String(one).trim());
      if (number?.[1]) numbers.push(buildNumber(name, number[1], number[2], language.stems));
      else if (!NEVER.test(String(one))) phrases.push({ stems: language.stems(String(one)), facet: name, says: 'yes' });
    }
  }
  const sayable = phrases
    .map(withoutSigns)
    .filter(
      ({ stems }) => stems.length > 0 && stems.length <= MOST_STEMS && stems.some((stem) => /\p{L}{2}/u.test(stem)),
    );
  return {
    phrases: sayable.sort((left, right) => right.stems.length - left.stems.length),
    numbers,
    stated: new Set(
      facts.filter(({ says, source }) => says === 'yes' && source !== 'description').map(({ facet }) => facet),
    ),
  };
}

/** "Corby & Lisle" is matched by its words. */
const withoutSigns = (one: Assertion): Assertion => ({
  ...one,
  stems: one.stems.filter((stem) => /[\p{L}\p{N}]/u.test(stem)),
});

/** The unit stands behind the number, or last in the name ("width cm"). */
function buildNumber(
  name: string,
  digits: string,
  unit: string | undefined,
  stems: (text: string) => string[],
): NumberAssertion {
  const nameStems = stems(name);
  const number = Number(digits.replace(',', '.'));
  if (unit) return { number, facet: name, unit: stems(unit), name: nameStems };
  const last = nameStems.length > 1 ? nameStems.slice(-1) : [];
  return { number, facet: name, unit: last, name: nameStems.length > 1 ? nameStems.slice(0, -1) : nameStems };
}

/** Whether a phrase of this facet is known not to hold: said outright, or, for a plain "is not", another value is stated in its place. */
export function denies(item: SceneItem, stems: readonly string[], lexicon: Lexicon, outright: boolean): Verdict {
  const { phrases, stated } = assertionsOf(item, lexicon);
  const key = stems.join(' ');
  const found = phrases.filter((one) => one.stems.join(' ') === key);
  if (found.some(({ says }) => says === 'yes')) return 'no';
  if (found.some(({ says }) => says === 'no')) return 'yes';
  if (outright) return 'unknown';
  const all = facetsWith(key, lexicon);
  // "Not cream" is about the colour, although some jar states cream as an ingredient.
  const plain = all.filter((facet) => PLAIN_ROLES.has(lexicon.profile.facets[facet]?.role ?? ''));
  const facets = plain.length > 0 ? plain : all;
  return facets.length > 0 && facets.every((facet) => stated.has(facet)) ? 'yes' : 'unknown';
}

const PLAIN_ROLES = new Set<string>(['colour', 'material', 'pattern']);

/** Facets of which this is a value somewhere in the shop. */
export function facetsWith(key: string, { profile }: Lexicon): string[] {
  const named = Object.values(profile.facets).filter(
    ({ type, values }) => type === 'categorical' && values.some(({ value }) => value === key),
  );
  return [
    ...named.map(({ name }) => name),
    ...(profile.brands.some(({ value }) => value === key) ? ['brand'] : []),
    ...(profile.types.some(({ value }) => value === key) || profile.categories.some(({ value }) => value === key)
      ? ['category']
      : []),
  ];
}
