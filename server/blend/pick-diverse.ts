import type { Candidate } from '../domain/candidate.ts';
import { BLEND } from './blend-weights.ts';
import type { Group } from './fold-duplicates.ts';
import { measureLikeness } from './measure-likeness.ts';

export interface Pick {
  group: Group;
  /** Chosen over a better ranked one, to show something else. */
  isDifferent: boolean;
}

interface Left {
  group: Group;
  score: number;
  /** To the most alike of those chosen. */
  likeness: number;
  /** How many of those chosen it was compared with. */
  compared: number;
}

/** Groups looked at for one place. */
const WITHIN_REACH = 24;

/** The score of the last stage that ran. */
export const scoreOf = ({ finalStage, firstStage, recall }: Candidate): number => finalStage ?? firstStage ?? recall;

/**
 * Maximal marginal relevance with caps for one brand or seller. Each place goes to a group that fits as well as the best one left
 * and scores nearly as high, so that a product known to fit never falls behind one that is not.
 * `named`: facets that the shopper spoke of; who asks for a brand gets it.
 */
export function pickDiverse(groups: readonly Group[], limit: number, named: ReadonlySet<string>): Pick[] {
  const left: Left[] = groups.map((group) => ({ group, score: scoreOf(group.candidate), likeness: 0, compared: 0 }));
  const owners = new OwnerCounts(limit, named);
  const picks: Pick[] = [];
  while (picks.length < limit && left.length > 0) {
    const at = bestPlace(left, picks, owners);
    const [chosen] = left.splice(at, 1);
    if (!chosen) break;
    picks.push({ group: chosen.group, isDifferent: at > 0 });
    owners.add(chosen.group);
  }
  return picks;
}

function bestPlace(left: readonly Left[], picks: readonly Pick[], owners: OwnerCounts): number {
  const [head] = left;
  if (!head) return 0;
  let best = 0;
  let bestWorth = Number.NEGATIVE_INFINITY;
  const window = picks.length < BLEND.leading ? BLEND.leadingWindow : BLEND.window;
  for (const [at, one] of left.slice(0, WITHIN_REACH).entries()) {
    if (head.score - one.score > window) continue;
    if (one.group.candidate.fit !== head.group.candidate.fit) continue;
    compareWith(picks, one);
    const worth = one.score - BLEND.likeness * one.likeness - (owners.isFull(one.group) ? BLEND.window : 0);
    if (worth <= bestWorth) continue;
    best = at;
    bestWorth = worth;
  }
  return best;
}

/** With those that were chosen since it was last compared. */
function compareWith(picks: readonly Pick[], one: Left): void {
  for (const { group } of picks.slice(one.compared))
    one.likeness = Math.max(one.likeness, measureLikeness(one.group.face(), group.face()));
  one.compared = picks.length;
}

/** How many places each brand and seller has; a plain count, since a row is short. */
class OwnerCounts {
  private readonly counts = new Map<string, number>();
  private readonly most: number;
  private readonly named: ReadonlySet<string>;

  constructor(limit: number, named: ReadonlySet<string>) {
    this.most = Math.max(2, Math.ceil(limit * BLEND.ownerShare));
    this.named = named;
  }

  add(group: Group): void {
    for (const owner of this.ownersOf(group)) this.counts.set(owner, (this.counts.get(owner) ?? 0) + 1);
  }

  isFull(group: Group): boolean {
    return this.ownersOf(group).some((owner) => (this.counts.get(owner) ?? 0) >= this.most);
  }

  private ownersOf({ candidate }: Group): string[] {
    const { brand = '', seller = '' } = candidate.indexed;
    return [
      ...(brand === '' || this.named.has('brand') ? [] : [`brand ${brand}`]),
      ...(seller === '' || this.named.has('seller') ? [] : [`seller ${seller}`]),
    ];
  }
}
