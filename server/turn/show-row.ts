import { randomUUID } from 'node:crypto';
import { type CardContext, presentCard, type Slot } from '../cards/present-card.ts';
import type { Card, LedgerEntry } from '../contract/index.ts';
import { compileConstraint } from '../criteria/compile-criterion.ts';
import type { Wishes } from '../domain/dialogue-state.ts';
import type { SessionMemory } from '../domain/session-memory.ts';
import { composeRowReply } from '../reply/compose-reply.ts';
import { describeConstraint, formatMoney } from '../reply/describe.ts';
import { pickReplyStrings } from '../reply/strings/pick-reply-strings.ts';
import { suggestNext } from '../reply/suggest-next.ts';
import type { TurnReading } from './read-turn.ts';
import type { TurnTools } from './run-turn.ts';
import { type SearchRow, searchRow } from './search-row.ts';
import type { Shop } from './shop.ts';
import { speakRow } from './speak-row.ts';

const MOST_ROWS = 20;
const CONTENT_SLOT = 5;

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
  const options = { limit: input.limit, ...(await searchOptions(tools, reading, memory)) };
  const row = await watch.time('search', () => searchRow(shop, wishes, options, signal));
  const cards = await watch.time('cards', () => presentRow(tools, row, wishes));
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

async function presentRow({ shop, input, signal }: TurnTools, row: SearchRow, wishes: Wishes): Promise<Card[]> {
  const { video, live } = shop.profile.counts;
  const hasContent = video + live > 0;
  const products = row.candidates.slice(0, input.limit).map(({ id }) => id);
  const [records, content] = await Promise.all([
    shop.retriever.items(products, signal),
    input.limit > CONTENT_SLOT && hasContent
      ? shop.retriever.contentOf(products.slice(0, CONTENT_SLOT), 1, signal)
      : [],
  ]);
  const slots: Omit<Slot, 'ordinal'>[] = records.map((indexed) => ({
    indexed,
    slotReason: row.nearMiss ? 'alternative' : 'relevance',
  }));
  if (records.length >= CONTENT_SLOT)
    slots.splice(CONTENT_SLOT, 0, ...content.map((indexed) => ({ indexed, slotReason: 'content' as const })));
  const context = cardContext(shop, wishes, input.locale);
  return slots.slice(0, input.limit).map((slot, index) => presentCard({ ...slot, ordinal: index + 1 }, context));
}

function cardContext(shop: Shop, { constraints }: Wishes, locale: string): CardContext {
  const { currency } = shop.profile;
  const strings = pickReplyStrings(shop.lexicon.language.code);
  return {
    criteria: constraints.flatMap((constraint) =>
      compileConstraint(constraint, shop.lexicon).map((criterion) => ({
        criterion,
        label: constraint.facet === 'text' ? describeConstraint(constraint, currency, strings) : constraint.facet,
      })),
    ),
    formatMoney: (amount) => formatMoney(amount, currency, locale),
  };
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
