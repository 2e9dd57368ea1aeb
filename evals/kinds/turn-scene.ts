import type { Card } from '../../server/contract/card.ts';
import type { CatalogItem } from '../../server/domain/catalog-item.ts';
import type { CatalogMatcher } from '../predicate/catalog-matcher.ts';
import type { TurnRecord } from '../shop/play-turn.ts';
import type { Expectation } from '../suite/expectation.ts';

/** One turn with what the shopper had on screen before it. */
export interface TurnScene {
  expect: Expectation;
  record: TurnRecord;
  /** Cards of the latest earlier turn that showed any. */
  shown: Card[];
  /** Ids of all cards of all earlier turns. */
  seen: ReadonlySet<string>;
  matcher: CatalogMatcher;
}

/** How far down the row is judged. */
export const JUDGED_CARDS = 5;
/** A row that shows fewer than this, where the catalog has more, is no answer. */
export const ENOUGH_CARDS = 3;

export const productCards = (cards: Card[]): Card[] => cards.filter((card) => card.kind === 'product');
export const judgedCards = (scene: TurnScene): Card[] => productCards(scene.record.cards).slice(0, JUDGED_CARDS);

/** The card with an ordinal of the row on screen; from the end when negative. */
export function findShown(scene: TurnScene, ordinal: number): Card | undefined {
  if (ordinal < 0) return scene.shown.at(ordinal);
  return scene.shown.find((card) => card.ordinal === ordinal);
}

export const priceOf = (item: CatalogItem | undefined): number | undefined =>
  item?.kind === 'product' ? item.price?.amount : undefined;

/** Turned-down cards: gone from the next row, and from what the catalog has for it. */
export function rejectedIds(scene: TurnScene): Set<string> {
  const { excludesShown } = scene.expect;
  if (excludesShown === undefined) return new Set();
  if (excludesShown === 'all') return new Set(scene.shown.map((card) => card.id));
  const card = findShown(scene, excludesShown);
  return new Set(card ? [card.id] : []);
}

/** The price that the cards have to stay below, when the turn asks for something cheaper than a card on screen. */
export function priceCeiling(scene: TurnScene): number | undefined {
  if (scene.expect.cheaperThanShown === undefined) return undefined;
  return priceOf(scene.matcher.get(findShown(scene, scene.expect.cheaperThanShown)?.id ?? ''));
}

/** All products of the catalog that would be right for this turn. */
export function findRight(scene: TurnScene): CatalogItem[] {
  const rejected = rejectedIds(scene);
  const ceiling = priceCeiling(scene);
  return scene.matcher
    .find(scene.expect.all ?? [])
    .filter((item) => !rejected.has(item.id))
    .filter((item) => ceiling === undefined || (priceOf(item) ?? Number.POSITIVE_INFINITY) < ceiling);
}
