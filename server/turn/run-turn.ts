import type { LedgerEntry, TurnPart } from '../contract/index.ts';
import { applyChanges } from '../dialogue/apply-changes.ts';
import type { SessionMemory } from '../domain/session-memory.ts';
import { decayInterests, learnFromWishes, presentInterests } from '../interests/update-interests.ts';
import type { TurnTrace } from '../insights/turn-trace.ts';
import { answerTurn } from './answer-turn.ts';
import { readTurn, type TurnReading } from './read-turn.ts';
import type { Shop } from './shop.ts';
import { showRow } from './show-row.ts';
import { Stopwatch } from './stopwatch.ts';
import type { TurnInput, TurnOutcome } from './turn.ts';

export interface TurnTools {
  input: TurnInput;
  shop: Shop;
  emit: (part: TurnPart) => void;
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
  emit: (part: TurnPart) => void,
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

  const tell = (ledger: LedgerEntry[]): void =>
    emit({
      type: 'understanding',
      source: 'embedded',
      act: reading.act,
      constraints: dialogue.wishes.constraints,
      ledger,
      ...focusOf(reading),
    });
  const { degraded, ...after } = reading.showsRow
    ? await showRow(tools, reading, memory, tell)
    : await answerTurn(tools, reading, memory, tell);
  signal.throwIfAborted();

  const added = reading.changes.flatMap((change) => (change.do === 'add' ? [change.constraint] : []));
  const interests = learnFromWishes(decayInterests(after.memory.interests), added, now);
  emit({ type: 'interests', profile: presentInterests(interests, shop.profile.currency) });
  emit({ type: 'turn-end', timings: watch.read(), degraded });
  return { memory: { ...after.memory, interests } };
}

const focusOf = ({ focus }: TurnReading): { focus?: string[] } => (focus.ids.length > 0 ? { focus: focus.ids } : {});
