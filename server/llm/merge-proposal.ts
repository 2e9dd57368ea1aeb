import type { Act, Constraint, LedgerEntry, StateEdit } from '../contract/constraint.ts';
import type { Intent } from '../domain/intent.ts';
import type { CheckedProposal, CheckedWish } from './propose-intent.ts';

export interface MergeContext {
  hasRow: boolean;
  /** Constraints in force beside those that the intent adds. */
  active: readonly Constraint[];
}

/** A reading for the shopper to confirm with a tap. */
export interface ReadingOption {
  constraint: Constraint;
  edit: StateEdit;
}

export interface MergedIntent {
  intent: Intent;
  /** Something was added: the row is worth a next revision. */
  differs: boolean;
  /** Readings that contradict what is in force: the shopper decides. */
  options: ReadingOption[];
}

/** Turns that are about wishes; in all others the shopper does something that a model may not touch. */
const OPEN_ACTS = new Set<Act>(['search', 'refine', 'unclear']);
/** Acts that only talk: a model may name them where nothing else was understood. */
const TALK = new Set<Act>(['smalltalk', 'help', 'out-of-scope', 'ask-shop']);
const MOST_OPTIONS = 4;
const UNTOUCHED = { differs: false, options: [] };
/** Below this the model itself does not trust its answer. */
const LEAST_CONFIDENCE = 0.3;

/**
 * Pure. Keeps everything that the embedded parser found, adds what the model found beside it, removes nothing and replaces nothing: what
 * would is offered as an option.
 */
export function mergeProposal(
  intent: Intent,
  proposal: CheckedProposal,
  { hasRow, active }: MergeContext,
): MergedIntent {
  if (!isOpen(intent, proposal)) return { intent, ...UNTOUCHED };
  const said = intent.changes.flatMap((change) => (change.do === 'add' ? [change.constraint] : []));
  const added: CheckedWish[] = [];
  const options: ReadingOption[] = [];
  for (const wish of proposal.wishes) {
    const others = [...said, ...added.map(({ constraint }) => constraint)];
    if (others.some((one) => isSame(one, wish.constraint)) || active.some((one) => isSame(one, wish.constraint)))
      continue;
    if (isContested(wish, intent.ledger, [...others, ...active])) options.push(offer(wish));
    else added.push(wish);
  }
  // A row out of nothing needs to know what is wanted; a guess at how it should be is for the shopper to confirm.
  if (intent.act === 'unclear' && !added.some(saysWhat)) options.unshift(...added.splice(0).map(offer));
  if (added.length === 0) {
    const act = intent.act === 'unclear' && TALK.has(proposal.act) ? proposal.act : intent.act;
    return { intent: { ...intent, act }, differs: act !== intent.act, options: options.slice(0, MOST_OPTIONS) };
  }
  return { intent: addWishes(intent, added, hasRow), differs: true, options: options.slice(0, MOST_OPTIONS) };
}

/**
 * Pure. The model's wishes in place of those of the embedded parser; all that is no wish stays. It keeps no promise about what the embedded
 * parser found and is there to be measured against it.
 */
export function replaceWishes(
  intent: Intent,
  proposal: CheckedProposal,
  { hasRow }: Pick<MergeContext, 'hasRow'>,
): MergedIntent {
  if (!isOpen(intent, proposal)) return { intent, ...UNTOUCHED };
  const bare = { ...intent, changes: intent.changes.filter(({ do: kind }) => kind !== 'add'), ledger: [], query: '' };
  return { intent: addWishes(bare, proposal.wishes, hasRow), differs: true, options: [] };
}

/** Pure. Takes nothing of the reading and offers what it would have added: for a row that would have nothing left to show. */
export function offerInstead(intent: Intent, { intent: merged, options }: MergedIntent): MergedIntent {
  const known = new Set(intent.changes);
  const added = merged.changes.flatMap((change) => (change.do === 'add' && !known.has(change) ? [offer(change)] : []));
  return { intent, differs: false, options: [...added, ...options].slice(0, MOST_OPTIONS) };
}

const saysWhat = ({ constraint: { facet, strength } }: CheckedWish): boolean =>
  facet === 'category' || strength === 'must';

const isOpen = ({ act }: Intent, { confidence }: CheckedProposal): boolean =>
  OPEN_ACTS.has(act) && confidence >= LEAST_CONFIDENCE;

/** Who taps it means it: no longer a guess that may only reorder. */
const offer = ({ constraint }: Pick<CheckedWish, 'constraint'>): ReadingOption => ({
  constraint,
  edit: { set: { ...constraint, strength: constraint.facet === 'text' ? 'prefer' : 'must' } },
});

const addWishes = (intent: Intent, added: readonly CheckedWish[], hasRow: boolean): Intent => ({
  ...intent,
  act: intent.act === 'unclear' && added.length > 0 ? (hasRow ? 'refine' : 'search') : intent.act,
  changes: [...intent.changes, ...added.map(({ constraint }) => ({ do: 'add' as const, constraint, also: false }))],
  ledger: added.reduce(explain, intent.ledger),
  query: [intent.query, ...added.map(({ constraint }) => constraint.words)].filter(Boolean).join(' '),
});

const keysOf = ({ value }: Constraint): string =>
  [value]
    .flat()
    .map((one) => String(one).toLowerCase())
    .sort()
    .join('|');

const isSame = (left: Constraint, right: Constraint): boolean =>
  left.facet === right.facet && left.relation === right.relation && keysOf(left) === keysOf(right);

/** Its words already mean something else, or its facet is spoken for: adding it would take another wish away. */
function isContested(
  { constraint, start, end }: CheckedWish,
  ledger: readonly LedgerEntry[],
  others: readonly Constraint[],
): boolean {
  const overlaps = ledger.some(
    (entry) => entry.start < end && start < entry.end && (entry.outcome === 'applied' || entry.outcome === 'preferred'),
  );
  const opposes = (one: Constraint): boolean =>
    one.facet === constraint.facet &&
    (constraint.facet !== 'text' || (keysOf(one) === keysOf(constraint) && one.relation !== constraint.relation));
  return overlaps || others.some(opposes);
}

/** The phrase that the wish came from is explained now. */
function explain(ledger: readonly LedgerEntry[], { constraint, start, end }: CheckedWish): LedgerEntry[] {
  const outcome = constraint.strength === 'must' ? 'applied' : 'preferred';
  const entry: LedgerEntry = { start, end, words: constraint.words, outcome, constraintId: constraint.id };
  // A phrase that is only explained in part stays in the ledger beside the part.
  const kept = ledger.filter((one) => !(one.start >= start && one.end <= end));
  return [...kept, entry].sort((left, right) => left.start - right.start);
}
