import { describe, expect, it } from 'vitest';
import { CatalogItem } from '../../server/domain/catalog-item.ts';
import { emptyMemory } from '../../server/domain/session-memory.ts';
import { playTurn } from '../shop/play-turn.ts';
import { createKeywordAssistant } from './keyword-assistant.ts';
import { createKeywordParser } from './keyword-parser.ts';

const items = new Map(
  [
    { id: '1', title: 'Red lamp', brand: 'Acme', category: ['Lighting'], price: { amount: 20, currency: 'EUR' } },
    { id: '2', title: 'Vase', description: 'for a lamp table', brand: 'Bolt' },
    { kind: 'video', id: 'v', title: 'Lamp film', products: ['1'] },
  ].map((line) => {
    const item = CatalogItem.parse(line);
    return [item.id, item] as const;
  }),
);

describe('keyword baseline', () => {
  it('shows products by their words, titles first', async () => {
    const request = { caseId: 'c', turn: 1, text: 'lamp', limit: 12, memory: emptyMemory() };
    const record = await playTurn(createKeywordAssistant(items), request);
    expect(record.cards.map((card) => [card.id, card.ordinal])).toEqual([
      ['1', 1],
      ['2', 2],
    ]);
  });

  it('finds brands, categories and simple prices, and no more', () => {
    const parse = createKeywordParser(items.values());
    expect(parse('acme lighting under $50').map((one) => [one.facet, one.relation, one.value])).toEqual([
      ['brand', 'is', 'Acme'],
      ['category', 'is', 'Lighting'],
      ['price', 'at-most', 50],
    ]);
    expect(parse('something nice')).toEqual([]);
  });
});
