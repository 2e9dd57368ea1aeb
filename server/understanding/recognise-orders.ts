import type { Chart } from './chart.ts';
import type { CueBooks } from './cue-books.ts';

/** "cheapest" orders the row; "cheaper" and "bigger" compare with what is shown. */
export function recogniseOrders(chart: Chart, books: CueBooks): void {
  for (let index = 0; index < chart.tokens.length; index += 1) {
    if (isTakenBack(chart, index, books)) continue;
    const superlative = books.superlatives.matchAt(chart.tokens, index)[0];
    const comparative = books.comparatives.matchAt(chart.tokens, index)[0];
    if (comparative && length(comparative) > length(superlative)) {
      const { start, end, value } = comparative;
      chart.claim({ kind: 'than', start, end, facet: value.facet, direction: value.direction });
    } else if (superlative) {
      const { start, end, value } = superlative;
      chart.claim({ kind: 'order', start, end, order: { ...value, words: chart.words({ start, end }) } });
    }
  }
}

/** "No longer red" compares nothing. */
const isTakenBack = (chart: Chart, index: number, { cues }: CueBooks): boolean =>
  index > 0 && cues.matchAt(chart.tokens, index - 1).some(({ end, value }) => end > index && value === 'relax');

const length = (place?: { start: number; end: number }): number => (place ? place.end - place.start : 0);
