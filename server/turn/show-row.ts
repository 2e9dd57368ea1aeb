import { randomUUID } from 'node:crypto';
import type { Card, LedgerEntry } from '../contract/index.ts';
import type { Wishes } from '../domain/dialogue-state.ts';
import type { SessionMemory } from '../domain/session-memory.ts';
import { composeRowReply } from '../reply/compose-reply.ts';
import { pickReplyStrings } from '../reply/strings/pick-reply-strings.ts';
import { suggestNext } from '../reply/suggest-next.ts';
import { askToConfirm } from './ask-to-confirm.ts';
import { blendRow } from './blend-row.ts';
import type { TurnReading } from './read-turn.ts';
import type { TurnTools } from './run-turn.ts';
import { type SearchRow, searchRow } from './search-row.ts';
import type { Shop } from './shop.ts';
import { speakRow } from './speak-row.ts';
import { traceUpgrade } from './trace-search.ts';
import { type ShownRow, upgradeRow } from './upgrade-row.ts';
import { withoutModel } from './without-model.ts';

const MOST_ROWS = 20;

export interface TurnResult {
  memory: SessionMemory;
  degraded: string[];
  /** The turn as a model read it, where that differs. */
  reading?: TurnReading;
}

/** Searches, sends the cards, lets a model upgrade them where there is one, then the words about them. */
export async function showRow(tools: TurnTools, reading: TurnReading, memory: SessionMemory): Promise<TurnResult> {
  const { shop, input, emit, signal, watch } = tools;
  const { interests } = memory;
  const searched = await searchOptions(tools, reading, memory);
  const options = { limit: input.limit, interests, trace: tools.trace, ...searched };
  const rowId = randomUUID();
  let revision = 0;
  const present = (row: SearchRow, wishes: Wishes): Promise<Card[]> =>
    watch.time('cards', () => blendRow(tools, row, wishes));
  const find = async (wishes: Wishes) => {
    const row = await watch.time('search', () => searchRow(shop, wishes, options, signal));
    return { row, cards: await present(row, wishes) };
  };
  const send = ({ row, cards, memory: then }: ShownRow): void => {
    const { total, nearMiss } = row;
    revision += 1;
    const part = { type: 'cards' as const, rowId, revision, total, cards, ...(nearMiss ? { nearMiss } : {}) };
    emit(part, keepRow(then, { rowId, turnId: input.turnId, cards }));
  };
  const first = { reading, memory, ...(await find(memory.dialogue.wishes)) };
  send(first);
  watch.cardsSent();
  const shown = await upgradeRow(tools, first, { find, present, send });
  if (tools.trace) traceUpgrade(tools.trace, shown);
  const spoken = await talkAboutRow(shown.hasFailed ? withoutModel(tools) : tools, shown);
  askToConfirm(tools, shown.options);
  return {
    memory: keepRow(shown.memory, { rowId, turnId: input.turnId, cards: shown.cards }),
    reading: shown.reading,
    degraded: [...shown.row.degraded, ...(shown.hasFailed ? ['model'] : []), ...spoken],
  };
}

/** The words above the row and what the shopper may say next; gives what was degraded. */
async function talkAboutRow(tools: TurnTools, { reading, memory, row, cards }: ShownRow): Promise<string[]> {
  const { shop, emit, watch } = tools;
  const { wishes } = memory.dialogue;
  const strings = pickReplyStrings(shop.lexicon.language.code);
  const facts = { ...factsOf(row, cards, wishes, shop), unsupported: unsupportedWords(reading.ledger) };
  const spoken = await watch.time('reply', () =>
    speakRow(tools, { row, cards, wishes, facts }, composeRowReply(facts, strings)),
  );
  emit({
    type: 'suggestions',
    items: suggestNext({ wishes, total: row.total, shown: cards.length, profile: shop.profile }, strings),
  });
  return spoken;
}

/** The memory with this row on the screen; a row without cards leaves the one before there. */
function keepRow(
  memory: SessionMemory,
  { rowId, turnId, cards }: { rowId: string; turnId: string; cards: readonly Card[] },
): SessionMemory {
  const { dialogue } = memory;
  const row = { rowId, turnId, items: cards.map(({ id }) => id) };
  const rows = cards.length === 0 ? dialogue.rows : [...dialogue.rows, row].slice(-MOST_ROWS);
  return { ...memory, dialogue: { ...dialogue, rows, focus: [] } };
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
