import { z } from 'zod';
import { SequencedPart } from '../../server/contract/index.ts';
import type { AppStore } from '../state/store.ts';

const Envelope = z.object({
  turnId: z.string().optional().catch(undefined),
  seq: z.number().int().optional().catch(undefined),
});

/** How long parts may wait for a missing one before the rest is asked for again, and then for it to be given up. */
export const GAP_TIMEOUT_MS = 2_000;
/** A replay brings thousands of parts: the page is drawn once for all that came in one frame. */
const BATCH_MS = 12;

export interface PartInbox {
  take(payload: unknown): void;
  /** Hands over what waits, before something changes that the parts came before. */
  flush(): void;
  close(): void;
}

/** Parses what arrives, hands it to the store in batches and watches for gaps. `askAgain` resumes from the last good `seq`. */
export function createPartInbox(store: AppStore, now: () => number, askAgain: () => void): PartInbox {
  let waiting: SequencedPart[] = [];
  let batchTimer: ReturnType<typeof setTimeout> | undefined;
  let gapTimer: ReturnType<typeof setTimeout> | undefined;
  let asked = false;

  const deliver = () => {
    clearTimeout(batchTimer);
    batchTimer = undefined;
    const messages = waiting;
    waiting = [];
    if (messages.length > 0) store.dispatch({ type: 'parts', messages, at: now() });
    watchGap();
  };
  const watchGap = () => {
    const gap = Object.keys(store.get().conversation.held).length > 0;
    if (!gap) {
      clearTimeout(gapTimer);
      gapTimer = undefined;
      asked = false;
    } else if (gapTimer === undefined) {
      gapTimer = setTimeout(closeGap, GAP_TIMEOUT_MS);
    }
  };
  const closeGap = () => {
    gapTimer = undefined;
    if (asked) store.dispatch({ type: 'gap-skipped', at: now() });
    else askAgain();
    asked = !asked;
    watchGap();
  };
  const takeUnreadable = (payload: unknown) => {
    deliver();
    const envelope = Envelope.safeParse(payload).data ?? {};
    store.dispatch({ type: 'unreadable', ...envelope, at: now() });
  };
  return {
    take(payload) {
      const parsed = SequencedPart.safeParse(payload);
      if (!parsed.success) return takeUnreadable(payload);
      waiting.push(parsed.data);
      batchTimer ??= setTimeout(deliver, BATCH_MS);
    },
    flush: deliver,
    close() {
      clearTimeout(batchTimer);
      clearTimeout(gapTimer);
    },
  };
}
