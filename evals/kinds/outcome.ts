import type { Assistant } from '../../server/turn/turn.ts';
import type { Unit } from '../metrics/unit.ts';
import type { ModelReport } from '../model/model-report.ts';
import type { CatalogMatcher } from '../predicate/catalog-matcher.ts';
import type { Search } from '../shop/eval-shop.ts';

/** Who answers: the product, a part of its retrieval, or a baseline beside it. */
export interface Arm {
  name: string;
  assistant?: Assistant;
  search?: Search;
  /** What it asked of a language model until now. */
  finish?: () => ModelReport | undefined;
}

export interface CardView {
  id: string;
  title: string;
  price?: string;
  /** What the record breaks, in words; empty for a card as asked for. */
  broke: string[];
}

/** What one failed query or turn looked like, for the person who reads the report. */
export interface Failure {
  caseId: string;
  turn?: number;
  text: string;
  tags: string[];
  reasons: string[];
  constraints: string[];
  cards: CardView[];
  /** 0 (all wrong) to 1, to sort by where failing is a matter of degree. */
  score: number;
}

/** What a turn answered, to compare two runs of the same case. */
export interface Answer {
  cards: string[];
  constraints: string[];
}

export interface Outcome {
  units: Unit[];
  failures: Failure[];
  /** By `caseId`, one answer a turn. */
  answers: Map<string, Answer[]>;
  notes: string[];
}

export interface KindContext {
  matcher: CatalogMatcher;
  /** Called when one more case is done. */
  tick: () => void;
}

/** Cases at once: enough to keep two cores busy while one waits for the vector store. */
export const CASES_AT_ONCE = 4;

export const mergeOutcomes = (outcomes: Outcome[]): Outcome => ({
  units: outcomes.flatMap((outcome) => outcome.units),
  failures: outcomes.flatMap((outcome) => outcome.failures),
  answers: new Map(outcomes.flatMap((outcome) => [...outcome.answers])),
  notes: outcomes.flatMap((outcome) => outcome.notes),
});
