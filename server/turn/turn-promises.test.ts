import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Constraint, PartOf, ProductCard, StateEdit, TurnPart } from '../contract/index.ts';
import { Card, TurnPart as TurnPartSchema } from '../contract/index.ts';
import { emptyMemory } from '../domain/session-memory.ts';
import { language, shop as learned, verdict } from '../testing/fixture-shop.ts';
import { MemoryRetriever } from '../testing/memory-retriever.ts';
import { openShop } from './open-shop.ts';
import { runTurn } from './run-turn.ts';

const shop = openShop({ ...learned, problems: [] }, { retriever: new MemoryRetriever(learned.items) });

type Said = { text: string } | { edit: StateEdit };
type Parts = TurnPart[];
const of = <Type extends TurnPart['type']>(parts: Parts, type: Type) =>
  parts.filter((part): part is PartOf<Type> => part.type === type);

/** Plays a whole conversation; the parts of each turn, in order. */
async function play(turns: Said[]): Promise<Parts[]> {
  let memory = emptyMemory();
  const played: Parts[] = [];
  for (const [index, said] of turns.entries()) {
    const parts: Parts = [];
    const input = { sessionId: 's', turnId: `t${index}`, limit: 12, locale: 'en', memory, ...said };
    const outcome = await runTurn(shop, input, (part) => parts.push(part), new AbortController().signal, index);
    memory = outcome.memory;
    played.push(parts);
  }
  return played;
}

const openers = [
  'sofa under 900',
  'leather sofa',
  'sofa without leather',
  'red or blue dress',
  'jacket not black under 150',
  'laptop with at least 16 GB of memory',
  'Zenix laptop or tablet',
  'chocolate without nuts',
  'headphones not from Zenix',
  'something for my wife',
  'boots size 42',
  'cheapest coffee table',
];
const followUps = [
  'cheaper',
  'under 200',
  'over 100',
  'not black',
  'in blue',
  'without leather',
  'any colour',
  'forget the budget',
  'only Zenix',
  'show me more',
  'none of these',
  'more like the second one',
  'what about jackets',
  'go back to the sofas',
  'undo',
  'redo',
  'start over',
  'in stock',
  'is the first one waterproof?',
  'compare the first and the second',
  'blorf',
];
const anySaid: fc.Arbitrary<Said> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...followUps).map((text) => ({ text })) },
  { weight: 2, arbitrary: fc.constantFrom(...openers).map((text) => ({ text })) },
  fc
    .constantFrom<StateEdit>({ undo: true }, { clear: true }, { remove: 'price.at-most.200' })
    .map((edit) => ({ edit })),
);
const conversation = fc.array(anySaid, { minLength: 1, maxLength: 8 });

/** What plainly breaks a wish, read from the record by hand and not by the code that filters. */
function plainlyBreaks(card: ProductCard, { facet, relation, value }: Constraint): boolean {
  const own = [facet === 'brand' ? card.brand : facet === 'price' ? card.price?.amount : card.attributes[facet]].flat();
  if (own[0] === undefined) return false;
  const wanted = [value].flat();
  const key = (one: unknown) => language.key(String(one));
  const has = own.some((one) => wanted.some((each) => key(each) === key(one)));
  const number = Number(own[0]);
  if (relation === 'is-not') return has;
  if (relation === 'is') return facet === 'brand' && !has;
  if (facet !== 'price') return false;
  if (relation === 'at-most') return number > Number(value);
  if (relation === 'at-least') return number < Number(value);
  return relation === 'between' && (number < Number(wanted[0]) || number > Number(wanted[1]));
}

function activeMusts(parts: Parts): Constraint[] {
  const [understood] = of(parts, 'understanding');
  const [cards] = of(parts, 'cards');
  const given = new Set(cards?.nearMiss?.constraintIds);
  return (understood?.constraints ?? []).filter(({ strength, id }) => strength === 'must' && !given.has(id));
}

const each = (check: (parts: Parts, before: Parts[]) => void) =>
  fc.assert(
    fc.asyncProperty(conversation, async (turns) => {
      const played = await play(turns);
      for (const [index, parts] of played.entries()) check(parts, played.slice(0, index));
    }),
  );

const productsOf = (parts: Parts) =>
  of(parts, 'cards').flatMap(({ cards }) => cards.filter((card): card is ProductCard => card.kind === 'product'));

describe('whatever is said, turn after turn,', () => {
  it('no card is known to break what must be', async () => {
    await each((parts) => {
      for (const constraint of activeMusts(parts))
        for (const card of productsOf(parts)) {
          expect([card.id, constraint.id, verdict(constraint, card.id)]).not.toEqual([card.id, constraint.id, 'no']);
          expect([card.id, constraint.id, plainlyBreaks(card, constraint)]).toEqual([card.id, constraint.id, false]);
        }
    });
  });

  it('every turn starts once, says what it understood once, and ends last', async () => {
    await each((parts) => {
      expect(parts[0]?.type).toBe('turn-start');
      expect(parts.at(-1)?.type).toBe('turn-end');
      for (const type of ['turn-start', 'understanding', 'turn-end'] as const) expect(of(parts, type)).toHaveLength(1);
      for (const part of parts) expect(TurnPartSchema.safeParse(part).error).toBeUndefined();
    });
  });

  it('cards are the record’s own, numbered from one, and none twice', async () => {
    await each((parts) => {
      for (const { cards, total } of of(parts, 'cards')) {
        expect(cards.map(({ ordinal }) => ordinal)).toEqual(cards.map((_, index) => index + 1));
        expect(new Set(cards.map(({ id }) => id)).size).toBe(cards.length);
        expect(total).toBeGreaterThanOrEqual(productsOf(parts).length);
        for (const card of cards) {
          const record = learned.items.find(({ item }) => item.id === card.id)?.item;
          const { ordinal, slotReason, why, unknowns, ...own } = Card.parse(card);
          expect(JSON.parse(JSON.stringify(record))).toMatchObject(JSON.parse(JSON.stringify(own)));
        }
      }
    });
  });

  it('what a card does not know of a wish it says', async () => {
    await each((parts) => {
      for (const constraint of activeMusts(parts).filter(({ facet }) => facet !== 'text'))
        for (const { id, unknowns } of productsOf(parts))
          if (verdict(constraint, id) === 'unknown')
            expect([id, unknowns]).toEqual([id, expect.arrayContaining([constraint.facet])]);
    });
  });

  it('nothing that was turned down comes back until it is undone or cleared', async () => {
    // After a comparison "these" are the two compared.
    const undivided = conversation.filter((turns) => !JSON.stringify(turns).includes('compare'));
    await fc.assert(
      fc.asyncProperty(undivided, fc.constantFrom('in blue', 'cheaper', 'under 200'), async (turns, next) => {
        const played = await play([...turns, { text: 'none of these' }, { text: next }]);
        const gone = played.slice(0, -2).findLast((parts) => of(parts, 'cards').some(({ cards }) => cards.length > 0));
        const after = productsOf(played.at(-1)!).map(({ id }) => id);
        expect(after.filter((id) => productsOf(gone ?? []).some((card) => card.id === id))).toEqual([]);
      }),
    );
  });
});

describe('a near miss', () => {
  it('counts truly what there would be without the wish', async () => {
    const [parts] = await play([{ text: 'red waterproof sofa under 50' }]);
    const [row] = of(parts!, 'cards');
    expect(row?.nearMiss).toBeDefined();
    for (const { edit, count } of row!.nearMiss!.relaxations) {
      const [, relaxed] = await play([{ text: 'red waterproof sofa under 50' }, { edit }]);
      expect(of(relaxed!, 'cards')[0]?.total).toBe(count);
    }
  });

  it('is not there when something fits', async () => {
    const [parts] = await play([{ text: 'sofa under 900' }]);
    expect(of(parts!, 'cards')[0]).not.toHaveProperty('nearMiss');
  });
});

describe('the same turn', () => {
  it('gives the same cards each time', async () => {
    const rows = async () => (await play([{ text: 'sofa without leather' }])).map((parts) => productsOf(parts));
    expect(await rows()).toEqual(await rows());
  });
});
