import type { PartOf, TurnPart } from '../contract/index.ts';
import { collectPart, type RecordedParts } from '../insights/turn-record.ts';
import type { Addition, AppendResult, SessionLog } from './session-log.ts';

/** The first parts of a turn wait this long for the cards, so that one write and one packet carries them all. */
const gatherMs = 20;
const patient = new Set<TurnPart['type']>(['turn-start', 'understanding']);

export interface PartWriterOptions {
  log: SessionLog;
  turnId: string;
  owner: string;
  /** A write failed or the turn is not ours any more: nothing more is written, the turn may stop. */
  onBroken: (reason: 'lost' | { error: unknown }) => void;
}

/** Collects the parts of one turn as they come and writes what is there in as few transactions as the shopper will not notice. */
export class PartWriter {
  readonly #options: PartWriterOptions;
  #buffer: TurnPart[] = [];
  #terminal: PartOf<'turn-end'> | PartOf<'error'> | undefined;
  #recorded: RecordedParts = {};
  #timer: NodeJS.Timeout | undefined;
  #immediate: NodeJS.Immediate | undefined;
  #writing: Promise<void> = Promise.resolve();
  #broken: 'lost' | { error: unknown } | undefined;
  #closed = false;
  #count = 0;

  constructor(options: PartWriterOptions) {
    this.#options = options;
  }

  /** Parts taken so far, the terminal one not counted. */
  get count(): number {
    return this.#count;
  }

  push(part: TurnPart): void {
    if (this.#closed || this.#terminal) return;
    if (part.type === 'turn-end' || part.type === 'error') {
      // Held back: it becomes durable together with the memory, and so is never seen without it.
      this.#terminal = part;
      return;
    }
    this.#count += 1;
    this.#recorded = collectPart(this.#recorded, part);
    this.#collect(part);
    if (patient.has(part.type)) this.#timer ??= setTimeout(() => this.#flush(), gatherMs);
    else this.#immediate ??= setImmediate(() => this.#flush());
  }

  /** The held terminal part, if the turn came that far. */
  get terminal(): PartOf<'turn-end'> | PartOf<'error'> | undefined {
    return this.#terminal;
  }

  /** What a record of the turn is made of. */
  get recorded(): RecordedParts {
    return this.#recorded;
  }

  /** Writes the rest, `terminal` and what belongs to it in one transaction. Rejects when the store does. */
  async finish(terminal: TurnPart, rest: Pick<Addition, 'memory' | 'turn'>): Promise<AppendResult> {
    await this.stop();
    if (this.#broken === 'lost') return 'lost';
    if (this.#broken) throw this.#broken.error;
    const parts = [...this.#buffer, terminal];
    return this.#options.log.append({ turnId: this.#options.turnId, parts, ...rest });
  }

  /** Takes nothing more and writes nothing more by itself. */
  async stop(): Promise<void> {
    this.#closed = true;
    this.#unschedule();
    await this.#writing;
  }

  /** Words that were not sent yet join into one part. */
  #collect(part: TurnPart): void {
    const last = this.#buffer.at(-1);
    if (part.type === 'text-delta' && last?.type === 'text-delta') {
      this.#buffer[this.#buffer.length - 1] = { type: 'text-delta', delta: last.delta + part.delta };
    } else {
      this.#buffer.push(part);
    }
  }

  #flush(): void {
    this.#unschedule();
    this.#writing = this.#writing.then(() => this.#write());
  }

  async #write(): Promise<void> {
    if (this.#broken || this.#buffer.length === 0) return;
    const { log, turnId, owner, onBroken } = this.#options;
    const parts = this.#buffer;
    this.#buffer = [];
    try {
      const result = await log.append({ turnId, parts, turn: { turnId, owner } });
      if (result === 'written') return;
      this.#broken = 'lost';
    } catch (error) {
      this.#broken = { error };
    }
    onBroken(this.#broken);
  }

  #unschedule(): void {
    clearTimeout(this.#timer);
    clearImmediate(this.#immediate);
    this.#timer = undefined;
    this.#immediate = undefined;
  }
}
