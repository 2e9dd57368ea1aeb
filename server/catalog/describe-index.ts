import type { CatalogProfile, FacetProfile } from '../domain/catalog-profile.ts';
import type { FeedProblem, ProblemKind } from './feeds/feed-problem.ts';

/** What an index command prints: pure text, one array entry a line. */

const MOST_TYPES = 40;
const EXAMPLES = 4;
const SKIPPED = new Set<ProblemKind>(['bad-record', 'left-out', 'bad-file']);

export function describeCounts({ name, counts, currency }: CatalogProfile): string {
  const { product, video, live } = counts;
  const content = [
    [video, 'video', 'videos'],
    [live, 'live stream', 'live streams'],
  ] as const;
  const parts = content.flatMap(([count, one, many]) => (count > 0 ? [`${count} ${count === 1 ? one : many}`] : []));
  return `${name}: ${[`${product} ${product === 1 ? 'product' : 'products'}`, ...parts].join(', ')}, prices in ${currency}`;
}

/** A table of the facets, the best covered first. */
export function describeFacets({ facets, counts }: CatalogProfile): string[] {
  const stated = Object.values(facets).filter(({ count }) => count > 0);
  const sorted = stated.sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
  const rows = sorted.map((facet) => [
    facet.name,
    facet.type,
    `${Math.round((100 * facet.count) / Math.max(1, counts.product))}%`,
    facet.unit ?? '',
    exampleOf(facet),
  ]);
  return [`Facets (${rows.length}):`, ...alignColumns([['name', 'type', 'stated by', 'unit', 'examples'], ...rows])];
}

export function describeTypes({ types }: CatalogProfile): string[] {
  if (types.length === 0) return ['Product types: none'];
  const shown = types.slice(0, MOST_TYPES).map(({ label, count }) => `${label} ${count}`);
  const more = types.length > shown.length ? `, and ${types.length - shown.length} more` : '';
  return [`Product types (${types.length}):`, `  ${shown.join(', ')}${more}`];
}

export function describeProblems(problems: readonly FeedProblem[], most = Number.POSITIVE_INFINITY): string[] {
  if (problems.length === 0) return ['Problems: none'];
  const skipped = problems.filter(({ kind }) => SKIPPED.has(kind)).length;
  const lines = problems.slice(0, most).map((problem) => `  ${describeProblem(problem)}`);
  const more = problems.length > most ? [`  and ${problems.length - most} more; --problems FILE writes them all`] : [];
  return [`Problems (${problems.length}, ${skipped} of them skipped records):`, ...lines, ...more];
}

export function describeProblem({ file, line, kind, itemId, reason }: FeedProblem): string {
  const place = line > 0 ? `${file}:${line}` : file;
  return `${place}: ${kind}${itemId === undefined ? '' : ` (${itemId})`}: ${reason}`;
}

function exampleOf({ type, values, range }: FacetProfile): string {
  if (type === 'number') return range ? `${range.low} to ${range.high}` : '';
  return values
    .slice(0, EXAMPLES)
    .map(({ label }) => (label.length > 24 ? `${label.slice(0, 23)}…` : label))
    .join(', ');
}

function alignColumns(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
}
