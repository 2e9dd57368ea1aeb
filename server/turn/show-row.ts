import { randomUUID } from 'node:crypto';
import type { Card, LedgerEntry } from '../contract/index.ts';
import type { Wishes } from '../domain/dialogue-state.ts';
import type { SessionMemory } from '../domain/session-memory.ts';
import { composeRowReply } from '../reply/compose-reply.ts';
import { pickReplyStrings } from '../reply/strings/pick-reply-strings.ts';
import { suggestNext } from '../reply/suggest-next.ts';
import { blendRow } from './blend-row.ts';
import type { TurnReading } from './read-turn.ts';
import type { TurnTools } from './run-turn.ts';
import { type SearchRow, searchRow } from './search-row.ts';
import type { Shop } from './shop.ts';
import { speakRow } from './speak-row.ts';

const MOST_ROWS = 20;

export interface TurnResult {
  memory: SessionMemory;
  degraded: string[];
}

/** Searches, sends the cards, then the words about them. */
export async function showRow(
  tools: TurnTools,
  reading: TurnReading,
  memory: SessionMemory,
  tell: (ledger: LedgerEntry[]) => void,
): Promise<TurnResult> {
  const { shop, input, emit, signal, watch } = tools;
  const { wishes } = memory.dialogue;
  tell(reading.ledger);
  const { interests } = memory;
  const searched = await searchOptions(tools, reading, memory);
  const options = { limit: input.limit, interests, trace: tools.trace, ...searched };
  const row = await watch.time('search', () => searchRow(shop, wishes, options, signal));
  const cards = await watch.time('cards', () => blendRow(tools, row, wishes));
  const rowId = randomUUID();
  emit({
    type: 'cards',
    rowId,
    revision: 1,
    total: row.total,
    cards,
    ...(row.nearMiss ? { nearMiss: row.nearMiss } : {}),
  });
  watch.cardsSent();

  const strings = pickReplyStrings(shop.lexicon.language.code);
  const facts = { ...factsOf(row, cards, wishes, shop), unsupported: unsupportedWords(reading.ledger) };
  const spoken = await watch.time('reply', () =>
    speakRow(tools, { row, cards, wishes, facts }, composeRowReply(facts, strings)),
  );
  emit({
    type: 'suggestions',
    items: suggestNext({ wishes, total: row.total, shown: cards.length, profile: shop.profile }, strings),
  });
  const shown = cards.map(({ id }) => id);
  const rows =
    shown.length === 0
      ? memory.dialogue.rows
      : [...memory.dialogue.rows, { rowId, turnId: input.turnId, items: shown }].slice(-MOST_ROWS);
  return {
    memory: { ...memory, dialogue: { ...memory.dialogue, rows, focus: [] } },
    degraded: [...row.degraded, ...spoken],
  };
}

/** "More" leaves out what was shown; "similar" looks near the item that is meant. */
async function searchOptions({ shop, signal }: TurnTools, { act, focus }: TurnReading, { dialogue }: SessionMemory) {
  if (act === 'more') return { isMore: true, exclude: dialogue.rows.flatMap(({ items }) => items) };
  const [id] = focus.ids;
  if (act !== 'similar' || id === undefined) return {};
  const vectors = await shop.retriever.vectors([id], signal);
  return { exclude: [id], near: vectors[id] };
}

const factsOf = (row: SearchRow, cards: Card[], wishes: Wishes, { profile }: Shop) => ({
  total: row.total,
  shown: cards.length,
  nearMiss: row.nearMiss,
  constraints: wishes.constraints,
  currency: profile.currency,
  order: wishes.order?.words,
});

const unsupportedWords = (ledger: readonly LedgerEntry[]): string[] =>
  ledger.filter(({ outcome }) => outcome === 'unsupported').map(({ words }) => words);
