import { expect, it } from 'vitest';
import type { Constraint } from '../contract/index.ts';
import { compareConstraints } from './compare-constraints.ts';

const wish = (id: string, facet: string, value: string | number, rest: Partial<Constraint> = {}): Constraint => ({
  id,
  facet,
  relation: 'is',
  value,
  strength: 'must',
  scope: 'session',
  words: 'words',
  ...rest,
});

it('says of each wish whether it is new, changed, kept or gone, the gone ones last', () => {
  const [sofa, red, wool] = [wish('1', 'category', 'sofa'), wish('2', 'colour', 'red'), wish('3', 'material', 'wool')];
  const soft = { ...wool, strength: 'prefer' as const };
  const budget = wish('4', 'price', 50, { relation: 'at-most' });
  expect(compareConstraints([red, sofa, wool], [sofa, soft, budget])).toEqual([
    { constraint: sofa, change: 'kept' },
    { constraint: soft, change: 'changed', before: wool },
    { constraint: budget, change: 'new' },
    { constraint: red, change: 'gone' },
  ]);
});

it('knows a wish again that came with another id', () => {
  const before = wish('1', 'price', 50, { relation: 'at-most' });
  const after = wish('9', 'price', 80, { relation: 'at-most' });
  expect(compareConstraints([before], [after])).toEqual([{ constraint: after, change: 'changed', before }]);
});
