import type { Candidate } from '../domain/candidate.ts';
import { BLEND } from './blend-weights.ts';
import { findNewcomers } from './find-newcomers.ts';
import { foldDuplicates, type Group } from './fold-duplicates.ts';
import { type Pick, pickDiverse, scoreOf } from './pick-diverse.ts';
import type { RowSlot } from './row-slot.ts';

export interface ProductRow {
  /** Best first, as the last stage left them. */
  candidates: readonly Candidate[];
  limit: number;
  /** The shopper named an order, or nothing fits and the nearest are shown: the order says something, nothing moves. */
  keepsOrder: boolean;
  isNearMiss: boolean;
  /** Facets that the shopper spoke of. */
  named: ReadonlySet<string>;
  /** When the newest item of the catalog was made, in ms. */
  newestAt?: number;
  /** 0 to 1; the same turn draws the same. */
  random: () => number;
}

/** The products of a row with the reason and the likelihood of each place. Pure: the same input is the same row. */
export function blendProducts(row: ProductRow): RowSlot[] {
  const { candidates, limit, keepsOrder, isNearMiss, named } = row;
  if (keepsOrder || isNearMiss) {
    const slotReason = isNearMiss ? 'alternative' : 'relevance';
    return candidates.slice(0, limit).map(({ id }) => ({ id, slotReason, propensity: 1 }));
  }
  const groups = foldDuplicates(candidates, limit, named);
  const picks = pickDiverse(groups, limit, named);
  return admitNewcomer(picks.map(toSlot), picks, groups, row);
}

function toSlot({ group, isDifferent }: Pick, at: number, all: readonly Pick[]): RowSlot {
  const { candidate, facet, others } = group;
  const slot = { id: candidate.id, slotReason: reasonOf({ group, isDifferent }, all.slice(at + 1)), propensity: 1 };
  if (others.length === 0) return slot;
  const values = facet === undefined ? [] : newValues(group, facet);
  return { ...slot, folded: { facet, values, ids: others.map((other) => other.candidate.id) } };
}

function reasonOf({ group: { candidate }, isDifferent }: Pick, after: readonly Pick[]): RowSlot['slotReason'] {
  if (isDifferent) return 'diversity';
  const { firstStage = 0, fit } = candidate;
  const isLifted = after.some(
    ({ group: { candidate: other } }) => other.fit === fit && (other.firstStage ?? 0) > firstStage,
  );
  return isLifted && scoreOf(candidate) > firstStage ? 'interest' : 'relevance';
}

function newValues({ face, others }: Group, facet: string): string[] {
  const own = face().facets.get(facet);
  const isOther = (value: string): boolean => !own?.has(value) && !value.startsWith('!');
  // The first is the item's own word; what follows is what that is a kind of.
  const values = others.flatMap((other) => [...(other.face().facets.get(facet) ?? [])].find(isOther) ?? []);
  return [...new Set(values)];
}

/** One place after the leading ones for something that nobody could have rated yet, if it is nearly as good as the last of those. */
function admitNewcomer(
  slots: RowSlot[],
  picks: readonly Pick[],
  groups: readonly Group[],
  { candidates, limit, newestAt, random }: ProductRow,
): RowSlot[] {
  const last = picks[BLEND.leading - 1]?.group.candidate;
  if (limit <= BLEND.leading || !last) return slots;
  const newcomers = findNewcomers(candidates, newestAt);
  const seen = slots.findIndex(({ id }) => newcomers.has(id));
  if (seen >= 0) return slots;
  const floor = scoreOf(last) - Math.abs(scoreOf(last)) * (1 - BLEND.newItemFloor);
  const able = groups.filter(
    ({ candidate }) => newcomers.has(candidate.id) && candidate.fit === last.fit && scoreOf(candidate) >= floor,
  );
  const drawn = able[Math.min(able.length - 1, Math.floor(random() * able.length))];
  if (!drawn) return slots;
  const slot = toSlot({ group: drawn, isDifferent: false }, 0, []);
  const reason = { slotReason: 'new-item' as const, propensity: 1 / able.length };
  const place = BLEND.leading;
  return [...slots.slice(0, place), { ...slot, ...reason }, ...slots.slice(place)].slice(0, limit);
}
