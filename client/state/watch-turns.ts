import { isActive, type Turn } from './conversation.ts';
import type { AppStore } from './store.ts';

/** Calls `onDone` once for every turn that ends while this page looks on. */
export function watchTurns(store: AppStore, onDone: (turn: Turn) => void): () => void {
  const active = new Set<string>();
  return store.subscribe(() => {
    for (const turn of store.get().conversation.turns) {
      if (turn.live && isActive(turn)) active.add(turn.turnId);
      else if (!isActive(turn) && active.delete(turn.turnId)) onDone(turn);
    }
  });
}
