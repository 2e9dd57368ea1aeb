import type { Candidate } from '../domain/candidate.ts';
import { BLEND } from './blend-weights.ts';

const DAY_MS = 86_400_000;

/**
 * Candidates that nobody could have judged yet: new in the catalog, or from a seller without a single rating where others have
 * some. None where many are, since a place for being new is worth something only while most are not.
 * `newestAt`: when the newest item of the catalog was made, in ms; a catalog that nobody has added to for a year has its own "new".
 */
export function findNewcomers(candidates: readonly Candidate[], newestAt: number | undefined): Set<string> {
  const since = newestAt === undefined ? Number.POSITIVE_INFINITY : newestAt - BLEND.newDays * DAY_MS;
  const rated = new Set(candidates.flatMap(({ indexed }) => (indexed.rating?.count ? [indexed.seller] : [])));
  const isNewSeller = ({ indexed: { seller } }: Candidate): boolean =>
    seller !== undefined && rated.size > 0 && !rated.has(seller);
  const found = candidates.filter((one) => (one.indexed.numbers.created ?? 0) >= since || isNewSeller(one));
  const isRare = found.length <= candidates.length * BLEND.newShare;
  return new Set(isRare ? found.map(({ id }) => id) : []);
}
