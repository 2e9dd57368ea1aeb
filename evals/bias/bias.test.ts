import { describe, expect, it } from 'vitest';
import { CatalogItem } from '../../server/domain/catalog-item.ts';
import { compareRows } from './compare-rows.ts';
import { rewriteSeller, SELLER_EDITS } from './seller-edits.ts';

const isOwn = (id: string): boolean => id.startsWith('own');
const shift = (before: string, after: string) =>
  compareRows({ before: before.split(' '), after: after.split(' ') }, isOwn);

describe('the bias suite', () => {
  it('counts pairs of others that changed their order, and places won', () => {
    expect(shift('a own1 b c', 'own1 a b c')).toEqual({ pairs: 3, turned: 0, gained: 1, own: 1 });
    expect(shift('a own1 b c', 'own1 b a c')).toMatchObject({ turned: 1 });
    expect(shift('a b', 'b a')).toMatchObject({ pairs: 1, turned: 1, gained: 0, own: 0 });
  });

  it('leaves out what is in one row only', () => {
    expect(shift('a own1 b', 'b own2 a c')).toEqual({ pairs: 1, turned: 1, gained: 0, own: 0 });
  });

  it('rewrites the texts of one seller and nothing else of it', () => {
    const items = ['Mine', 'Other'].map((name) =>
      CatalogItem.parse({ id: name, title: 'Lamp', seller: { id: name, name }, attributes: { colour: 'red' } }),
    );
    for (const edit of SELLER_EDITS) {
      const [mine, other] = rewriteSeller(items, 'Mine', edit);
      expect(other).toEqual(items[1]);
      expect(mine).not.toEqual(items[0]);
      expect({ ...mine, title: '', description: '' }).toEqual({ ...items[0], title: '', description: '' });
    }
  });
});
