import { applyChanges } from '../dialogue/apply-changes.ts';
import type { SessionMemory } from '../domain/session-memory.ts';
import type { TurnTrace } from '../insights/turn-trace.ts';
import { decayInterests, learnFromWishes, presentInterests } from '../interests/update-interests.ts';
import { answerTurn } from './answer-turn.ts';
import { answerUnclear } from './answer-unclear.ts';
import { readTurn } from './read-turn.ts';
import type { Shop } from './shop.ts';
import { showRow } from './show-row.ts';
import { Stopwatch } from './stopwatch.ts';
import { tellReading } from './tell-reading.ts';
import type { Emit, TurnInput, TurnOutcome } from './turn.ts';

export interface TurnTools {
  input: TurnInput;
  shop: Shop;
  emit: Emit;
  signal: AbortSignal;
  watch: Stopwatch;
  now: number;
  /** Where the turn leaves how it went; left out where nobody will look. */
  trace?: TurnTrace;
}

/**
 * The whole product on one screen: words become an intent, the intent changes the dialogue, the dialogue is searched or answered
 * from, and every part leaves in order. Nothing outside changes; the caller stores the memory that comes back.
 */
export async function runTurn(
  shop: Shop,
  input: TurnInput,
  emit: Emit,
  signal: AbortSignal,
  now: number,
): Promise<TurnOutcome> {
  const watch = new Stopwatch();
  const trace = shop.traces?.open(input);
  const tools: TurnTools = { input, shop, emit, signal, watch, now, trace };
  emit({ type: 'turn-start' });

  const before = input.memory.dialogue;
  const reading = await watch.time('understand', () => readTurn(tools));
  if (trace) trace.changes = reading.changes;
  signal.throwIfAborted();
  const dialogue = await watch.time('dialogue', () => applyChanges(before, reading.changes, shop.meanings));
  const memory: SessionMemory = {
    ...input.memory,
    dialogue: { ...dialogue, turns: before.turns + 1, focus: reading.focus.ids },
  };

  tellReading(tools, reading, memory, 'embedded');
  const act = reading.showsRow ? showRow : reading.act === 'unclear' ? answerUnclear : answerTurn;
  const { degraded, ...after } = await act(tools, reading, memory);
  signal.throwIfAborted();

  const { changes } = after.reading ?? reading;
  if (trace) trace.changes = changes;
  const added = changes.flatMap((change) => (change.do === 'add' ? [change.constraint] : []));
  const interests = learnFromWishes(decayInterests(after.memory.interests), added, now);
  emit({ type: 'interests', profile: presentInterests(interests, shop.profile.currency) });
  emit({ type: 'turn-end', timings: watch.read(), degraded: [...new Set(degraded)] });
  return { memory: { ...after.memory, interests } };
}
