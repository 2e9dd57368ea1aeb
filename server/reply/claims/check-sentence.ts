import type { Verdict } from '../../domain/fact.ts';
import { findUnproven, type Polarity } from './check-attributes.ts';
import { checkCart, speaksOfCart } from './check-cart.ts';
import { checkQuestion, isQuestion } from './check-question.ts';
import {
  type CheckedSentence,
  ClaimFault,
  type ClaimKind,
  type ClaimScene,
  productsOf,
  type SceneItem,
} from './claim-scene.ts';
import { type MarkedSentence, markMentions } from './mark-mentions.ts';
import { PLAIN_WORDS, readCount } from './plain-words.ts';
import { readCounts, readFit, readQuotes, readRatings, readStock, readWishes } from './read-facts.ts';
import { readMoney } from './read-money.ts';
import { readSames } from './read-sames.ts';
import { readComparisons, readSuperlatives } from './read-superlatives.ts';
import { SegmentReader } from './segment-reader.ts';
import { type Segment, type Subject, splitSegments } from './split-segments.ts';

/** The items that the sentence before was about: what "it" and "they" mean. */
export type Before = readonly SceneItem[];

/**
 * Checks one sentence against the records and the row. A sentence passes only when every word of it is plain or borne out; nothing is taken
 * on trust because it was not understood. Pure.
 */
export function checkSentence(sentence: string, scene: ClaimScene, before: Before = []): CheckedSentence {
  try {
    const marked = markMentions(sentence, scene);
    if (!/\p{L}/u.test(marked.text)) throw new ClaimFault('words', 'it says nothing');
    if (isQuestion(marked.skeleton)) {
      checkQuestion(marked, scene);
      return { ok: true, text: marked.text, claims: ['words'], subjects: before };
    }
    if (speaksOfCart(marked.skeleton)) return checkCart(marked, scene);
    const { claims, subjects } = checkSegments(marked, scene, before);
    return { ok: true, text: marked.text, claims: [...new Set(claims)], subjects };
  } catch (error) {
    if (error instanceof ClaimFault) return { ok: false, kind: error.kind, reason: error.message };
    throw error;
  }
}

interface Read {
  reader: SegmentReader;
  subject: Subject;
  polarity: Polarity;
  /** Where the denial stands; everything behind it is denied. */
  deniedFrom: number;
  /** Something is said, and not only somebody named. */
  says: boolean;
}

function checkSegments(
  marked: MarkedSentence,
  scene: ClaimScene,
  before: Before,
): { claims: ClaimKind[]; subjects: readonly SceneItem[] } {
  let isSilent = false;
  const reads = splitSegments(marked.skeleton, marked.mentions).map((segment) => {
    const read = readSegment(segment, marked, scene, isSilent);
    isSilent ||= read.polarity === 'silent';
    return read;
  });
  if (isSilent && !reads.some(({ polarity, says }) => polarity === 'silent' && says))
    throw new ClaimFault('absence', 'it does not say what is not known');
  const claims: ClaimKind[] = marked.mentions.length > 0 ? ['item'] : [];
  let current: readonly SceneItem[] = before;
  let named: SceneItem[] = [];
  let waiting: Read[] = [];
  for (const read of reads) {
    claims.push(...read.reader.proven, ...read.reader.claims.map(({ kind }) => kind));
    if (read.subject.by === 'mention' && !read.says) {
      named = [...named, ...read.subject.items];
      continue;
    }
    if (read.subject.by === 'nobody' && read.says && named.length === 0 && current === before) {
      waiting.push(read);
      continue;
    }
    const items =
      read.subject.by === 'mention'
        ? [...named, ...read.subject.items]
        : named.length > 0 && read.subject.by === 'nobody'
          ? named
          : itemsOf(read.subject, current, before, scene);
    named = [];
    if (read.says) {
      verify(read, items, scene);
      claims.push('attribute');
    }
    for (const one of waiting) verify(one, items, scene);
    waiting = [];
    if (items.length > 0) current = items;
  }
  // "The cheapest are @0 and @1": what was said goes for those named last as well.
  const last = reads.filter(({ says }) => says).at(-1);
  if (named.length > 0 && last) for (const one of reads.filter(({ says }) => says)) verify(one, named, scene);
  for (const one of waiting) verify(one, named.length > 0 ? named : rowOf(one, scene), scene);
  return { claims, subjects: named.length > 0 ? named : current };
}

const SILENCE =
  /\b(?:the )?(?:shop|record|listing|page) (?:does not|do not) (?:say|state|mention|tell)(?: (?:if|whether|how|what|that))?\b/;
const DENIAL = /\b(not|no|without)\b/;

function readSegment({ text, subject }: Segment, marked: MarkedSentence, scene: ClaimScene, isSilent: boolean): Read {
  const reader = new SegmentReader(text, marked.mentions, scene);
  const silence = SILENCE.exec(reader.text);
  if (silence) reader.text = reader.text.replace(SILENCE, (match) => ' '.repeat(match.length));
  readQuotes(reader, marked.quotes);
  readWishes(reader);
  readCounts(reader);
  readFit(reader);
  readStock(reader);
  readRatings(reader);
  readMoney(reader);
  readSuperlatives(reader);
  readComparisons(reader);
  readSames(reader);
  const denial = DENIAL.exec(reader.text);
  if (denial)
    reader.text = `${reader.text.slice(0, denial.index)}${' '.repeat(denial[0].length)}${reader.text.slice(denial.index + denial[0].length)}`;
  const polarity: Polarity =
    silence || isSilent ? 'silent' : denial ? (denial[1] === 'not' ? 'not' : 'without') : 'yes';
  const deniedFrom = denial ? denial.index : Number.POSITIVE_INFINITY;
  const content = contentWords(reader, scene);
  if (denial && (silence || isSilent)) throw new ClaimFault('absence', 'it both denies and does not know');
  if (denial && !reader.claims.some(({ at }) => at > deniedFrom) && !content.some(({ start }) => start > deniedFrom))
    throw new ClaimFault('absence', 'what it denies is not clear');
  return {
    reader,
    subject,
    polarity,
    deniedFrom,
    says: content.length > 0 || reader.claims.length > 0 || reader.groups.length > 0,
  };
}

const tokensOf = (reader: SegmentReader, { lexicon }: ClaimScene) => lexicon.language.tokenise(reader.text);

function contentWords(reader: SegmentReader, scene: ClaimScene) {
  const tokens = tokensOf(reader, scene);
  const odd = tokens.find(({ kind, norm }) => kind === 'symbol' && !/^[.'’"“”…&-]$/.test(norm));
  if (odd) throw new ClaimFault('words', `“${odd.text}” is not borne out`);
  return tokens.filter(
    ({ kind, norm, text }) =>
      kind === 'number' || (kind === 'word' && !PLAIN_WORDS.has(norm) && !PLAIN_WORDS.has(text)),
  );
}

function itemsOf(
  subject: Subject,
  current: readonly SceneItem[],
  before: Before,
  scene: ClaimScene,
): readonly SceneItem[] {
  const focus = scene.shown.concat(scene.others).filter(({ id }) => scene.focus.includes(id));
  const known = current.length > 0 ? current : before.length > 0 ? before : focus;
  const row = productsOf(scene.shown);
  switch (subject.by) {
    case 'mention':
      return subject.items;
    case 'one': {
      const one = known.length > 0 ? known : row;
      if (one.length !== 1) throw new ClaimFault('item', 'it is not clear which item is meant');
      return one;
    }
    case 'both': {
      const two = known.length === 2 ? known : row;
      if (two.length !== 2) throw new ClaimFault('item', 'it is not clear which two are meant');
      return two;
    }
    case 'several':
      return known.length > 1 ? known : row;
    case 'nobody':
      return current;
    default:
      return row;
  }
}

const rowOf = (read: Read, scene: ClaimScene): SceneItem[] => {
  if (read.reader.proven.length === 0) throw new ClaimFault('item', 'it does not say which item it is about');
  return productsOf(scene.shown);
};

function verify(read: Read, items: readonly SceneItem[], scene: ClaimScene): void {
  if (items.length === 0) throw new ClaimFault('item', 'it is about nothing on the screen');
  const { subject } = read;
  if (read.reader.groups.length > 0 && (read.polarity !== 'yes' || /^(?:none|count)-of-row$/.test(subject.by)))
    throw new ClaimFault('comparison', 'what is compared is not clear');
  for (const check of read.reader.groups) check(items);
  const verdicts = items.map((item) => judgeItem(read, item, scene));
  const wrong = (kind: ClaimKind, reason: string): never => {
    throw new ClaimFault(kind, reason);
  };
  if (subject.by === 'count-of-row') {
    const yes = verdicts.filter(({ verdict }) => verdict === 'yes').length;
    if (yes !== readCount(subject.count)) wrong('count', `${yes} of them do, not ${subject.count}`);
    return;
  }
  if (subject.by === 'none-of-row') {
    if (read.polarity !== 'yes') wrong('absence', 'it denies twice');
    const denied = items.map((item) => judgeItem({ ...read, polarity: 'not', deniedFrom: -1 }, item, scene));
    const open = denied.find(({ verdict }) => verdict !== 'yes');
    if (open) wrong('absence', open.why ?? 'not known of all');
    return;
  }
  const failed = verdicts.find(({ verdict }) => verdict !== 'yes');
  if (failed) wrong(failed.kind, failed.why ?? 'the record says otherwise');
}

interface Judged {
  verdict: Verdict;
  kind: ClaimKind;
  why?: string;
}

const flip = (verdict: Verdict): Verdict => (verdict === 'yes' ? 'no' : verdict === 'no' ? 'yes' : 'unknown');

function judgeItem({ reader, polarity, deniedFrom }: Read, item: SceneItem, scene: ClaimScene): Judged {
  for (const { kind, at, verdict } of reader.claims) {
    if (polarity === 'silent') return { verdict: 'unknown', kind, why: 'what is known is not unknown' };
    const found = at > deniedFrom ? flip(verdict(item)) : verdict(item);
    if (found !== 'yes') return { verdict: found, kind, why: `${item.title}: the ${kind} is not borne out` };
  }
  const tokens = tokensOf(reader, scene);
  const parts =
    polarity === 'yes' || polarity === 'silent'
      ? [{ tokens, polarity }]
      : [
          { tokens: tokens.filter(({ start }) => start < deniedFrom), polarity: 'yes' as const },
          { tokens: tokens.filter(({ start }) => start >= deniedFrom), polarity },
        ];
  for (const part of parts) {
    const open = findUnproven(part, item, scene);
    if (open !== undefined)
      return { verdict: 'unknown', kind: 'attribute', why: `${item.title}: “${open}” is not borne out` };
  }
  return { verdict: 'yes', kind: 'attribute' };
}
