import type { Constraint } from '../contract/constraint.ts';
import { compileConstraint } from '../criteria/compile-criterion.ts';
import type { Candidate } from '../domain/candidate.ts';
import type { Criterion } from '../domain/criterion.ts';
import type { Wishes } from '../domain/dialogue-state.ts';
import type { Lexicon } from '../language/lexicon.ts';
import type { Eligible, Recall, Retriever } from './retriever.ts';

export interface CompiledWishes {
  constraints: Constraint[];
  /** Criteria of `must` constraints: filters. */
  must: Criterion[];
  /** Criteria of `prefer` constraints: ranking only. */
  prefer: Criterion[];
  eligible: Eligible;
}

/** Facets on which a silent record may still be shown: what is said of an audience is rarely said of things for everyone. */
const ADMITS_UNKNOWN = new Set(['audience', 'age']);

export function compileWishes(
  { constraints, rejected }: Wishes,
  lexicon: Lexicon,
  more: readonly string[] = [],
): CompiledWishes {
  const compile = (strength: Constraint['strength']): Criterion[] =>
    constraints.filter((one) => one.strength === strength).flatMap((one) => compileConstraint(one, lexicon));
  const must = compile('must');
  return {
    constraints,
    must,
    prefer: compile('prefer'),
    eligible: {
      ...(hasContent(lexicon) ? { kinds: ['product'] } : {}),
      criteria: must.map((criterion) => ({ criterion, admit: admits(criterion, lexicon) })),
      exclude: [...new Set([...rejected, ...more])],
    },
  };
}

const hasContent = ({ profile: { counts } }: Lexicon): boolean => counts.video + counts.live > 0;

function admits(criterion: Criterion, { profile }: Lexicon): 'known' | 'possible' {
  const role = profile.facets[criterion.facet]?.role ?? criterion.facet;
  return criterion.negated || ADMITS_UNKNOWN.has(role) ? 'possible' : 'known';
}

export interface Query {
  text: string;
  sparse: Record<string, number>;
}

const PREFERRED_WEIGHT = 0.5;

/** The words that describe what is wanted, taken from the wishes and not from one turn, so that "cheaper" still means sofas. */
export function buildQuery({ constraints }: Wishes, lexicon: Lexicon): Query {
  const positive = constraints.filter(({ relation, value }) => relation === 'is' && typeof value !== 'number');
  const sparse: Record<string, number> = {};
  const words: string[] = [];
  const heads = positive.filter(({ facet }) => facet === 'category');
  const usual = (type: string): string => lexicon.usualName(lexicon.language.key(type));
  for (const constraint of [...positive.filter((one) => !heads.includes(one)), ...heads]) {
    // A feature is searched by its name: "waterproof is true" looks for "waterproof".
    const said = constraint.value === 'true' ? [constraint.facet] : [constraint.value].flat().map(String);
    const values = constraint.facet === 'category' ? said.map((type) => usual(type)) : said;
    words.push(...values.slice(0, 4));
    const weight = constraint.strength === 'must' ? 1 : PREFERRED_WEIGHT / Math.max(1, values.length);
    for (const stem of values.flatMap((value) => lexicon.language.stems(value)))
      sparse[stem] = Math.max(sparse[stem] ?? 0, weight);
  }
  return { text: words.join(' '), sparse };
}

export interface Found {
  candidates: Candidate[];
  /** Exact number of products that fit. */
  total: number;
}

/** Up to so many criteria usually fit more products than are recalled. */
const FITS_MANY = 1;

/** Candidates for the wishes with the exact number of all that fit. */
export async function findProducts(
  retriever: Retriever,
  compiled: CompiledWishes,
  request: Pick<Recall, 'dense' | 'sparse' | 'order' | 'limit'>,
  signal: AbortSignal,
): Promise<Found> {
  const { eligible } = compiled;
  const count = (): Promise<number> => retriever.count(eligible, signal);
  // One wish fits many: counted meanwhile. Of many wishes it mostly shows in the answer how many fit.
  const early = compiled.must.length <= FITS_MANY ? count() : undefined;
  early?.catch(() => undefined);
  const candidates = await retriever.recall({ eligible, ...request }, signal);
  const isAll = candidates.length < request.limit && (request.dense !== undefined || request.order !== undefined);
  const total = await (early ?? (isAll ? candidates.length : count()));
  return {
    candidates: candidates.length < Math.min(request.limit, total) ? await topUp(candidates) : candidates,
    total,
  };

  /** Words alone find only what shares a word with the query; whatever else fits comes after it. */
  async function topUp(found: Candidate[]): Promise<Candidate[]> {
    const known = new Set(found.map(({ id }) => id));
    const others = await retriever.recall(
      { eligible: compiled.eligible, order: request.order, limit: request.limit },
      signal,
    );
    return [...found, ...others.filter(({ id }) => !known.has(id))].slice(0, request.limit);
  }
}
