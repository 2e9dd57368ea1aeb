import type { Card } from '../../server/contract/card.ts';
import { matchConstraints } from '../metrics/match-constraints.ts';
import { type Share, share, truth } from '../metrics/unit.ts';
import { describePredicate, type Predicate } from '../predicate/predicate.ts';
import { checkSpecial } from './check-special.ts';
import type { CardView } from './outcome.ts';
import { fitsAct } from './run-understanding.ts';
import { ENOUGH_CARDS, findRight, judgedCards, type TurnScene } from './turn-scene.ts';

export interface TurnVerdict {
  satisfied: boolean;
  reasons: string[];
  shares: Record<string, Share>;
  cards: CardView[];
}

/** Whether a turn did what the shopper asked, by the rules of the suite format. */
export function judgeTurn(scene: TurnScene): TurnVerdict {
  const { expect, record } = scene;
  const cards = judgedCards(scene);
  const broken = cards.map((card) => scene.matcher.broken(card.id, expect.all ?? []));
  const row = expect.all ? judgeRow(scene, broken) : { reasons: [], isZero: expect.zero === true };
  const zeroReasons = row.isZero ? judgeZero(scene) : [];
  const reasons =
    record.error === undefined ? [...row.reasons, ...zeroReasons, ...checkSpecial(scene)] : [`error: ${record.error}`];
  // Alternatives that are shown as a near miss where nothing fits are no violation: they say what they are.
  const countsViolations = expect.all !== undefined && !(row.isZero && record.nearMiss);
  const shares = {
    satisfied: truth(reasons.length === 0),
    ...(countsViolations
      ? { 'violation@5': share(broken.filter((some) => some.length > 0).length, cards.length) }
      : {}),
    ...softShare(scene, cards),
    ...stateShare(scene),
    ...(expect.act === undefined ? {} : { act: truth(fitsAct(expect.act, record) && record.error === undefined) }),
    ...(needsAnswer(scene) ? { answered: truth(record.cards.length > 0) } : {}),
    errors: truth(record.error !== undefined),
  };
  return {
    satisfied: reasons.length === 0,
    reasons,
    shares,
    cards: cards.map((card, at) => viewCard(card, broken[at] ?? [])),
  };
}

/** Expectations about the row itself: each of the first five fits, and as many are there as the catalog has. */
function judgeRow(scene: TurnScene, broken: Predicate[][]): { reasons: string[]; isZero: boolean } {
  const right = scene.expect.zero ? 0 : findRight(scene).length;
  if (right === 0) return { reasons: [], isZero: true };
  const bad = broken.filter((some) => some.length > 0).length;
  const shown = broken.length;
  const wanted = Math.min(ENOUGH_CARDS, right);
  return {
    isZero: false,
    reasons: [
      ...(bad > 0 ? [`${bad} of the first ${shown} cards break what was said`] : []),
      ...(mayShowNothing(scene) || shown >= wanted ? [] : [`${shown} cards shown, the catalog has ${right}`]),
    ],
  };
}

/** Turns that are about a card on screen, or ask for nothing, need no new row. */
const mayShowNothing = ({ expect }: TurnScene): boolean =>
  expect.refersToShown !== undefined || expect.refersToShownWhere !== undefined || expect.noNewSearch === true;

const needsAnswer = (scene: TurnScene): boolean =>
  scene.expect.all !== undefined && scene.expect.zero !== true && !mayShowNothing(scene);

const judgeZero = ({ record }: TurnScene): string[] =>
  record.nearMiss || record.cards.length === 0 ? [] : ['nothing fits, yet cards are shown as if they did'];

function softShare({ expect, matcher }: TurnScene, cards: Card[]): Record<string, Share> {
  const { soft } = expect;
  if (!soft) return {};
  return { 'soft@5': share(cards.filter((card) => matcher.meets(card.id, soft)).length, cards.length) };
}

function stateShare({ expect, record }: TurnScene): Record<string, Share> {
  if (!expect.constraints) return {};
  const { missing, surplus } = matchConstraints(expect.constraints, record.constraints);
  return { 'exact-state': truth(missing.length === 0 && surplus.length === 0 && record.error === undefined) };
}

const viewCard = (card: Card, broken: Predicate[]): CardView => ({
  id: card.id,
  title: card.title,
  price: card.kind === 'product' && card.price ? `${card.price.amount} ${card.price.currency}` : undefined,
  broke: broken.map(describePredicate),
});
