import type { Constraint } from '../../contract/constraint.ts';
import type { NearMiss } from '../../contract/part.ts';
import type { Product } from '../../domain/catalog-item.ts';
import type { Fact, Verdict } from '../../domain/fact.ts';
import type { Lexicon } from '../../language/lexicon.ts';

/** One item that a reply may speak of, with all that its record says. */
export interface SceneItem {
  id: string;
  title: string;
  /** Left out for videos and live streams, of which only the title may be said. */
  product?: Product;
  facts: readonly Fact[];
}

/** What is true on this screen: the only things a reply may say. */
export interface ClaimScene {
  /** The row by ordinal, the first is ordinal 1; empty where the turn shows none. */
  shown: readonly SceneItem[];
  /** Items beside the row that may be named: those in focus and in the cart. */
  others: readonly SceneItem[];
  /** Ids that "it" means at the start of the reply. */
  focus: readonly string[];
  /** How many products fit; with `nearMiss`, how many nearest alternatives there are. */
  total: number;
  nearMiss?: NearMiss;
  /** All active constraints. */
  constraints: readonly Constraint[];
  /** Whether an item fits all `must` constraints. */
  fits(id: string): Verdict;
  /** Quantity by item id. */
  cart: Readonly<Record<string, number>>;
  currency: string;
  locale: string;
  lexicon: Lexicon;
  formatMoney(amount: number): string;
}

export type ClaimKind =
  | 'item'
  | 'price'
  | 'stock'
  | 'rating'
  | 'attribute'
  | 'count'
  | 'superlative'
  | 'comparison'
  | 'absence'
  | 'cart'
  | 'fit'
  | 'quote'
  | 'wish'
  | 'words';

/** A sentence with its mentions filled in from the records, or what is wrong with it. */
export type CheckedSentence =
  | { ok: true; text: string; claims: ClaimKind[]; subjects: readonly SceneItem[] }
  | { ok: false; kind: ClaimKind; reason: string };

export class ClaimFault extends Error {
  readonly kind: ClaimKind;

  constructor(kind: ClaimKind, reason: string) {
    super(reason);
    this.kind = kind;
  }
}

export const productsOf = (items: readonly SceneItem[]): SceneItem[] => items.filter(({ product }) => product);
