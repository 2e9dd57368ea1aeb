import { emptyMemory } from '../../server/domain/session-memory.ts';
import {
  condense,
  countRelevant,
  type Grades,
  scoreNdcg,
  scoreRecall,
  scoreReciprocalRank,
  withoutRepeats,
} from '../metrics/ranking.ts';
import { type Share, share, truth, type Unit } from '../metrics/unit.ts';
import { mapPool } from '../shop/map-pool.ts';
import { playTurn } from '../shop/play-turn.ts';
import type { RetrievalCase } from '../suite/cases.ts';
import { type Arm, CASES_AT_ONCE, type KindContext, mergeOutcomes, type Outcome } from './outcome.ts';

/** The contract's largest row; an arm without the assistant can go deeper. */
const ASSISTANT_DEPTH = 50;
const ARM_DEPTH = 100;

/** Below this nDCG@10 a query is worth a look. */
const POOR = 0.5;

export async function runRetrieval(
  cases: RetrievalCase[],
  judgments: ReadonlyMap<string, Grades>,
  arm: Arm,
  context: KindContext,
): Promise<Outcome> {
  const outcomes = await mapPool(cases, CASES_AT_ONCE, async (query) => {
    const { ranked, error } = await rank(query, arm);
    context.tick();
    return judgeQuery(query, judgments.get(query.id) ?? new Map(), { ranked, error, depth: depthOf(arm) }, context);
  });
  return { ...mergeOutcomes(outcomes), notes: describeCoverage(cases, judgments) };
}

const depthOf = (arm: Arm): number => (arm.search ? ARM_DEPTH : ASSISTANT_DEPTH);

async function rank(query: RetrievalCase, arm: Arm): Promise<{ ranked: string[]; error?: string }> {
  if (arm.search) {
    try {
      return { ranked: await arm.search(query.text, ARM_DEPTH, AbortSignal.timeout(30_000)) };
    } catch (error) {
      return { ranked: [], error: error instanceof Error ? error.message : String(error) };
    }
  }
  if (!arm.assistant) throw new TypeError(`arm ${arm.name} has neither search nor assistant`);
  const request = { caseId: query.id, turn: 1, text: query.text, limit: ASSISTANT_DEPTH, memory: emptyMemory() };
  const record = await playTurn(arm.assistant, request);
  const products = record.cards.filter((card) => card.kind === 'product');
  return { ranked: products.map((card) => card.id), error: record.error };
}

interface Ranking {
  ranked: string[];
  error?: string;
  depth: number;
}

/** A query without a relevant item says nothing about the order and stays out of every mean but `judged@10`. */
export function judgeQuery(query: RetrievalCase, grades: Grades, ranking: Ranking, context: KindContext): Outcome {
  const ranked = ranking.error === undefined ? withoutRepeats(ranking.ranked) : [];
  const shares = { ...scoreShares(ranked, grades, ranking.depth), errors: truth(ranking.error !== undefined) };
  const unit: Unit = { caseId: query.id, tags: query.tags, shares };
  const score = scoreNdcg(ranked, grades, 10);
  const isPoor = countRelevant(grades) > 0 && score < POOR;
  const answers = new Map([[query.id, [{ cards: ranked.slice(0, 5), constraints: [] }]]]);
  if (!isPoor && ranking.error === undefined) return { units: [unit], failures: [], answers, notes: [] };
  const cards = ranked.slice(0, 5).map((id) => viewCard(id, grades, context));
  const reasons = [ranking.error ?? `nDCG@10 is ${score.toFixed(2)} with ${countRelevant(grades)} relevant items`];
  const failure = { caseId: query.id, text: query.text, tags: query.tags, reasons, constraints: [], cards, score };
  return { units: [unit], failures: [failure], answers, notes: [] };
}

function scoreShares(ranked: string[], grades: Grades, depth: number): Record<string, Share> {
  const top = ranked.slice(0, 10);
  const judged = share(top.filter((id) => grades.has(id)).length, top.length);
  if (countRelevant(grades) === 0) return grades.size === 0 ? {} : { 'judged@10': judged };
  return {
    'ndcg@10': share(scoreNdcg(ranked, grades, 10)),
    'condensed-ndcg@10': share(scoreNdcg(condense(ranked, grades), grades, 10)),
    'judged@10': judged,
    mrr: share(scoreReciprocalRank(ranked, grades)),
    'recall@50': share(scoreRecall(ranked, grades, 50)),
    ...(depth >= ARM_DEPTH ? { 'recall@100': share(scoreRecall(ranked, grades, 100)) } : {}),
  };
}

function viewCard(id: string, grades: Grades, context: KindContext) {
  const item = context.matcher.get(id);
  const grade = grades.get(id);
  const broke = grade === undefined ? ['not judged'] : grade > 0 ? [] : [`grade ${grade}`];
  return { id, title: item?.title ?? '(not in the catalog)', broke };
}

function describeCoverage(cases: RetrievalCase[], judgments: ReadonlyMap<string, Grades>): string[] {
  const unjudged = cases.filter((query) => !judgments.has(query.id));
  const empty = cases.filter(
    (query) => judgments.has(query.id) && countRelevant(judgments.get(query.id) ?? new Map()) === 0,
  );
  const texts = new Set(cases.map((query) => query.text.toLowerCase()));
  return [
    ...(empty.length > 0
      ? [
          `${empty.length} of ${cases.length} queries have no relevant item and are left out of the means: ${list(empty)}`,
        ]
      : []),
    ...(unjudged.length > 0 ? [`${unjudged.length} queries have no judgment at all: ${list(unjudged)}`] : []),
    ...(texts.size < cases.length
      ? [`${cases.length - texts.size} queries repeat the words of another; each is scored by its own judgments`]
      : []),
  ];
}

const list = (cases: RetrievalCase[]): string => cases.map((query) => `"${query.text}"`).join(', ');
