import { describeConstraint, matchConstraints } from '../metrics/match-constraints.ts';
import type { Predicate } from '../predicate/predicate.ts';
import { normaliseText } from '../predicate/words.ts';
import { fitsAct } from './run-understanding.ts';
import { findShown, judgedCards, priceCeiling, priceOf, rejectedIds, type TurnScene } from './turn-scene.ts';

/** Each returns what is wrong, in words; nothing when the expectation is not stated or holds. */
type Check = (scene: TurnScene) => string[];

export const checkSpecial: Check = (scene) => CHECKS.flatMap((check) => check(scene));

const checkReference: Check = ({ expect, ...scene }) => {
  if (expect.refersToShown === undefined) return [];
  const card = findShown({ expect, ...scene }, expect.refersToShown);
  if (!card) return [`no card ${expect.refersToShown} was on screen to refer to`];
  const { focus } = scene.record;
  // More than the one meant is no resolved reference, or naming the whole row would always be right.
  return focus.length === 1 && focus[0] === card.id
    ? []
    : [`focus is ${say(focus)}, expected ${card.id} (card ${expect.refersToShown})`];
};

const checkDescribedReference: Check = ({ expect, record, shown, matcher }) => {
  if (!expect.refersToShownWhere) return [];
  const meant = shown.filter((card) => matcher.meets(card.id, expect.refersToShownWhere ?? []));
  // Nothing on screen is like that: the right answer points at nothing.
  if (meant.length === 0)
    return record.focus.length === 0 ? [] : [`focus is ${say(record.focus)}, but no card on screen is meant`];
  const ids = new Set(meant.map((card) => card.id));
  const isRight = record.focus.length > 0 && record.focus.every((id) => ids.has(id));
  return isRight ? [] : [`focus is ${say(record.focus)}, expected one of ${say([...ids])}`];
};

const checkCheaper: Check = (scene) => {
  if (scene.expect.cheaperThanShown === undefined) return [];
  const ceiling = priceCeiling(scene);
  if (ceiling === undefined) return [`no card ${scene.expect.cheaperThanShown} with a price was on screen`];
  const dear = judgedCards(scene).filter(
    (card) => (priceOf(scene.matcher.get(card.id)) ?? Number.POSITIVE_INFINITY) >= ceiling,
  );
  return dear.map((card) => `${card.id} is not cheaper than ${ceiling}`);
};

const checkExcluded: Check = (scene) => {
  if (scene.expect.excludesShown === undefined) return [];
  const rejected = rejectedIds(scene);
  if (rejected.size === 0) return [`no card ${scene.expect.excludesShown} was on screen to reject`];
  return scene.record.cards
    .filter((card) => rejected.has(card.id))
    .map((card) => `${card.id} was rejected and is back`);
};

/** The first card is among the cheapest or dearest tenth of what fits. */
const checkExtreme: Check = (scene) => {
  const { extreme, all } = scene.expect;
  if (!extreme) return [];
  const first = judgedCards(scene)[0];
  const price = priceOf(scene.matcher.get(first?.id ?? ''));
  if (price === undefined) return ['no first card with a price'];
  const prices = scene.matcher.find(all ?? []).flatMap((item) => priceOf(item) ?? []);
  const better = prices.filter((other) => (extreme === 'min' ? other < price : other > price)).length;
  const tenth = Math.max(1, Math.ceil(prices.length / 10));
  return better < tenth
    ? []
    : [`first card at ${price}: ${better} of ${prices.length} are ${extreme === 'min' ? 'cheaper' : 'dearer'}`];
};

/**
 * An old topic's constraint leaks when it is still an active `must`, or when every card shown follows it although most of what
 * fits does not (one card in two by chance would make five alike a 3% accident).
 */
const checkLeak: Check = (scene) =>
  (scene.expect.noLeak ?? []).flatMap((predicate) => {
    const kept = scene.record.constraints.find(
      (one) => one.strength === 'must' && speaksOf(predicate, one.facet, one.value),
    );
    if (kept) return [`an old constraint is still active: ${describeConstraint(kept)}`];
    const cards = judgedCards(scene);
    const follows = cards.length >= 3 && cards.every((card) => scene.matcher.meets(card.id, [predicate]));
    if (!follows) return [];
    const fitting = scene.matcher.find(scene.expect.all ?? []);
    const alike = fitting.filter((item) => scene.matcher.meets(item.id, [predicate])).length;
    return alike * 2 <= fitting.length
      ? [`an old constraint still filters: all ${cards.length} cards follow it, ${alike} of ${fitting.length} would`]
      : [];
  });

function speaksOf(predicate: Predicate, facet: string, value: unknown): boolean {
  if ('not' in predicate) return speaksOf(predicate.not, facet, value);
  if ('any' in predicate) return predicate.any.some((part) => speaksOf(part, facet, value));
  if ('all' in predicate) return predicate.all.some((part) => speaksOf(part, facet, value));
  const values = [value].flat().map((one) => normaliseText(String(one)));
  if ('text' in predicate)
    return facet !== 'category' && predicate.text.some((word) => values.includes(normaliseText(word)));
  const wanted = [predicate.value].flat().map((one) => normaliseText(String(one)));
  const name = predicate.field.replace(/^attributes\./, '');
  return normaliseText(name) === normaliseText(facet) && wanted.some((one) => values.includes(one));
}

const checkNoNewSearch: Check = ({ expect, record, seen }) => {
  if (!expect.noNewSearch) return [];
  const fresh = record.cards.filter((card) => !seen.has(card.id));
  return fresh.length === 0 ? [] : [`${fresh.length} new cards where none was asked for`];
};

const checkAct: Check = ({ expect, record }) =>
  expect.act === undefined || fitsAct(expect.act, record)
    ? []
    : [`act is ${record.act ?? 'missing'}, expected ${[expect.act].flat().join(' or ')}`];

const checkConstraints: Check = ({ expect, record }) =>
  matchConstraints(expect.constraints ?? [], record.constraints).missing.map(
    (one) => `missed: ${describeConstraint(one)}`,
  );

const CHECKS: Check[] = [
  checkReference,
  checkDescribedReference,
  checkCheaper,
  checkExcluded,
  checkExtreme,
  checkLeak,
  checkNoNewSearch,
  checkAct,
  checkConstraints,
];

const say = (ids: string[]): string => (ids.length === 0 ? 'empty' : ids.slice(0, 5).join(', '));
