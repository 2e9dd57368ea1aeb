import type { Constraint } from '../contract/constraint.ts';
import type { TermsCriterion } from '../domain/criterion.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { textTerms } from './text-terms.ts';
import { wordForms } from './word-forms.ts';

/** From so many products that titles and attributes call by the whole compound, what only speaks of it is something else. */
const ENOUGH = 2;
/** Below so many products of a type, what lies in the same aisle and speaks of it counts as well. */
const FEW = 4;

/**
 * What makes an item the asked thing. Mostly one criterion; several where a compound is described in parts ("standing desk" is a
 * desk, and standing), and where few are called by the name (the same aisle, and the name in the text).
 */
export function compileType(constraint: Constraint, lexicon: Lexicon): TermsCriterion[] {
  const types = [constraint.value].flat().map((type) => lexicon.language.key(String(type)));
  const negated = constraint.relation === 'is-not';
  const base = { kind: 'terms' as const, constraintId: constraint.id, facet: 'category', negated, closed: true };
  const [type, ...others] = types;
  if (type === undefined || others.length > 0 || negated)
    return [{ ...base, any: [...new Set(types.flatMap((one) => nameTerms(one, lexicon)))] }];
  const compound = splitCompound(type, lexicon);
  const count = countNamed(type, lexicon);
  if (compound && count < ENOUGH) return describeCompound(compound, base, lexicon);
  const names = nameTerms(type, lexicon);
  const aisle = aisleOf(type, lexicon);
  if (count === 0 || count >= FEW || aisle === undefined) return [{ ...base, any: names }];
  // Called by the name, or in the aisle with the name in the title ("sourdough loaf").
  return [
    { ...base, any: [...names, `type=${aisle}`] },
    { ...base, any: [...names, ...aboutOf(type, lexicon)], closed: false },
  ];
}

interface Compound {
  whole: string;
  head: string;
  words: string[];
}

/** A type of several words whose last one is a type here too. */
function splitCompound(whole: string, lexicon: Lexicon): Compound | undefined {
  const stems = whole.split(' ');
  const head = stems.at(-1) ?? '';
  const isHere = lexicon.language.types.expand(head).some((name) => lexicon.typeCounts.has(name));
  return stems.length > 1 && isHere ? { whole, head, words: stems.slice(0, -1) } : undefined;
}

function describeCompound(
  { whole, head, words }: Compound,
  base: Omit<TermsCriterion, 'any'>,
  lexicon: Lexicon,
): TermsCriterion[] {
  const names = nameTerms(whole, lexicon);
  // "Sit stand desk" is another name of the standing desk: a desk that says "sit stand" fits as well.
  const others = lexicon.language.types
    .namesOf(whole)
    .filter((name) => name !== whole && name.endsWith(` ${head}`))
    .flatMap((name) => textTerms(name.slice(0, -head.length - 1), lexicon));
  const described = words.map((word) => ({
    ...base,
    any: [...new Set([...names, ...textTerms(word, lexicon), ...others])],
    closed: false,
  }));
  return [{ ...base, any: [...new Set([...names, ...nameTerms(head, lexicon)])] }, ...described];
}

/** All names under which the catalog has this type; where it has none, the word itself in the item's title or text. */
function nameTerms(type: string, lexicon: Lexicon): string[] {
  const forms = lexicon.language.types
    .expand(type)
    .flatMap((name) => [name, ...wordForms(name, lexicon.typeVocabulary)]);
  const names = [...new Set(forms)].filter((name) => lexicon.typeCounts.has(name) && isSameAisle(type, name, lexicon));
  return names.length > 0
    ? names.map((name) => `type=${name}`)
    : [`type=${type}`, ...aboutOf(type, lexicon), ...mentionsOf(type, lexicon)];
}

const aboutOf = (type: string, { language }: Lexicon): string[] =>
  language.types.namesOf(type).map((name) => `about=${name}`);

const mentionsOf = (type: string, { language }: Lexicon): string[] =>
  language.types.namesOf(type).map((name) => `text=${name}`);

const countNamed = (type: string, lexicon: Lexicon): number =>
  lexicon.language.types
    .expand(type)
    .filter((name) => isSameAisle(type, name, lexicon))
    .reduce((sum, name) => sum + (lexicon.typeCounts.get(name) ?? 0), 0);

/** The narrowest category in which things of this name usually lie. */
const aisleOf = (type: string, { language, typeCategories }: Lexicon): string | undefined =>
  language.types.namesOf(type).flatMap((name) => typeCategories.get(name)?.[0] ?? [])[0];

/** A notebook is a laptop, but not where notebooks lie among the stationery: another name counts only near where the asked one lies. */
function isSameAisle(type: string, name: string, { typeCategories }: Lexicon): boolean {
  const [asked = [], other = []] = [typeCategories.get(type), typeCategories.get(name)];
  return asked.length === 0 || other.length === 0 || other.some((category) => asked.includes(category));
}
