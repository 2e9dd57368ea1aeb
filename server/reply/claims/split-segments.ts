import type { SceneItem } from './claim-scene.ts';

/** A piece of a sentence about one set of items. */
export interface Segment {
  text: string;
  /** Who it is about, as far as it says so itself. */
  subject: Subject;
}

export type Subject =
  | { by: 'mention'; items: SceneItem[] }
  | { by: 'one' }
  | { by: 'several' }
  | { by: 'both' }
  | { by: 'row' }
  | { by: 'none-of-row' }
  | { by: 'count-of-row'; count: string }
  | { by: 'nobody' };

const BREAK = /\s*(?:[,;:()]|\s[–—-]\s|\b(?:and|but|while|whereas)\b)\s*/;
/** Amounts that belong together stay together. */
const BETWEEN = /\b(between \S+) and (?=\S*\d)/g;

export function splitSegments(skeleton: string, mentions: readonly SceneItem[]): Segment[] {
  return skeleton
    .replace(/[.!?…]+$/, '')
    .replace(/(\d),(?=\d{3}\b)/g, '$1')
    .replace(BETWEEN, '$1 to ')
    .split(BREAK)
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => findSubject(text, mentions));
}

const SMALL = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d+';
const GROUP = '(?:these|them|those|the ones shown|the products shown)';
const PRONOUNS: [RegExp, (match: RegExpExecArray) => Subject][] = [
  [new RegExp(`^none of ${GROUP}\\b`), () => ({ by: 'none-of-row' })],
  [
    new RegExp(`^(${SMALL}) of ${GROUP}(?= (?:is|are|has|have|comes?|costs?|was)\\b)`),
    ([, count = '']) => ({ by: 'count-of-row', count }),
  ],
  [
    new RegExp(
      `^(?:all|each|every one) of ${GROUP}\\b|^(?:these|those)(?: (?:are|have|come|cost|fit|match|all|items|products|ones)\\b)|^they all\\b|^all (?=are|have|come|cost|fit|match)`,
    ),
    () => ({ by: 'row' }),
  ],
  [/^(?:both(?: of (?:these|them))?)\b/, () => ({ by: 'both' })],
  [/^they\b/, () => ({ by: 'several' })],
  [
    /^(?:it|this one|that one|this|that)(?= (?:is|has|comes?|costs?|fits|matches|does|also|weighs|scores|was)\b)/,
    () => ({ by: 'one' }),
  ],
];

/** Items that stand behind "than" are what is compared with, not who it is about. */
function findSubject(text: string, mentions: readonly SceneItem[]): Segment {
  const named = [...text.replace(/\bthan @\d+/g, '').matchAll(/@(\d+)/g)].flatMap(
    ([, number]) => mentions[Number(number)] ?? [],
  );
  for (const [pattern, read] of PRONOUNS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const rest =
      text.slice(match[0].length).trim() === '' ? '' : ' '.repeat(match[0].length) + text.slice(match[0].length);
    if (named.length > 0) {
      // "Both @0 and @1", "this is @0": the mention says who is meant; what counts or denies must not get lost.
      const subject = read(match);
      if (subject.by === 'both' || subject.by === 'one')
        return { text: dropMentions(rest), subject: { by: 'mention', items: named } };
      return { text: dropMentions(text), subject: { by: 'mention', items: named } };
    }
    // "these are": the verb goes on as a plain word.
    return {
      text: match[0].startsWith('these ') || match[0].startsWith('those ') ? text.slice(6) : rest,
      subject: read(match),
    };
  }
  const text_ = dropMentions(text);
  return { text: text_, subject: named.length > 0 ? { by: 'mention', items: named } : { by: 'nobody' } };
}

const dropMentions = (text: string): string =>
  text.replace(/(than )?@\d+/g, (match, than?: string) => (than ? match : ' '.repeat(match.length)));
