import type { Candidate } from '../domain/candidate.ts';
import { BLEND } from './blend-weights.ts';
import { compareVariants } from './compare-variants.ts';
import { type Face, lazyFace } from './read-face.ts';

/** A candidate with its face, and the near-duplicates that it stands for. */
export interface Group {
  candidate: Candidate;
  face: () => Face;
  facet?: string;
  others: { candidate: Candidate; face: () => Face }[];
}

/** Products below this many times the row are not looked at for new groups: they would not be shown. */
const DEPTH = 2;

/**
 * Near-duplicates behind the best of them, best first. Folding makes room for other things and for nothing else: while there are
 * fewer groups than places, the folded ones come back as cards of their own, in the order of their rank. So do those that fit more than
 * what would stand among the leading products in their stead.
 * `named`: facets that the shopper spoke of; things that differ in one of them are not the same to this shopper.
 */
export function foldDuplicates(candidates: readonly Candidate[], limit: number, named: ReadonlySet<string>): Group[] {
  const groups: Group[] = [];
  const buckets = new Map<string, Group[]>();
  for (const candidate of candidates) {
    const face = lazyFace(candidate.indexed);
    const key = `${candidate.fit}|${candidate.indexed.brand ?? ''}`;
    const bucket = buckets.get(key) ?? [];
    if (joins(bucket, candidate, face, named)) continue;
    const group: Group = { candidate, face, others: [] };
    groups.push(group);
    if (groups.length <= limit * DEPTH) buckets.set(key, [...bucket, group]);
  }
  return unfoldInto(groups, candidates, limit);
}

function joins(bucket: Group[], candidate: Candidate, face: () => Face, named: ReadonlySet<string>): boolean {
  for (const group of bucket) {
    const variant = compareVariants(group.face(), face());
    if (!variant || (variant.facet !== undefined && named.has(variant.facet))) continue;
    // A group differs in one facet: three colours and two sizes of them are two groups.
    const isOther = group.facet !== undefined && variant.facet !== undefined && group.facet !== variant.facet;
    if (isOther) continue;
    group.facet ??= variant.facet;
    group.others.push({ candidate, face });
    return true;
  }
  return false;
}

function unfoldInto(groups: Group[], candidates: readonly Candidate[], limit: number): Group[] {
  const missing = Math.max(0, limit - groups.length);
  const leading = groups[Math.min(BLEND.leading, limit) - 1]?.candidate.fit ?? Number.POSITIVE_INFINITY;
  const fitsMore = ({ candidate: { fit = 0 } }: { candidate: Candidate }): boolean => fit > leading;
  const place = new Map(candidates.map(({ id }, index) => [id, index]));
  const byPlace = (one: { candidate: Candidate }, other: { candidate: Candidate }): number =>
    (place.get(one.candidate.id) ?? 0) - (place.get(other.candidate.id) ?? 0);
  const folded = groups.flatMap(({ others }) => others).sort(byPlace);
  const better = folded.filter(fitsMore);
  const room = folded.filter((one) => !better.includes(one)).slice(0, Math.max(0, missing - better.length));
  const back = [...better, ...room];
  if (back.length === 0) return groups;
  const own = back.map((one): Group => ({ ...one, others: [] }));
  const kept = groups.map((group) => {
    const others = group.others.filter((one) => !back.includes(one));
    return { ...group, others, facet: others.length > 0 ? group.facet : undefined };
  });
  return [...kept, ...own].sort(byPlace);
}
