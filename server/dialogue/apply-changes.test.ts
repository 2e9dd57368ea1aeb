import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Constraint } from '../contract/constraint.ts';
import { type DialogueState, emptyDialogue } from '../domain/dialogue-state.ts';
import type { Change } from '../domain/intent.ts';
import { dialogueOf, meanings, parse, parseNext, say, wish } from '../testing/fixture-shop.ts';
import { applyChanges } from './apply-changes.ts';

const apply = (state: DialogueState, ...changes: Change[]) => applyChanges(state, changes, meanings);
const add = (constraint: Constraint, also = false): Change => ({ do: 'add', constraint, also });
const said = (state: DialogueState) => state.wishes.constraints.map(say);
const talk = (...texts: string[]) =>
  texts.reduce(
    (state, text, index) => applyChanges(state, (index === 0 ? parse : parseNext)(text).changes, meanings),
    emptyDialogue(),
  );

const sofa = wish('category', 'is', 'sofa');
const lamp = wish('category', 'is', 'lamp');
const cheap = wish('price', 'at-most', 500);
const red = wish('colour', 'is', 'red');
const blue = wish('colour', 'is', 'blue');
const linen = wish('material', 'is', 'linen');
const noLeather = wish('material', 'is-not', 'leather');

describe('a new wish', () => {
  it('replaces the old value of its facet and keeps the rest', () => {
    expect(said(apply(dialogueOf([sofa, cheap, red]), add(blue)))).toEqual([sofa, cheap, blue].map(say));
  });

  it('stands beside the old one when said so', () => {
    const both = apply(dialogueOf([sofa, red]), add(blue, true));
    expect(said(both)).toEqual([say(sofa), 'colour is red|blue']);
  });

  it('stands beside another of the same facet said in one breath', () => {
    expect(said(apply(dialogueOf([sofa]), add(red), add(blue)))).toEqual([say(sofa), 'colour is red|blue']);
  });

  it('accumulates what is not wanted', () => {
    const state = apply(dialogueOf([sofa, noLeather]), add(wish('material', 'is-not', 'velvet')));
    expect(said(state)).toEqual([say(sofa), say(noLeather), 'material is-not velvet']);
  });

  it('takes the place of its own opposite', () => {
    expect(said(apply(dialogueOf([sofa, red]), add(wish('colour', 'is-not', 'red'))))).toEqual([
      say(sofa),
      'colour is-not red',
    ]);
    expect(said(apply(dialogueOf([sofa, noLeather]), add(wish('material', 'is', 'leather'))))).toEqual([
      say(sofa),
      'material is leather',
    ]);
  });

  it('leaves of "red or blue" what is still wanted', () => {
    const either = wish('colour', 'is', ['red', 'blue']);
    const state = apply(dialogueOf([either]), add(wish('colour', 'is-not', 'red')));
    expect(said(state)).toContain('colour is blue');
  });

  it('keeps a lower bound beside a new upper one, and drops one that contradicts', () => {
    const least = wish('price', 'at-least', 100);
    expect(said(apply(dialogueOf([least]), add(cheap)))).toEqual([say(least), say(cheap)]);
    expect(said(apply(dialogueOf([wish('price', 'at-least', 900)]), add(cheap)))).toEqual([say(cheap)]);
    expect(said(apply(dialogueOf([wish('price', 'at-most', 900)]), add(cheap)))).toEqual([say(cheap)]);
  });

  it('said twice changes nothing', () => {
    const state = dialogueOf([sofa, red]);
    expect(said(apply(state, add(red)))).toEqual(said(state));
  });
});

describe('a change of topic', () => {
  it('keeps the budget and drops what belongs to the old category', () => {
    expect(said(apply(dialogueOf([sofa, cheap, red]), add(lamp)))).toEqual([cheap, lamp].map(say));
  });

  it('keeps everything when the same thing is named again', () => {
    const state = apply(dialogueOf([sofa, cheap, red]), add(sofa));
    expect(said(state)).toEqual(expect.arrayContaining([sofa, cheap, red].map(say)));
  });

  it('can be taken back', () => {
    const before = dialogueOf([sofa, cheap, red]);
    expect(apply(apply(before, add(lamp)), { do: 'undo' }).wishes).toEqual(before.wishes);
  });

  it('finds the old topic again with all that was said of it', () => {
    const back = talk('red sofa under 500', 'show me lamps instead', 'in white', 'go back to the sofas');
    expect(said(back)).toEqual(said(talk('red sofa under 500')));
  });
});

describe('words of several turns', () => {
  it('keeps the budget when the shopper changes colour', () => {
    expect(said(talk('red sofa under 500', 'in blue')).sort()).toEqual(
      ['category is sofa', 'colour is blue', 'price at-most 500'].sort(),
    );
  });

  it('keeps the budget when the shopper changes category, and not the colour', () => {
    expect(said(talk('red sofa under 500', 'show me lamps instead')).sort()).toEqual([
      'category is lamp',
      'price at-most 500',
    ]);
  });

  it('replaces the budget', () => {
    expect(said(talk('sofa under 500', 'actually under 800'))).toEqual(['category is sofa', 'price at-most 800']);
  });

  it('forgets the budget when asked to', () => {
    expect(said(talk('sofa under 500', 'forget the budget'))).toEqual(['category is sofa']);
    expect(said(talk('red sofa', 'any colour'))).toEqual(['category is sofa']);
  });

  it('takes back what was excluded', () => {
    expect(said(talk('sofa without leather', 'leather is fine'))).toEqual(['category is sofa']);
  });

  it('starts over', () => {
    expect(said(talk('red sofa under 500', 'start over'))).toEqual([]);
  });

  it('undoes and redoes by word', () => {
    expect(said(talk('sofa under 500', 'in red', 'undo'))).toEqual(said(talk('sofa under 500')));
    expect(said(talk('sofa under 500', 'in red', 'undo', 'redo'))).toEqual(said(talk('sofa under 500', 'in red')));
  });
});

describe('single steps', () => {
  it('drop exactly the constraint named', () => {
    expect(said(apply(dialogueOf([sofa, cheap, red]), { do: 'drop', id: red.id }))).toEqual([sofa, cheap].map(say));
    const state = dialogueOf([sofa]);
    expect(apply(state, { do: 'drop', id: 'nothing' })).toEqual(state);
  });

  it('hide an item once', () => {
    const state = apply(dialogueOf([sofa]), { do: 'hide', ids: ['a', 'b'] }, { do: 'hide', ids: ['b'] });
    expect(state.wishes.rejected).toEqual(['a', 'b']);
  });

  it('relax one value or the whole facet', () => {
    const state = dialogueOf([noLeather, wish('material', 'is-not', 'velvet')]);
    expect(said(apply(state, { do: 'relax', facet: 'material', value: 'leather' }))).toEqual([
      'material is-not velvet',
    ]);
    expect(said(apply(state, { do: 'relax', facet: 'material' }))).toEqual([]);
  });

  it('order the row until the order is forgotten', () => {
    const order = { facet: 'price', direction: 'ascending' as const, words: 'cheapest' };
    const ordered = apply(dialogueOf([sofa]), { do: 'order', order });
    expect(ordered.wishes.order).toEqual(order);
    expect(apply(ordered, { do: 'relax', facet: 'price' }).wishes.order).toBeUndefined();
  });

  it('undo and redo nothing where there is nothing', () => {
    const state = dialogueOf([sofa]);
    expect(apply(state, { do: 'undo' })).toEqual(state);
    expect(apply(state, { do: 'redo' })).toEqual(state);
  });
});

const anyConstraint = fc.constantFrom(sofa, lamp, cheap, red, blue, linen, noLeather, wish('text', 'is', 'cosy'));
const order = { facet: 'price', direction: 'ascending' as const, words: 'cheapest' };
const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ do: fc.constant('add' as const), constraint: anyConstraint, also: fc.boolean() }),
  fc.record({ do: fc.constant('relax' as const), facet: fc.constantFrom('price', 'colour', 'material', 'category') }),
  fc.constant<Change>({ do: 'order', order }),
  fc.constant<Change>({ do: 'hide', ids: ['x'] }),
  fc.constant<Change>({ do: 'clear' }),
  anyConstraint.map(({ id }): Change => ({ do: 'drop', id })),
);
const anyTurn = fc.array(anyChange, { minLength: 1, maxLength: 3 });
const play = (turns: Change[][]) => turns.reduce((state, turn) => applyChanges(state, turn, meanings), emptyDialogue());

describe('any sequence of changes', () => {
  it('is undone and redone exactly', () => {
    fc.assert(
      fc.property(fc.array(anyTurn, { maxLength: 12 }), (turns) => {
        const states = [emptyDialogue()];
        for (const turn of turns) {
          const next = applyChanges(states.at(-1)!, turn, meanings);
          if (JSON.stringify(next.wishes) !== JSON.stringify(states.at(-1)!.wishes)) states.push(next);
        }
        let state = states.at(-1)!;
        for (const { wishes } of states.slice(0, -1).reverse()) {
          state = apply(state, { do: 'undo' });
          expect(state.wishes).toEqual(wishes);
        }
        for (const { wishes } of states.slice(1)) {
          state = apply(state, { do: 'redo' });
          expect(state.wishes).toEqual(wishes);
        }
      }),
    );
  });

  it('never changes the state it was given', () => {
    fc.assert(
      fc.property(fc.array(anyTurn, { maxLength: 5 }), anyTurn, (turns, last) => {
        const before = play(turns);
        const copy = structuredClone(before);
        applyChanges(before, last, meanings);
        expect(before).toEqual(copy);
      }),
    );
  });

  it('leaves no two constraints with one id, and no value both wanted and unwanted', () => {
    fc.assert(
      fc.property(fc.array(anyTurn, { maxLength: 8 }), (turns) => {
        const { constraints } = play(turns).wishes;
        expect(new Set(constraints.map(({ id }) => id)).size).toBe(constraints.length);
        const values = (relation: string) =>
          constraints
            .filter((one) => one.relation === relation)
            .flatMap(({ facet, value }) => [value].flat().map((each) => `${facet}=${each}`));
        expect(values('is').filter((one) => values('is-not').includes(one))).toEqual([]);
      }),
    );
  });

  it('keeps a budget until something is said of the price or all is cleared', () => {
    const silent = anyTurn.map((turn) =>
      turn.filter((change) => !JSON.stringify(change).includes('price') && change.do !== 'clear'),
    );
    fc.assert(
      fc.property(fc.array(silent, { maxLength: 8 }), (turns) => {
        expect(said(turns.reduce((state, turn) => applyChanges(state, turn, meanings), dialogueOf([cheap])))).toContain(
          say(cheap),
        );
      }),
    );
  });
});

describe('an edit', () => {
  it('does what the same words do', () => {
    const before = talk('red sofa under 500');
    const edited = apply(before, add(wish('price', 'at-most', 300)));
    const spoken = applyChanges(before, parseNext('under 300').changes, meanings);
    expect(said(edited)).toEqual(said(spoken));
    const removed = apply(before, {
      do: 'drop',
      id: before.wishes.constraints.find((one) => one.facet === 'price')!.id,
    });
    expect(said(removed)).toEqual(said(applyChanges(before, parseNext('forget the budget').changes, meanings)));
  });
});
