import type { Timings } from '../contract/part.ts';

/** Times the stages of one turn in milliseconds. */
export class Stopwatch {
  private readonly startedAt = performance.now();
  private readonly stages: Record<string, number> = {};
  private firstCardMs: number | null = null;

  async time<Result>(stage: string, work: () => Result | Promise<Result>): Promise<Result> {
    const from = performance.now();
    try {
      return await work();
    } finally {
      this.stages[stage] = round((this.stages[stage] ?? 0) + performance.now() - from);
    }
  }

  cardsSent(): void {
    this.firstCardMs ??= round(performance.now() - this.startedAt);
  }

  read(): Timings {
    return {
      firstCardMs: this.firstCardMs,
      totalMs: round(performance.now() - this.startedAt),
      stages: { ...this.stages },
    };
  }
}

const round = (ms: number): number => Math.round(ms * 100) / 100;
