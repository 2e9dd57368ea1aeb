import type { NewProblem } from './problem-log.ts';

/** One record in the native form, still unchecked: `tidyItem` makes a catalog item of it. */
export interface FeedRecord {
  line: number;
  value: Record<string, unknown>;
}

/** What a reader may know and say while it reads one file. */
export interface FeedContext {
  note(problem: NewProblem): void;
  noteOnce(key: string, problem: NewProblem): void;
  /** ISO code for a price that names none, as configured or as last seen. */
  fallbackCurrency?: string;
  /** Whether the fallback was given by the operator and is not a guess. */
  currencyIsGiven: boolean;
  now: Date;
}

/** A decoded file; `cut` is set when the bytes ended before the file did, so that its last record is not to be trusted. */
export interface FeedText {
  chunks: AsyncIterable<string>;
  cut(): string | undefined;
}

/** Turns text into records in file order; reports what it skips to the context and never throws on content. */
export type FeedReader = (text: FeedText, context: FeedContext) => AsyncGenerator<FeedRecord>;
