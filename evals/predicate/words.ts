/** Lower case, no accents, one kind of apostrophe, hyphens as spaces: "Sit–Stand" and "sit stand" are one. */
export function normaliseText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[-‐‑‒–—_\s]+/g, ' ')
    .trim();
}

/** Finds any of `words` in normalised text, on word boundaries, plural allowed ("battery" finds "batteries"). */
export function buildWordPattern(words: string[]): RegExp {
  const forms = words
    .map(normaliseText)
    .filter((word) => word !== '')
    .map(withPlural);
  // A list of nothing but punctuation can occur nowhere.
  if (forms.length === 0) return /(?!)/u;
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join('|')})(?![\\p{L}\\p{N}])`, 'u');
}

function withPlural(word: string): string {
  // A space may be missing or there ("128 gb", "128gb"): catalogs write both.
  const pattern = escapePattern(word).replace(/ /g, ' ?');
  if (/[^aeiou]y$/.test(word)) return `${pattern.slice(0, -1)}(?:y|ies)`;
  return /\p{L}$/u.test(word) ? `${pattern}(?:'?e?s)?` : pattern;
}

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
