import type { Act, Constraint, ConstraintValue, PartOf, Relation, StateEdit, TurnPart } from '../contract/index.ts';
import type { SessionMemory } from '../domain/session-memory.ts';

export interface AskedWish {
  facet: string;
  relation: Relation;
  value: ConstraintValue;
  unit?: string;
}

/** What the shop's figures need of one turn: a few hundred bytes, so that a month of turns can be counted without reading every card. */
export interface TurnRecord {
  status: 'done' | 'failed' | 'cancelled';
  errorCode?: string;
  act?: Act;
  firstCardMs?: number;
  totalMs?: number;
  degraded?: string[];
  /** Wishes that are new with this turn. */
  asked?: AskedWish[];
  /** Categories of the search, when a row was shown. */
  searched?: string[];
  /** Nothing fits all that was said. */
  missed?: {
    text?: string;
    unmet: AskedWish[];
    /** Constraints that the shopper was offered to let go. */
    offered: string[];
  };
  unsupported?: string[];
  /** Constraints that this turn let go on the shopper's wish. */
  relaxed?: string[];
  /** The strongest interests after this turn. */
  interests?: { facet: string; value: string }[];
  /** Items that the turn itself put into the cart. */
  cartAdded?: number;
}

/** What of a turn's parts a record is made of: the newest of each kind. */
export interface RecordedParts {
  understanding?: PartOf<'understanding'>;
  cards?: PartOf<'cards'>;
  interests?: PartOf<'interests'>;
}

interface Ended {
  part: PartOf<'turn-end'> | PartOf<'error'>;
  status: TurnRecord['status'];
  /** As the turn left it; not there when the turn failed before it showed anything. */
  memory?: SessionMemory;
}

const MOST_WORDS = 200;
const MOST_INTERESTS = 5;

/** Keeps the newest part of each kind that a record needs; all others are let go at once. */
export function collectPart(kept: RecordedParts, part: TurnPart): RecordedParts {
  if (part.type === 'understanding') return { ...kept, understanding: part };
  if (part.type === 'cards') return { ...kept, cards: part };
  return part.type === 'interests' ? { ...kept, interests: part } : kept;
}

export function recordTurn(
  request: { text?: string; edit?: StateEdit },
  parts: RecordedParts,
  { part: ending, status, memory: after }: Ended,
  before: SessionMemory,
): TurnRecord {
  const { understanding, cards } = parts;
  const wishes = understanding?.constraints ?? [];
  const earlier = before.dialogue.wishes.constraints;
  const timings = ending.type === 'turn-end' ? ending.timings : undefined;
  return compact({
    status,
    errorCode: ending.type === 'error' ? ending.code : undefined,
    act: understanding?.act,
    firstCardMs: timings?.firstCardMs ?? undefined,
    totalMs: timings?.totalMs,
    degraded: ending.type === 'turn-end' ? ending.degraded : undefined,
    asked: wishes.filter((wish) => !earlier.some((one) => isSame(one, wish))).map(readWish),
    searched: cards && (readCategories(wishes) ?? []),
    missed: cards && isMiss(cards, understanding?.act) ? recordMiss(cards, wishes, request.text) : undefined,
    unsupported: understanding?.ledger
      .filter(({ outcome }) => outcome === 'unsupported')
      .map(({ words }) => words.toLowerCase().slice(0, MOST_WORDS)),
    relaxed: isRelaxation(understanding?.act, request.edit)
      ? earlier.filter(({ id }) => !wishes.some((wish) => wish.id === id)).map(({ id }) => id)
      : undefined,
    interests: parts.interests && readInterests(parts.interests),
    cartAdded: after ? Math.max(0, countCart(after) - countCart(before)) : undefined,
  });
}

/** "More" that finds nothing more is an end, not a miss. */
const isMiss = ({ nearMiss, total }: PartOf<'cards'>, act?: Act): boolean =>
  nearMiss !== undefined || (total === 0 && act !== 'more');

function recordMiss({ nearMiss }: PartOf<'cards'>, wishes: Constraint[], text?: string): TurnRecord['missed'] {
  return {
    ...(text === undefined ? {} : { text: text.toLowerCase().replace(/\s+/g, ' ').trim().slice(0, MOST_WORDS) }),
    unmet: wishes.filter(({ id }) => nearMiss?.constraintIds.includes(id)).map(readWish),
    offered: (nearMiss?.relaxations ?? []).flatMap(({ edit }) => ('remove' in edit ? [edit.remove] : [])),
  };
}

function readCategories(wishes: Constraint[]): string[] | undefined {
  const asked = wishes.find(({ facet, relation }) => facet === 'category' && relation === 'is');
  return asked && [asked.value].flat().map(String).slice(0, 1);
}

/** Starting afresh lets everything go; that says nothing of any one wish. */
const isRelaxation = (act?: Act, edit?: StateEdit): boolean => act === 'relax' && !(edit && 'clear' in edit);

const isSame = (one: Constraint, other: Constraint): boolean =>
  one.facet === other.facet &&
  one.relation === other.relation &&
  JSON.stringify(one.value) === JSON.stringify(other.value);

const readWish = ({ facet, relation, value, unit }: Constraint): AskedWish => ({
  facet,
  relation,
  value,
  ...(unit === undefined ? {} : { unit }),
});

const readInterests = ({ profile }: PartOf<'interests'>): TurnRecord['interests'] =>
  profile.likes
    .filter(({ weight }) => weight > 0)
    .slice(0, MOST_INTERESTS)
    .map(({ facet, value }) => ({ facet, value }));

const countCart = ({ cart }: SessionMemory): number => Object.values(cart).reduce((sum, quantity) => sum + quantity, 0);

/** Empty lists, zeros and what is not there take no room. An empty `searched` says that a row was shown. */
function compact(record: TurnRecord): TurnRecord {
  const entries = Object.entries(record).filter(
    ([name, value]) =>
      value !== undefined && value !== 0 && (name === 'searched' || !Array.isArray(value) || value.length > 0),
  );
  return Object.fromEntries(entries) as unknown as TurnRecord;
}
