import type { TraceSink, TurnTrace } from './turn-trace.ts';

/** The traces of the last turns of this process. Bounded: the oldest goes when a new one comes. */
export class TraceBuffer implements TraceSink {
  readonly #size: number;
  readonly #traces = new Map<string, TurnTrace>();

  constructor(size: number) {
    this.#size = size;
  }

  open(turn: { sessionId: string; turnId: string }): TurnTrace {
    const key = keyOf(turn);
    const trace: TurnTrace = { searches: [] };
    this.#traces.delete(key);
    this.#traces.set(key, trace);
    if (this.#traces.size > this.#size) this.#traces.delete(this.#traces.keys().next().value ?? '');
    return trace;
  }

  find(turn: { sessionId: string; turnId: string }): TurnTrace | undefined {
    return this.#traces.get(keyOf(turn));
  }
}

const keyOf = ({ sessionId, turnId }: { sessionId: string; turnId: string }): string => `${sessionId} ${turnId}`;
