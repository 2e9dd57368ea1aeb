import type { Change } from './change.ts';

/** Longest first: "but not" would leave a stray "but" behind "not". */
const NEGATIONS =
  /\b(?:anything but|everything but|everything except|anything except|nothing with|i (?:don't|do not) want(?: any)?|don't want(?: any)?|but not|and not|without(?: any)?|except(?: for)?|other than|not|no|non)\b[ -]?/i;

/** Idioms in which "no" and "not" deny nothing, and limits that turn around instead of being denied. */
const NOT_NEGATIVE =
  /\b(?:no (?:more|less|fewer|problem|idea|worries|preference|matter)|not (?:more|less|sure|necessarily|only|bad)|doesn't matter)\b/i;

/** Takes the first negation away, so that what was unwanted is asked for: the result has to change. */
export const flipNegation: Change = (text) => {
  const typed = text.replace(/[‘’]/g, "'");
  if (NOT_NEGATIVE.test(typed)) return undefined;
  const match = NEGATIONS.exec(typed);
  if (!match) return undefined;
  const rest = typed.slice(match.index + match[0].length);
  const flipped = `${typed.slice(0, match.index)}${rest}`.replace(/\s+/g, ' ').trim();
  return rest.trim() === '' || flipped === '' ? undefined : flipped;
};
