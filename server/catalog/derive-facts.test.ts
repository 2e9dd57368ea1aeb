import { describe, expect, it } from 'vitest';
import { shadeOf } from '../language/concepts.ts';
import { factsOf, language } from '../testing/fixture-shop.ts';

const says = (id: string, facet: string, verdict: 'yes' | 'no' = 'yes') =>
  factsOf(id)
    .filter((fact) => fact.facet === facet && fact.says === verdict)
    .map(({ value }) => value);
const find = (id: string, facet: string, value: string) =>
  factsOf(id).find((fact) => fact.facet === facet && fact.value === language.key(value));

describe('facts of a record', () => {
  it('come from attributes, with the words that say them', () => {
    expect(find('sofa-linen', 'material', 'linen')).toMatchObject({ source: 'attribute', says: 'yes' });
    expect(find('sofa-linen', 'material', 'linen')?.words).toMatch(/material: linen/);
  });

  it('come from variants', () => {
    expect(says('dress-red', 'size')).toEqual(expect.arrayContaining(['s', 'm', 'l'].map(language.key)));
  });

  it('come from prose where no attribute states the facet', () => {
    expect(find('shirt-linen', 'material', 'linen')).toMatchObject({ source: 'description', says: 'yes' });
    expect(find('sofa-velvet', 'material', 'velvet')).toMatchObject({ says: 'yes' });
    expect(find('shirt-linen', 'colour', 'white')).toMatchObject({ says: 'yes' });
  });

  it('never take prose against a stated attribute', () => {
    for (const fact of factsOf('jacket-leather').filter(({ facet }) => facet === 'material'))
      expect(fact.source).toBe('attribute');
  });

  it('say no where the record denies', () => {
    expect(says('sofa-velvet', 'material', 'no')).toContain('leather');
    expect(says('sofa-velvet', 'material')).not.toContain('leather');
  });

  it.each(['sofa-faux', 'jacket-vegan'])('never take the imitation in %s for the real thing', (id) => {
    expect(says(id, 'material')).not.toContain('leather');
    expect(says(id, 'material', 'no')).toContain('leather');
  });

  it('know a false feature from an unstated one', () => {
    expect(factsOf('boots-ankle').find(({ facet }) => facet === 'waterproof')?.says).toBe('no');
    expect(factsOf('dress-red').find(({ facet }) => facet === 'waterproof')).toBeUndefined();
  });

  it('call burgundy a shade of red but not red, and oak a wood', () => {
    expect(says('dress-burgundy', 'colour')).toContain(shadeOf('red'));
    expect(says('dress-burgundy', 'colour')).not.toContain('red');
    expect(says('chair-oak', 'material')).toContain('wood');
  });

  it('split a list of values', () => {
    expect(says('shirt-stripe', 'colour')).toEqual(expect.arrayContaining(['blue', 'white']));
  });

  it('name the type by category and by title', () => {
    expect(says('table-walnut', 'category')).toEqual(expect.arrayContaining(['furniture', 'table', 'coffee table']));
  });

  it('quote words that stand in the record', () => {
    expect(find('jacket-vegan', 'material', 'vegan leather')?.words).toBe('vegan leather');
  });
});
