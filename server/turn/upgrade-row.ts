import type { Card } from '../contract/index.ts';
import type { Wishes } from '../domain/dialogue-state.ts';
import type { SessionMemory } from '../domain/session-memory.ts';
import type { ReadingOption } from '../llm/merge-proposal.ts';
import { offerInstead } from '../llm/merge-proposal.ts';
import { rankRow } from './rank-row.ts';
import type { TurnReading } from './read-turn.ts';
import { rereadTurn } from './reread-turn.ts';
import type { TurnTools } from './run-turn.ts';
import type { SearchRow } from './search-row.ts';
import { tellReading } from './tell-reading.ts';

/** A row as it stands on the screen. */
export interface ShownRow {
  reading: TurnReading;
  memory: SessionMemory;
  row: SearchRow;
  cards: Card[];
}

export interface RowSteps {
  find(wishes: Wishes): Promise<Pick<ShownRow, 'row' | 'cards'>>;
  /** The same candidates in another order. */
  present(row: SearchRow, wishes: Wishes): Promise<Card[]>;
  /** Sends the row's next revision. */
  send(shown: ShownRow): void;
}

export interface UpgradedRow extends ShownRow {
  options: ReadingOption[];
  /** The model gave no usable answer: nothing more is asked of it in this turn. */
  hasFailed: boolean;
}

/**
 * What a model makes of a row that the shopper sees already: its reading may add wishes, its ranking may reorder the best products. Each step
 * that changes something sends the next revision of the same row; without a model, or with one that fails, the row stays.
 */
export async function upgradeRow(tools: TurnTools, shown: ShownRow, steps: RowSteps): Promise<UpgradedRow> {
  const reread = await upgradeReading(tools, shown, steps);
  if (reread.hasFailed) return reread;
  const { row, hasFailed } = await rankRow(tools, reread);
  if (row === reread.row) return { ...reread, hasFailed };
  const ranked = { ...reread, row, cards: await steps.present(row, reread.memory.dialogue.wishes) };
  steps.send(ranked);
  return ranked;
}

async function upgradeReading(tools: TurnTools, shown: ShownRow, { find, send }: RowSteps): Promise<UpgradedRow> {
  const reread = await rereadTurn(tools, shown.reading, shown.memory);
  const { options, hasFailed } = reread;
  if (!reread.differs) return { ...shown, options, hasFailed };
  const { reading, memory } = reread;
  const found = await find(memory.dialogue.wishes);
  const isAlone = tools.shop.model?.uses.reading === 'alone';
  // A wish that only the model heard must not empty a row or choose what a near miss gives up: the shopper may.
  if (!isAlone && (isEmpty(found.row) || isEmpty(shown.row))) {
    const { intent } = shown.reading;
    const offered = offerInstead({ ...intent, changes: shown.reading.changes }, { ...reread, intent: reading.intent });
    tools.shop.model?.tally.reading('question');
    return { ...shown, options: offered.options, hasFailed };
  }
  tools.shop.model?.tally.reading('added');
  const upgraded = { reading, memory, ...found };
  tellReading(tools, reading, memory, 'model');
  send(upgraded);
  return { ...upgraded, options, hasFailed };
}

const isEmpty = ({ total, nearMiss }: SearchRow): boolean => total === 0 || nearMiss !== undefined;
