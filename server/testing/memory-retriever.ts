import type { Candidate } from '../domain/candidate.ts';
import { judge } from '../domain/criterion.ts';
import type { IndexedItem } from '../domain/indexed-item.ts';
import { buildPayload } from '../retrieval/qdrant/payload.ts';
import type { Eligible, Recall, Retriever } from '../retrieval/retriever.ts';

interface Point {
  indexed: IndexedItem;
  quality: number;
  vector?: Float32Array;
}

const RANK_CONSTANT = 60;

/** A retriever over a handful of items in memory, for properties over many turns; passes the contract suite of the real one. */
export class MemoryRetriever implements Retriever {
  private readonly points: Point[];

  /** `vectors` in the order of `items`; left out: words alone. */
  constructor(items: readonly IndexedItem[], vectors: readonly Float32Array[] = []) {
    this.points = items.map((indexed, index) => ({
      indexed,
      quality: buildPayload(indexed).quality,
      vector: vectors[index],
    }));
  }

  async recall({ eligible, dense, sparse, limit, order }: Recall, signal?: AbortSignal): Promise<Candidate[]> {
    signal?.throwIfAborted();
    const points = this.eligible(eligible);
    if (order) return orderBy(points, order).slice(0, limit).map(toCandidate(0));
    const rankings = [
      ...(dense ? [rank(points, (point) => cosine(point.vector, dense))] : []),
      ...(sparse && Object.keys(sparse).length > 0 ? [rank(points, (point) => this.weigh(point, sparse))] : []),
    ];
    if (rankings.length === 0) return byQuality(points).slice(0, limit).map(toCandidate(0));
    const scores = new Map<Point, number>();
    for (const ranking of rankings)
      for (const [place, point] of ranking.entries())
        scores.set(point, (scores.get(point) ?? 0) + 1 / (RANK_CONSTANT + place));
    const best = [...scores].sort((a, b) => b[1] - a[1]).slice(0, limit);
    return best.map(([point, score]) => toCandidate(score)(point));
  }

  async count(eligible: Eligible, signal?: AbortSignal): Promise<number> {
    signal?.throwIfAborted();
    return this.eligible(eligible).length;
  }

  counts(eligible: Eligible[], signal?: AbortSignal): Promise<number[]> {
    return Promise.all(eligible.map((each) => this.count(each, signal)));
  }

  async items(ids: string[]): Promise<IndexedItem[]> {
    return ids.flatMap((id) => this.points.find(({ indexed }) => indexed.item.id === id)?.indexed ?? []);
  }

  async vectors(ids: string[]): Promise<Record<string, Float32Array>> {
    const found = this.points.filter(({ indexed, vector }) => vector && ids.includes(indexed.item.id));
    return Object.fromEntries(found.flatMap(({ indexed, vector }) => (vector ? [[indexed.item.id, vector]] : [])));
  }

  async contentOf(productIds: string[], limit: number): Promise<IndexedItem[]> {
    const place = ({ item }: IndexedItem): number =>
      item.kind === 'product' ? -1 : productIds.findIndex((id) => item.products.includes(id));
    return this.points
      .map(({ indexed }) => indexed)
      .filter((indexed) => place(indexed) >= 0)
      .sort((a, b) => place(a) - place(b))
      .slice(0, limit);
  }

  async facet(eligible: Eligible, prefix: string, limit: number): Promise<{ term: string; count: number }[]> {
    const counts = new Map<string, number>();
    for (const { indexed } of this.eligible(eligible))
      for (const term of indexed.terms) if (term.startsWith(prefix)) counts.set(term, (counts.get(term) ?? 0) + 1);
    return [...counts]
      .map(([term, count]) => ({ term, count }))
      .sort((a, b) => b.count - a.count || (a.term < b.term ? -1 : 1))
      .slice(0, limit);
  }

  private eligible({ kinds, criteria, exclude }: Eligible): Point[] {
    return this.points.filter(
      ({ indexed }) =>
        (!kinds || kinds.includes(indexed.item.kind)) &&
        !exclude.includes(indexed.item.id) &&
        criteria.every(({ criterion, admit }) => {
          const verdict = judge(criterion, indexed);
          return verdict === 'yes' || (admit === 'possible' && verdict === 'unknown');
        }),
    );
  }

  private weigh({ indexed }: Point, sparse: Record<string, number>): number {
    return Object.entries(sparse).reduce((sum, [stem, weight]) => {
      const having = this.points.filter((point) => stem in point.indexed.sparse).length;
      const rarity = Math.log(1 + (this.points.length - having + 0.5) / (having + 0.5));
      return sum + weight * rarity * (indexed.sparse[stem] ?? 0);
    }, 0);
  }
}

/** Points with a score above zero, best first. */
const rank = (points: Point[], score: (point: Point) => number): Point[] =>
  points
    .map((point) => ({ point, score: score(point) }))
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ point }) => point);

const byQuality = (points: Point[]): Point[] => [...points].sort((a, b) => b.quality - a.quality);

function orderBy(points: Point[], { key, direction }: NonNullable<Recall['order']>): Point[] {
  const sign = direction === 'ascending' ? 1 : -1;
  const number = ({ indexed }: Point): number | undefined => indexed.numbers[key];
  const stating = points.filter((point) => number(point) !== undefined);
  const silent = points.filter((point) => number(point) === undefined);
  return [...stating.sort((a, b) => sign * ((number(a) ?? 0) - (number(b) ?? 0))), ...byQuality(silent)];
}

const cosine = (left: Float32Array | undefined, right: Float32Array): number =>
  left ? left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0) : 0;

const toCandidate =
  (recall: number) =>
  ({ indexed }: Point): Candidate => {
    const { terms, denied, stated, numbers, titleStems, item } = indexed;
    const { kind, createdAt } = item;
    const base = { terms, denied, stated, numbers, titleStems, kind, createdAt };
    if (item.kind !== 'product') return { id: item.id, recall, indexed: { ...base, availability: 'unknown' } };
    const { brand, seller, availability, popularity, rating } = item;
    return { id: item.id, recall, indexed: { ...base, brand, seller: seller?.name, availability, popularity, rating } };
  };
