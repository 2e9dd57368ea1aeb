import { describe, expect, it } from 'vitest';
import { analyseCatalog } from '../../server/catalog/analyse-catalog.ts';
import { cornerShop } from '../../server/testing/corner-shop.ts';
import { language } from '../../server/testing/fixture-shop.ts';
import { MemoryRetriever } from '../../server/testing/memory-retriever.ts';
import { openShop } from '../../server/turn/open-shop.ts';
import { ShopAssistant } from '../../server/turn/shop-assistant.ts';
import { seededRandom } from '../metrics/seeded-random.ts';
import { createPersonas, listWishes, type Persona } from './persona.ts';
import { MOST_TURNS, playSession } from './play-session.ts';
import { scoreSession } from './score-session.ts';
import { SPEECHES } from './speech.ts';

const learned = analyseCatalog(cornerShop, { name: 'Corner', language });
const shop = openShop({ ...learned, problems: [] }, { retriever: new MemoryRetriever(learned.items) });
const assistant = new ShopAssistant(shop, () => 1);
const draw = createPersonas(cornerShop);
const many = Array.from({ length: 200 }, (_, seed) => draw(seededRandom(seed)));
const result = (own: { turns?: number; place?: number }) => ({ persona: many[0]!, value: 10, said: [], ...own });

describe('a simulated shopper', () => {
  it('is the same person for the same seed', () => {
    expect(draw(seededRandom(7))).toEqual(draw(seededRandom(7)));
  });

  it('wants what the target has and can pay for it', () => {
    for (const { target, wishes } of many) {
      expect(listWishes(target)).toEqual(
        expect.arrayContaining(wishes.filter(({ kind }) => kind !== 'price' && kind !== 'thing')),
      );
      for (const wish of wishes)
        if (wish.kind === 'price') expect(wish.atMost).toBeGreaterThanOrEqual(target.price?.amount ?? 0);
    }
  });

  it('comes in every scenario', () => {
    expect(new Set(many.map(({ scenario }) => scenario))).toEqual(new Set(['early', 'vague', 'change', 'any']));
    const changed = many.filter(({ change }) => change);
    expect(changed.length).toBeGreaterThan(0);
    for (const { change, wishes } of changed) expect(wishes[0]).not.toMatchObject({ value: change?.decoy });
  });

  it('never says the title of the target and talks no longer than its patience', async () => {
    for (const speech of SPEECHES)
      for (const [at, persona] of many.slice(0, 5).entries()) {
        const played = await playSession(assistant, persona, {
          id: `s${at}`,
          speech,
          random: seededRandom(at),
          interacts: true,
        });
        expect(played.said.length).toBeLessThanOrEqual(MOST_TURNS);
        expect(played.said.join(' ').toLowerCase()).not.toContain(persona.target.title.toLowerCase());
      }
  });

  it('buys what it has in mind and nothing else', async () => {
    const found = { ...many[0]!, scenario: 'early' } satisfies Persona;
    const played = await playSession(assistant, found, {
      id: 's',
      speech: 'templated',
      random: seededRandom(1),
      interacts: false,
    });
    expect(played.value).toBe(played.place === undefined ? 0 : found.target.price?.amount);
  });
});

describe('the score of a session', () => {
  const scored = (own: { turns?: number; place?: number }) => scoreSession(result(own), 's').shares.score?.num;

  it('is 1 for the first card of the first turn, 0 for nothing, and falls with place and turns', () => {
    expect(scored({ turns: 1, place: 1 })).toBe(1);
    expect(scored({})).toBe(0);
    expect(scored({ turns: 1, place: 4 })).toBeLessThan(scored({ turns: 1, place: 2 }) ?? 0);
    expect(scored({ turns: 3, place: 1 })).toBeLessThan(scored({ turns: 2, place: 1 }) ?? 0);
  });
});
