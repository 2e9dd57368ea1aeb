import { randomUUID } from 'node:crypto';
import type { SequencedPart, TurnStart } from '../../contract/index.ts';
import { SessionHub, type SessionHubOptions, type SessionHubParts } from '../session-hub.ts';
import { createFakeAssistant } from './fake-assistant.ts';
import { silentLog } from './silent-log.ts';

export const testHubOptions: SessionHubOptions = {
  nodeId: 'test-node',
  turnTimeoutMs: 20_000,
  leaseMs: 10_000,
  concurrentTurns: 64,
  waitingTurns: 2_000,
  retentionMs: 0,
  defaultLocale: 'en',
  secrets: ['a secret of the tests'],
};

export function createTestHub(
  parts: Pick<SessionHubParts, 'store'> &
    Partial<Omit<SessionHubParts, 'options'>> & { options?: Partial<SessionHubOptions> },
): SessionHub {
  return new SessionHub({
    assistant: createFakeAssistant(),
    presentInterests: (memory) => ({
      likes: memory.interests.entries.map(({ facet, value, weight, pinned, because }) => ({
        facet,
        value,
        weight,
        pinned,
        because,
      })),
    }),
    log: silentLog,
    ...parts,
    options: { ...testHubOptions, ...parts.options },
  });
}

export const say = (text: string, turnId: string = randomUUID()): TurnStart => ({ turnId, text });

export const isTerminal = ({ part }: SequencedPart): boolean => part.type === 'turn-end' || part.type === 'error';

/** Keeps what a receiver is sent, and lets a test wait for it. */
export class Receiver {
  readonly parts: SequencedPart[] = [];
  readonly #waiting: { test: (parts: SequencedPart[]) => boolean; resolve: () => void }[] = [];

  readonly take = (part: SequencedPart): void => {
    this.parts.push(part);
    for (const waiter of [...this.#waiting]) {
      if (!waiter.test(this.parts)) continue;
      this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
      waiter.resolve();
    }
  };

  async until(test: (parts: SequencedPart[]) => boolean): Promise<void> {
    if (test(this.parts)) return;
    await new Promise<void>((resolve) => this.#waiting.push({ test, resolve }));
  }

  async untilEnded(turnId: string): Promise<SequencedPart[]> {
    await this.until((parts) => parts.some((part) => part.turnId === turnId && isTerminal(part)));
    return this.of(turnId);
  }

  async untilType(turnId: string, type: SequencedPart['part']['type']): Promise<void> {
    await this.until((parts) => parts.some((part) => part.turnId === turnId && part.part.type === type));
  }

  of(turnId: string): SequencedPart[] {
    return this.parts.filter((part) => part.turnId === turnId);
  }

  types(turnId: string): string[] {
    return this.of(turnId).map(({ part }) => (part.type === 'error' ? `error ${part.code}` : part.type));
  }

  get seqs(): number[] {
    return this.parts.map((part) => part.seq);
  }
}

/** 1, 2, ... `last`. */
export const upTo = (last: number, first = 1): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
