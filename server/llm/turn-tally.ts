import type { AskReason } from './when-to-ask.ts';

/** What became of a model's reading: wishes were added, a question was put, nothing was new, or there was no usable answer. */
export type ReadingOutcome = 'added' | 'question' | 'same' | 'failed';

/** What the claim gate did to one reply. */
export interface GatedReply {
  passed: number;
  held: readonly unknown[];
  usedTemplate: boolean;
  fault?: unknown;
}

export interface TallyFigures {
  /** Turns of words, asked about or not. */
  turns: number;
  asked: Partial<Record<AskReason, number>>;
  readings: Partial<Record<ReadingOutcome, number>>;
  rankings: Partial<Record<'changed' | 'same' | 'failed', number>>;
  sentences: { passed: number; held: number };
  replies: Partial<Record<'model' | 'template' | 'failed', number>>;
}

/** Counts what turns used the model for, for /metrics and for evals. */
export class TurnTally {
  readonly #figures: TallyFigures = {
    turns: 0,
    asked: {},
    readings: {},
    rankings: {},
    sentences: { passed: 0, held: 0 },
    replies: {},
  };

  turn(asked: AskReason | undefined): void {
    this.#figures.turns += 1;
    if (asked) add(this.#figures.asked, asked);
  }

  reading(outcome: ReadingOutcome): void {
    add(this.#figures.readings, outcome);
  }

  ranking(outcome: 'changed' | 'same' | 'failed'): void {
    add(this.#figures.rankings, outcome);
  }

  reply({ passed, held, usedTemplate, fault }: GatedReply): void {
    const { sentences, replies } = this.#figures;
    sentences.passed += passed;
    sentences.held += held.length;
    add(replies, fault === undefined ? (usedTemplate ? 'template' : 'model') : 'failed');
  }

  read(): Readonly<TallyFigures> {
    return this.#figures;
  }
}

function add<Name extends string>(counts: Partial<Record<Name, number>>, name: Name): void {
  counts[name] = (counts[name] ?? 0) + 1;
}
