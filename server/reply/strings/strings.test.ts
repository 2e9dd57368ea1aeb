import { describe, expect, it } from 'vitest';
import type { Constraint } from '../../contract/constraint.ts';
import { emptyDialogue } from '../../domain/dialogue-state.ts';
import { shop } from '../../testing/fixture-shop.ts';
import { composeRowReply } from '../compose-reply.ts';
import { describeConstraint } from '../describe.ts';
import { suggestNext } from '../suggest-next.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { pickReplyStrings } from './pick-reply-strings.ts';

const wish = (own: Partial<Constraint>): Constraint => ({
  id: 'x',
  facet: 'price',
  relation: 'at-most',
  value: 50,
  words: '',
  strength: 'must',
  scope: 'session',
  ...own,
});

describe('the sentences of a language', () => {
  it('are English where a language has none', () => {
    expect(pickReplyStrings('de')).toBe(de);
    expect(pickReplyStrings('en')).toBe(en);
    expect(pickReplyStrings('fr')).toBe(en);
  });

  it.each([
    [wish({}), /^bis 50\s€$/],
    [wish({ relation: 'between', value: [20, 40] }), /^20\s€ bis 40\s€$/],
    [wish({ facet: 'Material', relation: 'is-not', value: 'Leder' }), /^nicht Leder$/],
    [wish({ facet: 'Farbe', relation: 'is', value: ['grün', 'blau'] }), /^grün oder blau$/],
    [wish({ facet: 'rating', relation: 'at-least', value: 4 }), /^Bewertung mindestens 4$/],
  ])('put %j into German', (constraint, words) => {
    expect(describeConstraint(constraint, 'EUR', de)).toMatch(words);
  });

  it('show the shopper’s word and not its stem', () => {
    const type = wish({ facet: 'category', relation: 'is', value: 'kaffeemaschin', words: 'Kaffeemaschine' });
    expect(describeConstraint(type, 'EUR', de)).toBe('Kaffeemaschine');
  });

  it.each([de, en])('keep the numbers of the row', (strings) => {
    const facts = { total: 12, shown: 5, constraints: [], currency: 'EUR', unsupported: ['blorf'] };
    expect(composeRowReply(facts, strings)).toMatch(/12/);
    expect(composeRowReply(facts, strings)).toMatch(/blorf/);
    expect(composeRowReply({ ...facts, total: 0, unsupported: [] }, strings)).not.toMatch(/\d/);
  });

  it('fill the same suggestions in every language', () => {
    const row = {
      wishes: { ...emptyDialogue().wishes, constraints: [wish({})] },
      total: 9,
      shown: 3,
      profile: shop.profile,
    };
    expect(suggestNext(row, de)).toHaveLength(suggestNext(row, en).length);
  });
});
