import type { SessionMemory } from '../domain/session-memory.ts';
import { answerTurn } from './answer-turn.ts';
import { askToConfirm } from './ask-to-confirm.ts';
import type { TurnReading } from './read-turn.ts';
import { rereadTurn } from './reread-turn.ts';
import type { TurnTools } from './run-turn.ts';
import { showRow, type TurnResult } from './show-row.ts';
import { tellReading } from './tell-reading.ts';
import { withoutReading } from './without-model.ts';

/** Where the embedded parser understood nothing, no row waits for a model: it is asked first, and what it finds is shown or answered. */
export async function answerUnclear(
  tools: TurnTools,
  reading: TurnReading,
  memory: SessionMemory,
): Promise<TurnResult> {
  const { differs, options, hasFailed, ...reread } = await rereadTurn(tools, reading, memory);
  if (differs) {
    tools.shop.model?.tally.reading('added');
    tellReading(tools, reread.reading, reread.memory, 'model');
  }
  const act = reread.reading.showsRow ? showRow : answerTurn;
  const result = await act(withoutReading(tools), reread.reading, reread.memory);
  askToConfirm(tools, options);
  return { ...result, reading: reread.reading, degraded: [...result.degraded, ...(hasFailed ? ['model'] : [])] };
}
