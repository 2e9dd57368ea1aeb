const ENDINGS = ['ed', 'd', 'ing', 'y', 'en', 'n', 'al', 'ly'];
const SHORTEST = 4;

/**
 * The forms of a word that a catalog uses for the same quality: "bead" and "beaded", "cushion" and "cushioned", "wood" and
 * "wooden". Only forms that occur in the catalog are returned, the word itself always.
 */
export function wordForms(key: string, vocabulary: Readonly<Record<string, number>>): string[] {
  if (key.includes(' ') || key.length < SHORTEST) return [key];
  const longer = ENDINGS.map((ending) => key + ending);
  const shorter = ENDINGS.filter((ending) => key.endsWith(ending) && key.length - ending.length >= SHORTEST).flatMap(
    (ending) => {
      const base = key.slice(0, -ending.length);
      return [base, `${base}e`];
    },
  );
  return [key, ...[...longer, ...shorter].filter((form) => vocabulary[form] !== undefined)];
}
