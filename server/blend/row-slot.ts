import type { SlotReason } from '../contract/card.ts';

/** One place of the row, before its card is presented. */
export interface RowSlot {
  id: string;
  slotReason: SlotReason;
  /** How likely this item was to get this place: 1 unless it was drawn. Offline evaluation of rows weighs by it. */
  propensity: number;
  /** Near-duplicates behind this card. */
  folded?: FoldedGroup;
}

export interface FoldedGroup {
  /** The one facet in which they differ; left out where they are the same thing listed again. */
  facet?: string;
  /** Values of that facet besides the card's own, normalised. */
  values: string[];
  /** Best first. */
  ids: string[];
}
