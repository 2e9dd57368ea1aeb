import type { SequencedPart } from '../contract/index.ts';

const readBatch = 200;

export interface PartCursorOptions {
  /** Every part above this `seq` is sent, in order, once. */
  after: number;
  read: (afterSeq: number, limit: number) => Promise<SequencedPart[]>;
  send: (part: SequencedPart) => void;
  /** The log could not be read: nothing more is sent, so that the order never breaks; the client is to come back. */
  onFault: (error: unknown) => void;
}

/**
 * One receiver's place in the session's log. Parts that follow on directly are passed on at once; whenever there is a gap
 * (a resume, parts written by another node) the log is read instead. Since parts are durable before they are offered,
 * reading always closes the gap, and no order of events can lose or double one.
 */
export class PartCursor {
  readonly #options: PartCursorOptions;
  #seq: number;
  #reading = false;
  /** Something may have been written after the read in progress began. */
  #behind = false;
  #closed = false;

  constructor(options: PartCursorOptions) {
    this.#options = options;
    this.#seq = options.after;
  }

  /** Parts just written, in order. */
  offer(parts: readonly SequencedPart[]): void {
    if (!this.#reading && parts[0]?.seq === this.#seq + 1) {
      for (const part of parts) this.#send(part);
    } else {
      this.readUpTo(parts.at(-1)?.seq ?? 0);
    }
  }

  /** The log has parts up to `seq`. */
  readUpTo(seq: number): void {
    if (seq > this.#seq) this.catchUp();
  }

  /** Sends whatever the log has. */
  catchUp(): void {
    this.#behind = true;
    if (!this.#reading) void this.#read();
  }

  close(): void {
    this.#closed = true;
  }

  /** Ends this receiver, who is told once. */
  fail(error: unknown): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#options.onFault(error);
  }

  async #read(): Promise<void> {
    this.#reading = true;
    try {
      while (this.#behind && !this.#closed) {
        this.#behind = false;
        const parts = await this.#options.read(this.#seq, readBatch);
        for (const part of parts) this.#send(part);
        if (parts.length === readBatch) this.#behind = true;
      }
    } catch (error) {
      this.fail(error);
    } finally {
      this.#reading = false;
    }
  }

  #send(part: SequencedPart): void {
    if (this.#closed) return;
    this.#seq = part.seq;
    this.#options.send(part);
  }
}
