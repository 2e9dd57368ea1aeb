import type { Lexicon } from '../language/lexicon.ts';
import type { Chart } from './chart.ts';

const LONGEST_VALUE = 3;
const LINKS = new Set(['is', 'of', 'be', ':', '=', 'in']);

/** A value together with the name of its facet: "size M", "slim fit", "rise: high". The name makes any value of the facet sure. */
export function recogniseNamedValues(chart: Chart, lexicon: Lexicon): void {
  for (let index = 0; index < chart.tokens.length; index += 1)
    for (const name of namesAt(chart, index, lexicon)) {
      const found =
        valueAfter(chart, name.end, name.facet, lexicon) ?? valueBefore(chart, name.start, name.facet, lexicon);
      if (!found || !chart.isFree(name.start, name.end)) continue;
      const place = { start: Math.min(found.start, name.start), end: Math.max(found.end, name.end) };
      chart.claim({ kind: 'wish', facet: name.facet, relation: 'is', value: found.label, ...place });
    }
}

/** The facets that a phrase may name. Of "dress size" only "size" is the name: the dress is what is wanted. */
function namesAt(
  chart: Chart,
  index: number,
  { facetNames, types }: Lexicon,
): { start: number; end: number; facet: string }[] {
  return facetNames.matchAt(chart.tokens, index).map(({ start, end, value }) => {
    const type = types.matchAt(chart.tokens, start)[0];
    return { start: type && type.end < end ? type.end : start, end, facet: value };
  });
}

interface Found {
  start: number;
  end: number;
  label: string;
}

function valueAfter(chart: Chart, from: number, facet: string, lexicon: Lexicon): Found | undefined {
  const start = LINKS.has(chart.tokens[from]?.norm ?? '') ? from + 1 : from;
  return firstDefined(LONGEST_VALUE, (size) => valueAt(chart, start, start + size, facet, lexicon));
}

const valueBefore = (chart: Chart, end: number, facet: string, lexicon: Lexicon): Found | undefined =>
  firstDefined(LONGEST_VALUE, (size) => valueAt(chart, end - size, end, facet, lexicon));

function firstDefined<Result>(most: number, read: (size: number) => Result | undefined): Result | undefined {
  for (let size = most; size > 0; size -= 1) {
    const result = read(size);
    if (result !== undefined) return result;
  }
  return undefined;
}

function valueAt(chart: Chart, start: number, end: number, facet: string, lexicon: Lexicon): Found | undefined {
  if (start < 0 || end > chart.tokens.length || !chart.isFree(start, end)) return undefined;
  const key = chart.tokens
    .slice(start, end)
    .map(({ stem }) => stem)
    .join(' ');
  const label = lexicon.labelOf(facet, key);
  return label === undefined ? undefined : { start, end, label };
}
