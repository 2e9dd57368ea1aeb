import type { Token } from '../../language/tokenise.ts';
import type { ClaimScene, SceneItem } from './claim-scene.ts';
import { assertionsOf, denies, facetsWith, type NumberAssertion } from './item-assertions.ts';
import { MEASURE_NOUNS, PLAIN_WORDS } from './plain-words.ts';

/** How a stretch of words is meant: said, denied ("not red"), ruled out ("without leather"), or said not to be known. */
export type Polarity = 'yes' | 'not' | 'without' | 'silent';

export interface AttributeClaim {
  tokens: Token[];
  polarity: Polarity;
}

/** Words of the claim that are not plain. */
export const contentOf = (tokens: readonly Token[]): Token[] =>
  tokens.filter(({ kind, norm }) => kind === 'number' || (kind === 'word' && !PLAIN_WORDS.has(norm)));

/** The first word that the record of this item does not bear out, or nothing when it bears out all. Pure. */
export function findUnproven(
  { tokens, polarity }: AttributeClaim,
  item: SceneItem,
  scene: ClaimScene,
): string | undefined {
  const words = tokens.filter(({ kind }) => kind !== 'symbol');
  const covered = new Set<Token>();
  const facets = new Set<string>();
  for (let index = 0; index < words.length; index += 1) {
    const token = words[index] as Token;
    if (covered.has(token)) continue;
    const proof = token.kind === 'number' ? undefined : proveAt(words, index, polarity, item, scene);
    if (!proof) continue;
    for (const one of words.slice(index, index + proof.length)) covered.add(one);
    facets.add(proof.facet);
  }
  if (polarity === 'yes') for (const one of proveNumbers(words, item, scene)) covered.add(one);
  for (const one of namesOf(words, facets, scene)) covered.add(one);
  const open = contentOf(words).find((token) => !covered.has(token));
  return open?.text;
}

interface Proof {
  length: number;
  facet: string;
}

/** The longest phrase from here of which the record says what is claimed; a longer one that it denies stops the search. */
function proveAt(
  words: readonly Token[],
  index: number,
  polarity: Polarity,
  item: SceneItem,
  scene: ClaimScene,
): Proof | undefined {
  const { lexicon } = scene;
  if (polarity === 'yes') {
    const { phrases } = assertionsOf(item, lexicon);
    const found = phrases.filter(({ stems }) => stems.every((stem, offset) => words[index + offset]?.stem === stem));
    const longest = found.filter(({ stems }) => stems.length === found[0]?.stems.length);
    const [first] = longest;
    if (!first || longest.some(({ says }) => says === 'no')) return undefined;
    return { length: first.stems.length, facet: first.facet };
  }
  for (let length = Math.min(4, words.length - index); length > 0; length -= 1) {
    const stems = words.slice(index, index + length).map(({ stem }) => stem);
    if (
      polarity === 'silent'
        ? isSilent(item, stems, scene)
        : denies(item, stems, lexicon, polarity === 'without') === 'yes'
    )
      return { length, facet: stems.join(' ') };
  }
  return undefined;
}

/** A known quality of which the record says nothing at all, in no field and under none of its other names. */
function isSilent(item: SceneItem, stems: string[], { lexicon }: ClaimScene): boolean {
  const { language, profile } = lexicon;
  const key = stems.join(' ');
  const facets = facetsWith(key, lexicon);
  const isFacet = Object.keys(profile.facets).some((name) => language.key(name) === key);
  if (!isFacet && facets.length === 0 && !language.wordings.has(key)) return false;
  const { phrases, stated } = assertionsOf(item, lexicon);
  if (phrases.some((one) => one.stems.join(' ') === key) || facets.some((facet) => stated.has(facet))) return false;
  const { title = '', description = '', attributes = {} } = item.product ?? {};
  const fields = Object.entries(attributes).map(([name, value]) => `${name} . ${String(value)}`);
  const record = ` ${language.stems([title, description, ...fields].join(' . ')).join(' ')} `;
  return (language.wordings.get(key) ?? [key]).every((wording) => !record.includes(` ${wording} `));
}

/** Numbers with the unit or the name under which the record has them; a measure that is named must be the one that is meant. */
function proveNumbers(words: readonly Token[], item: SceneItem, { lexicon }: ClaimScene): Token[] {
  const { numbers } = assertionsOf(item, lexicon);
  const named = words.flatMap((token) => MEASURE_NOUNS[token.norm] ?? []);
  const numberWords = words.filter(({ kind }) => kind === 'number');
  // "60 cm by 120 cm" says which is which only by the names; with several numbers each would need its own.
  if (numberWords.length !== 1) return [];
  const [token] = numberWords as [Token];
  const after = words.slice(words.indexOf(token) + 1);
  const stems = new Set(words.map(({ stem }) => stem));
  const fits = numbers.filter((one) => one.number === token.number && isNamed(one, named, stems, after));
  if (fits.length === 0) return [];
  return [token, ...words.filter((word) => fits.some((one) => belongs(word, one)))];
}

function isNamed(
  { unit, name }: NumberAssertion,
  named: string[],
  stems: Set<string>,
  after: readonly Token[],
): boolean {
  if (named.some((noun) => !name.includes(noun))) return false;
  const hasUnit = unit.length > 0 && unit.every((stem, offset) => after[offset]?.stem === stem);
  // A unit other than the record's own would change the number.
  if (unit.length > 0) return hasUnit;
  return name.some((stem) => stems.has(stem));
}

const belongs = ({ norm, stem }: Token, { unit, name }: NumberAssertion): boolean =>
  unit.includes(stem) || name.includes(stem) || name.includes(MEASURE_NOUNS[norm] ?? '');

/** "Colour navy", "the material is linen": the name of a facet is borne out by its value. */
function namesOf(words: readonly Token[], facets: ReadonlySet<string>, { lexicon }: ClaimScene): Token[] {
  const names = [...facets].map((facet) => lexicon.language.stems(facet));
  return words.filter((_, index) =>
    names.some((stems) =>
      stems.some((__, place) => stems.every((stem, offset) => words[index - place + offset]?.stem === stem)),
    ),
  );
}
