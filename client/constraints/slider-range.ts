import type { Constraint, ProductCard } from '../../server/contract/index.ts';
import type { Turn } from '../state/conversation.ts';

export interface SliderRange {
  value: number;
  min: number;
  max: number;
  step: number;
}

const STEPS = 100;

/**
 * Bounds for moving a limit. The contract names no range of a facet, so it is what the cards of this conversation state, and in any
 * case room on both sides of the limit. Undefined for what is not one number.
 */
export function sliderRange(constraint: Constraint, turns: readonly Turn[]): SliderRange | undefined {
  const { value, facet, relation } = constraint;
  if (typeof value !== 'number' || !['at-most', 'at-least', 'around'].includes(relation)) return undefined;
  if (facet === 'rating') return { value, min: 1, max: 5, step: 0.5 };
  const seen = products(turns).flatMap((card) => numberOf(card, facet) ?? []);
  const step = niceStep((Math.max(value * 2, ...seen) - Math.min(0, ...seen)) / STEPS);
  const max = Math.ceil(Math.max(value * 2, ...seen) / step) * step;
  const lowest = Math.min(value / 2, ...seen);
  return { value, min: Math.floor(lowest / step) * step, max: max > 0 ? max : step * STEPS, step };
}

const products = (turns: readonly Turn[]): ProductCard[] =>
  turns.flatMap(({ rows }) => rows.flatMap(({ cards }) => cards.filter((card) => card.kind === 'product')));

function numberOf(card: ProductCard, facet: string): number | undefined {
  const stated = facet === 'price' ? card.price?.amount : card.attributes[facet];
  return typeof stated === 'number' ? stated : undefined;
}

/** 1, 2 or 5 times a power of ten: a limit of 47.3 is nobody's wish. */
function niceStep(rough: number): number {
  if (!(rough > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= rough) ?? 10;
  return factor * power;
}
