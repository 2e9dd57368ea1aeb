import type { Constraint } from '../contract/constraint.ts';
import { type DialogueState, emptyWishes, type Wishes } from '../domain/dialogue-state.ts';
import type { Change } from '../domain/intent.ts';
import { addConstraint } from './add-constraint.ts';

/** What the dialogue must ask of language: two names for one value, opposites. */
export interface Meanings {
  key(phrase: string): string;
  sameType(left: string, right: string): boolean;
  areOpposites(left: string, right: string): boolean;
}

const MAX_PAST = 30;

/**
 * Folds the changes of one turn into the state. Pure: the state before stays as it was and is kept as the newest of `past`, so that
 * `undo` restores it exactly. Changes that need records (`than`, `reject`) are resolved by the caller before.
 */
export function applyChanges(state: DialogueState, changes: readonly Change[], meanings: Meanings): DialogueState {
  const [first] = changes;
  if (first?.do === 'undo') return undo(state);
  if (first?.do === 'redo') return redo(state);
  const restored = changes.flatMap((change) =>
    change.do === 'return' ? (findEarlier(state, change.stems, meanings) ?? []) : [],
  )[0];
  const isThere = (change: Change): boolean =>
    change.do === 'add' &&
    restored !== undefined &&
    (change.constraint.facet === 'category' || restored.constraints.some(({ id }) => id === change.constraint.id));
  const wishes = fold(
    restored ?? state.wishes,
    changes.filter((change) => !isThere(change)),
    meanings,
  );
  return sameWishes(wishes, state.wishes) ? state : remember(state, wishes);
}

/** Steps to other wishes, keeping those before for undo. */
export function remember(state: DialogueState, wishes: Wishes): DialogueState {
  return { ...state, wishes, past: [...state.past, state.wishes].slice(-MAX_PAST), future: [] };
}

export function undo(state: DialogueState): DialogueState {
  const before = state.past.at(-1);
  if (!before) return state;
  return { ...state, wishes: before, past: state.past.slice(0, -1), future: [...state.future, state.wishes] };
}

export function redo(state: DialogueState): DialogueState {
  const after = state.future.at(-1);
  if (!after) return state;
  return { ...state, wishes: after, future: state.future.slice(0, -1), past: [...state.past, state.wishes] };
}

function fold(wishes: Wishes, changes: readonly Change[], meanings: Meanings): Wishes {
  const fresh = new Set<string>();
  const startsOver = changes.some(({ do: kind }) => kind === 'clear');
  const opened = openTopic(startsOver ? emptyWishes() : wishes, changes, meanings);
  return changes.reduce((current, change) => applyOne(current, change, fresh, meanings), opened);
}

/**
 * A new head of the request closes the old topic: what belongs to the old category goes, what belongs to the visit (budget, recipient)
 * stays. The same head named again with other words beside it ("wall clock" after "alarm clock") replaces those words only.
 */
function openTopic(wishes: Wishes, changes: readonly Change[], meanings: Meanings): Wishes {
  const head = changes.find((change) => change.do === 'add' && isHead(change.constraint));
  const current = wishes.constraints.find(isHead);
  const isNew = changes.some(({ do: kind }) => kind === 'new-topic');
  if (!current || (head?.do !== 'add' && !isNew)) return wishes;
  const opens = isNew || (head?.do === 'add' && !isSameHead(current, head.constraint, meanings));
  if (opens)
    return { constraints: wishes.constraints.filter(({ scope }) => scope === 'session'), rejected: wishes.rejected };
  const describes = changes.some((change) => change.do === 'add' && isDescription(change.constraint));
  return describes ? { ...wishes, constraints: wishes.constraints.filter((one) => !isDescription(one)) } : wishes;
}

const isHead = ({ facet, relation, strength }: Constraint): boolean =>
  facet === 'category' && relation === 'is' && strength === 'must';

const isDescription = ({ facet, relation }: Constraint): boolean => facet === 'text' && relation === 'is';

function isSameHead(left: Constraint, right: Constraint, { sameType }: Meanings): boolean {
  const [some, others] = [left, right].map(({ value }) => [value].flat().map(String));
  return (some ?? []).some((one) => (others ?? []).some((other) => sameType(one, other)));
}

function applyOne(wishes: Wishes, change: Change, fresh: Set<string>, meanings: Meanings): Wishes {
  switch (change.do) {
    case 'add': {
      const next = addConstraint(wishes.constraints, change.constraint, { also: change.also, fresh }, meanings);
      fresh.add(next.id);
      return { ...wishes, constraints: next.constraints };
    }
    case 'relax':
      return (
        accept(wishes, change, fresh, meanings) ?? { ...wishes, ...relax(wishes, change.facet, change.value, meanings) }
      );
    case 'order':
      return { ...wishes, order: change.order };
    case 'hide':
      return { ...wishes, rejected: [...new Set([...wishes.rejected, ...change.ids])] };
    case 'drop':
      return { ...wishes, constraints: wishes.constraints.filter(({ id }) => id !== change.id) };
    default:
      return wishes;
  }
}

/** "Faux leather is fine too" while leather is wished for: either will do. Undefined where something said so is to be taken back. */
function accept(
  wishes: Wishes,
  { value, accepts }: Extract<Change, { do: 'relax' }>,
  fresh: Set<string>,
  meanings: Meanings,
): Wishes | undefined {
  const widens = wishes.constraints.some(
    ({ facet, relation }) => facet === accepts?.facet && relation === accepts.relation,
  );
  const { constraints } = relax(wishes, accepts?.facet ?? '', value, meanings);
  if (!accepts || !widens || constraints.length < wishes.constraints.length) return undefined;
  return {
    ...wishes,
    constraints: addConstraint(wishes.constraints, accepts, { also: true, fresh }, meanings).constraints,
  };
}

/** Takes back what matches the value; where nothing does and no value was meant, everything about the facet. */
function relax(
  { constraints, order }: Wishes,
  facet: string,
  value: string | undefined,
  { key, areOpposites }: Meanings,
): Pick<Wishes, 'constraints' | 'order'> {
  const wanted = value === undefined ? undefined : key(value);
  const says = (one: Constraint): boolean =>
    [one.value].flat().some((each) => key(String(each)) === wanted) ||
    key(one.words)
      .split(' ')
      .includes(wanted ?? '');
  // "Indoors is fine too" takes back "outdoor".
  const opposes = (one: Constraint): boolean =>
    [one.value].flat().some((each) => areOpposites(key(String(each)), wanted ?? ''));
  const said = constraints.filter((one) => (wanted === undefined ? one.facet === facet : says(one)));
  const matching = said.length > 0 ? said : constraints.filter(opposes);
  const kept = constraints.filter((one) => !matching.includes(one));
  return { constraints: kept, order: wanted === undefined && order?.facet === facet ? undefined : order };
}

/** "Go back to the sofas": the newest earlier wishes that are about these words. */
function findEarlier({ past, wishes }: DialogueState, stems: readonly string[], { key }: Meanings): Wishes | undefined {
  const about = (one: Wishes): number => {
    const words = new Set(
      one.constraints.flatMap(({ value, words }) =>
        [...[value].flat().map(String), words].flatMap((text) => key(text).split(' ')),
      ),
    );
    return stems.filter((stem) => words.has(stem)).length;
  };
  const now = about(wishes);
  const best = past.reduce((most, one) => Math.max(most, about(one)), 0);
  return best > now ? past.findLast((one) => about(one) === best) : undefined;
}

const sameWishes = (left: Wishes, right: Wishes): boolean => JSON.stringify(left) === JSON.stringify(right);
