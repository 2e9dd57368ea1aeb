/** Grade by item id; an item that is not in it was never judged. */
export type Grades = ReadonlyMap<string, number>;

const isRelevant = (grade: number | undefined): boolean => (grade ?? 0) > 0;

/** A repeated item would be rewarded twice: only its first place counts. */
export const withoutRepeats = (ranked: string[]): string[] => [...new Set(ranked)];

/** Judged items only, in order: how good the ranking is where anyone looked. */
export const condense = (ranked: string[], grades: Grades): string[] => ranked.filter((id) => grades.has(id));

/**
 * nDCG as trec_eval's `ndcg_cut`: linear gain, discount log2(rank + 1), unjudged and negative grades are 0, the ideal
 * is taken over all judged items. 0 where no item is relevant (callers leave such queries out of the mean).
 */
export function scoreNdcg(ranked: string[], grades: Grades, depth: number): number {
  const ideal = gain([...grades.values()].sort((left, right) => right - left).slice(0, depth));
  if (ideal === 0) return 0;
  return (
    gain(
      withoutRepeats(ranked)
        .slice(0, depth)
        .map((id) => grades.get(id) ?? 0),
    ) / ideal
  );
}

const gain = (grades: number[]): number =>
  grades.reduce((sum, grade, at) => sum + Math.max(0, grade) / Math.log2(at + 2), 0);

/** 1 / rank of the first relevant item, 0 without one. */
export function scoreReciprocalRank(ranked: string[], grades: Grades): number {
  const at = withoutRepeats(ranked).findIndex((id) => isRelevant(grades.get(id)));
  return at < 0 ? 0 : 1 / (at + 1);
}

/** Share of all relevant items among the first `depth`; 0 where no item is relevant. */
export function scoreRecall(ranked: string[], grades: Grades, depth: number): number {
  const relevant = countRelevant(grades);
  const found = withoutRepeats(ranked)
    .slice(0, depth)
    .filter((id) => isRelevant(grades.get(id))).length;
  return relevant === 0 ? 0 : found / relevant;
}

export const countRelevant = (grades: Grades): number => [...grades.values()].filter(isRelevant).length;
