import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseCatalog } from '../catalog/analyse-catalog.ts';
import type { Card, InteractionRecord, TurnPart } from '../contract/index.ts';
import { CatalogItem } from '../domain/catalog-item.ts';
import { emptyMemory, type SessionMemory } from '../domain/session-memory.ts';
import { language } from '../testing/fixture-shop.ts';
import { MemoryRetriever } from '../testing/memory-retriever.ts';
import { openShop } from './open-shop.ts';
import { ShopAssistant } from './shop-assistant.ts';

const colours = ['red', 'navy', 'grey', 'green'];
const sofa = (name: string, colour: string, brand: string, price: number) => ({
  id: `${name}-${colour}`,
  title: `${name} Sofa, ${colour}`,
  brand,
  category: ['Sofas'],
  price: { amount: price, currency: 'USD' },
  availability: 'in_stock',
  attributes: { colour, material: name.length % 2 === 0 ? 'linen' : 'cotton' },
});
const products = [
  ...colours.map((colour) => sofa('Oslo', colour, 'Nordhem', 500)),
  ...['Ranch', 'Metro', 'Plush', 'Harbour', 'Pocket', 'Fern', 'Grove', 'Delta'].map((name, at) =>
    sofa(name, colours[at % 4]!, `Maker ${name}`, 300 + at * 90),
  ),
];
const content = [
  { kind: 'video', id: 'v', title: 'Four sofas', products: products.map(({ id }) => id) },
  { kind: 'live', id: 'on', title: 'Sofas live', products: ['Oslo-red', 'Ranch-red'], status: 'live' },
  { kind: 'live', id: 'over', title: 'Sofas last week', products: ['Oslo-red'], status: 'ended' },
];
const learned = analyseCatalog(
  [...products, ...content].map((one) => CatalogItem.parse(one)),
  { name: 'Sofas', language },
);
const assistant = new ShopAssistant(
  openShop({ ...learned, problems: [] }, { retriever: new MemoryRetriever(learned.items) }),
  () => 1,
);

interface Played {
  cards: Card[];
  memory: SessionMemory;
}

async function play(text: string, memory: SessionMemory, limit = 6): Promise<Played> {
  const parts: TurnPart[] = [];
  const input = { sessionId: 's', turnId: `turn ${text}`, text, limit, locale: 'en', memory };
  const outcome = await assistant.runTurn(input, (part) => parts.push(part), new AbortController().signal);
  return { cards: parts.flatMap((part) => (part.type === 'cards' ? part.cards : [])), memory: outcome.memory };
}
const row = async (text: string, memory = emptyMemory(), limit?: number) => (await play(text, memory, limit)).cards;
const ids = (cards: Card[]) => cards.map(({ id }) => id);

describe('the row of a turn', () => {
  it('shows one card for four colours, which says in what else it comes', async () => {
    const oslo = (await row('sofa')).filter(({ id }) => id.startsWith('Oslo'));
    expect(oslo).toHaveLength(1);
    const [card] = oslo;
    if (card?.kind !== 'product') throw new Error('not a product');
    expect(card.more).toMatchObject({ count: 3, facet: 'colour' });
    expect([...card.more!.values, card.attributes.colour].sort()).toEqual([...colours].sort());
  });

  it('shows all of them to who speaks of colours, and where there is room', async () => {
    const named = (await row('red or navy or grey or green sofa', undefined, 12)).filter(
      ({ kind }) => kind === 'product',
    );
    expect(ids(named).filter((id) => id.startsWith('Oslo'))).toHaveLength(4);
    expect(ids(await row('sofa', undefined, 20))).toHaveLength(products.length + 2);
  });

  it('shows a stream that runs and a video after five products, and no stream that is over', async () => {
    const cards = await row('sofa', undefined, 12);
    expect(cards.slice(0, 5).every(({ kind }) => kind === 'product')).toBe(true);
    expect(cards[5]).toMatchObject({ id: 'on', slotReason: 'live-now' });
    expect(ids(cards)).toContain('v');
    expect(ids(cards)).not.toContain('over');
    expect(cards.map(({ ordinal }) => ordinal)).toEqual(cards.map((_, at) => at + 1));
  });

  it('keeps the order that the shopper asked for', async () => {
    const cards = await row('cheapest sofa');
    const prices = cards.flatMap((card) => (card.kind === 'product' ? (card.price?.amount ?? 0) : []));
    expect(prices).toEqual([...prices].sort((a, b) => a - b));
  });

  it('begins with what the shopper likes among what fits alike, and says so', async () => {
    const before = (await row('sofa')).filter(({ kind }) => kind === 'product');
    const last = before.at(-1)!;
    let memory = emptyMemory();
    for (const kind of ['like', 'cart-add', 'purchase'] as const)
      memory = await assistant.recordInteraction(memory, { kind, itemId: last.id });
    const after = await row('sofa', memory);
    expect(ids(after).indexOf(last.id)).toBeLessThan(ids(before).indexOf(last.id));
    expect(after.some(({ slotReason }) => slotReason === 'interest')).toBe(true);
  });

  it('is that of a session without a past once all is forgotten', async () => {
    const deed = fc.record({
      kind: fc.constantFrom<InteractionRecord['kind']>('open', 'like', 'dislike', 'purchase'),
      itemId: fc.constantFrom(...products.map(({ id }) => id)),
    });
    const texts = fc.constantFrom('sofa', 'linen sofa', 'sofa under 700', 'red or navy sofa', 'sofa not grey');
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 6 }), texts, async (deeds, text) => {
        let memory = emptyMemory();
        for (const one of deeds) memory = await assistant.recordInteraction(memory, one);
        const forgotten = await assistant.editInterests(memory, { forget: 'all' });
        expect(await row(text, forgotten)).toEqual(await row(text));
      }),
      { numRuns: 40 },
    );
  });
});
