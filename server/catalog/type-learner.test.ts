import { describe, expect, it } from 'vitest';
import { language } from '../testing/fixture-shop.ts';
import { TypeLearner } from './type-learner.ts';

function learn(titles: [title: string, brand: string][]): TypeLearner {
  const learner = new TypeLearner(language);
  for (const [, brand] of titles) learner.addBrand(brand);
  for (const [title, brand] of titles) learner.observe(language.tokenise(title), brand);
  return learner;
}
const known = learn([['Oslo Sofa', 'Nordhem']]);
const typesOf = (title: string, learner = known) => learner.namesOf(language.tokenise(title))[0] ?? [];

describe('what things are called', () => {
  it.each([
    ['Leather Sofa', 'sofa'],
    ['Laptop Bag for 15 inch Notebooks', 'laptop bag'],
    ['Bag with Wheels', 'bag'],
    ['Case for Tablet', 'case'],
    ['Sofa, Grey', 'sofa'],
    ['Coffee Table in Walnut', 'coffee table'],
  ])('%j is a %s', (title, type) => {
    expect(typesOf(title)).toContain(type);
  });

  it.each([
    ['Case for Tablet', 'tablet'],
    ['Bag with Wheels', 'wheel'],
    ['Lamp for Desk', 'desk'],
  ])('%j is no %s', (title, type) => {
    expect(typesOf(title)).not.toContain(type);
  });

  it('names a set by what is in it as well', () => {
    expect(typesOf('Knife Set')).toContain('knife');
  });

  it('names nothing where the title names nothing', () => {
    expect(typesOf('Xqz 4000')).toEqual([]);
    expect(typesOf('')).toEqual([]);
  });

  const snorlings: [string, string][] = [
    ['Red Snorling', 'Alfa'],
    ['Big Snorling', 'Berta'],
    ['Snorling with Lid', 'Alfa'],
    ['Garden Snorling', 'Gamma'],
  ];

  it('learns a new word from the place where several brands put it', () => {
    expect(typesOf('Tiny Snorling', learn(snorlings))).toContain('snorling');
    expect(typesOf('Tiny Snorling')).not.toContain('snorling');
  });

  it('does not take the product line of one brand for a type', () => {
    const learner = learn([...snorlings.map(([title]): [string, string] => [title, 'Alfa']), ['Desk', 'Berta']]);
    expect(typesOf('Tiny Snorling', learner)).not.toContain('snorling');
  });

  it('never takes a brand for a type', () => {
    expect(typesOf('Sofa Nordhem')).toContain('sofa');
    expect(typesOf('Sofa Nordhem').join(' ')).not.toContain('nordhem');
  });

  it('remembers what it learned without the catalog', () => {
    const later = new TypeLearner(language);
    later.restore(JSON.parse(JSON.stringify(learn(snorlings).read())));
    expect(typesOf('Tiny Snorling', later)).toEqual(typesOf('Tiny Snorling', learn(snorlings)));
  });
});
