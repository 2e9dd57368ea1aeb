import { setTimeout as sleep } from 'node:timers/promises';
import type { ProductCard } from '../../contract/index.ts';
import type { SessionMemory } from '../../domain/session-memory.ts';
import { AppError } from '../../errors.ts';
import { plainCard } from '../../testing/plain-card.ts';
import type { Assistant, Emit, TurnInput, TurnOutcome } from '../../turn/turn.ts';

/**
 * An assistant that needs no catalog. Words in the text choose what goes wrong: `slow` (listens to its signal), `deaf` (does
 * not), `broken`, `refused`, `endless`, `endless-text`. The memory's `noPreference` is the list of texts it has answered.
 */
export function createFakeAssistant(options: { stepMs?: number; onRun?: (input: TurnInput) => void } = {}): Assistant {
  return {
    runTurn: (input, emit, signal) => {
      options.onRun?.(input);
      return runFakeTurn(input, emit, signal, options.stepMs ?? 0);
    },
    recordInteraction: async (memory, { kind, itemId }) => {
      if (itemId === 'poison') throw new Error('cannot be folded');
      return {
        ...memory,
        cart: { ...memory.cart, [`${kind}:${itemId}`]: (memory.cart[`${kind}:${itemId}`] ?? 0) + 1 },
      };
    },
    editInterests: async (memory, edit) => ({
      ...memory,
      interests:
        'pin' in edit
          ? {
              ...memory.interests,
              entries: [{ ...edit.pin, weight: 1, pinned: true, because: 'you pinned it', updatedAt: 0 }],
            }
          : { entries: [], prices: [] },
    }),
    catalog: () => ({ name: 'Test shop', items: 3, currency: 'EUR' }),
  };
}

async function runFakeTurn(input: TurnInput, emit: Emit, signal: AbortSignal, stepMs: number): Promise<TurnOutcome> {
  const text = input.text ?? 'edit';
  const wait = (ms: number) => (ms === 0 ? Promise.resolve() : sleep(ms, undefined, { signal }).catch(() => undefined));
  emit({ type: 'turn-start' });
  if (text.includes('refused'))
    throw new AppError('catalog_unavailable', 'The catalog does not answer. Try again soon.');
  emit({ type: 'understanding', source: 'embedded', act: 'search', constraints: [], ledger: [] });
  await wait(stepMs);
  signal.throwIfAborted();
  const memory = answer(input.memory, text);
  emit({ type: 'cards', rowId: input.turnId, revision: 1, total: 3, cards: cards(input.limit) }, memory);
  if (text.includes('broken')) throw new Error('password=hunter2 in a stack trace');
  if (text.includes('deaf')) await sleep(60_000, undefined, { ref: false });
  for (let word = 0; text.includes('endless-text'); word += 1) {
    emit({ type: 'text-delta', delta: `word ${word} ` });
    await sleep(2, undefined, { signal }).catch(() => undefined);
    signal.throwIfAborted();
  }
  if (text.includes('slow') || text.includes('endless')) await wait(text.includes('endless') ? 60_000 : 300);
  signal.throwIfAborted();
  await wait(stepMs);
  signal.throwIfAborted();
  for (const word of ['you ', 'said: ', text]) emit({ type: 'text-delta', delta: word });
  emit({ type: 'turn-end', timings: { firstCardMs: 1, totalMs: 2, stages: { recall: 1 } }, degraded: [] });
  return { memory };
}

function answer(memory: SessionMemory, text: string): SessionMemory {
  const { dialogue } = memory;
  return {
    ...memory,
    dialogue: { ...dialogue, turns: dialogue.turns + 1, noPreference: [...dialogue.noPreference, text] },
  };
}

function cards(limit: number): ProductCard[] {
  return Array.from({ length: Math.min(limit, 3) }, (_, index) =>
    plainCard(`item-${index}`, index + 1, { title: `Item ${index}`, availability: 'in_stock' }),
  );
}
