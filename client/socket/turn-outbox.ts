import { z } from 'zod';
import { ErrorBody, type StateEdit, type TurnStart } from '../../server/contract/index.ts';
import type { AppStore } from '../state/store.ts';

export const TurnAnswer = z.union([
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), error: ErrorBody }),
]);

/** Sent again under the same turn id, so that a lost acknowledgement never makes two turns of one. */
const MAX_ATTEMPTS = 4;

export interface TurnOutbox {
  send(request: { text: string } | { edit: StateEdit }): string;
  /** Sends again what was never acknowledged; called on every new connection. */
  resume(): void;
}

interface OutboxOptions {
  store: AppStore;
  createId: () => string;
  now: () => number;
  /** Sends one turn and resolves with the server's answer; rejects when none came in time. */
  deliver: (turn: TurnStart) => Promise<unknown>;
  isReady: () => boolean;
}

/** The turns of state `sending` are the queue: nothing else has to be kept in step with them. */
export function createTurnOutbox({ store, createId, now, deliver, isReady }: OutboxOptions): TurnOutbox {
  const underWay = new Set<string>();

  const attempt = async (turn: TurnStart): Promise<void> => {
    if (underWay.has(turn.turnId)) return;
    underWay.add(turn.turnId);
    try {
      for (let tries = 0; tries < MAX_ATTEMPTS && isReady() && isSending(turn.turnId); tries++) {
        const answer = await deliver(turn).catch(() => undefined);
        if (answer !== undefined) return take(turn.turnId, answer);
      }
      if (isReady() && isSending(turn.turnId)) refuse(turn.turnId, { code: 'no-answer', message: '' });
    } finally {
      underWay.delete(turn.turnId);
    }
  };
  /** The first part of a turn says as much as its acknowledgement. */
  const isSending = (turnId: string) =>
    store.get().conversation.turns.some((turn) => turn.turnId === turnId && turn.status === 'sending');
  const take = (turnId: string, answer: unknown) => {
    const parsed = TurnAnswer.safeParse(answer);
    if (!parsed.success) return refuse(turnId, { code: 'unreadable-answer', message: '' });
    if (parsed.data.ok) store.dispatch({ type: 'turn-accepted', turnId });
    else refuse(turnId, parsed.data.error);
  };
  const refuse = (turnId: string, error: ErrorBody) => store.dispatch({ type: 'turn-refused', turnId, error });

  return {
    send(request) {
      const turnId = createId();
      store.dispatch({ type: 'turn-sent', turnId, ...request, at: now() });
      if (isReady()) void attempt({ turnId, ...request });
      return turnId;
    },
    resume() {
      for (const { turnId, text, edit, status } of store.get().conversation.turns) {
        if (status === 'sending') void attempt({ turnId, text, edit });
      }
    },
  };
}
