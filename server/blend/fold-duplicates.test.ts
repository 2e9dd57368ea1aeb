import { describe, expect, it } from 'vitest';
import type { Candidate } from '../domain/candidate.ts';
import { foldDuplicates } from './fold-duplicates.ts';
import { different, inColours } from './testing/candidates.ts';

const fold = (candidates: Candidate[], limit = 3, named: string[] = []) =>
  foldDuplicates(candidates, limit, new Set(named)).map(({ candidate: { id }, facet, others }) => ({
    id,
    facet,
    others: others.map((one) => one.candidate.id),
  }));

describe('near-duplicates', () => {
  it('become one card that says in what they differ', () => {
    const [first] = fold([...inColours('oslo', ['red', 'navy', 'grey'], 2), ...different(3, 1)]);
    expect(first).toEqual({ id: 'oslo-red', facet: 'colour', others: ['oslo-navy', 'oslo-grey'] });
  });

  it('stay cards of their own while the row has room', () => {
    expect(fold(inColours('oslo', ['red', 'navy', 'grey'], 2))).toHaveLength(3);
    expect(fold([...inColours('oslo', ['red', 'navy', 'grey'], 2), ...different(1, 1)])).toEqual([
      { id: 'oslo-red', facet: 'colour', others: ['oslo-grey'] },
      { id: 'oslo-navy', facet: undefined, others: [] },
      { id: 'other0', facet: undefined, others: [] },
    ]);
  });

  it('stay where they are, while those that would take their place fit less', () => {
    const colours = inColours('oslo', ['red', 'navy'], 2).map((one) => ({ ...one, fit: 2 }));
    const found = fold([...colours, ...different(8, 1)], 6);
    expect(found.slice(0, 2).map(({ id }) => id)).toEqual(['oslo-red', 'oslo-navy']);
    expect(fold([...colours, ...different(8, 1).map((one) => ({ ...one, fit: 2 }))], 6)[0]?.others).toEqual([
      'oslo-navy',
    ]);
  });

  it('are told apart by what the shopper spoke of', () => {
    const found = fold([...inColours('oslo', ['red', 'navy'], 2), ...different(4, 1)], 3, ['colour']);
    expect(found[0]).toMatchObject({ id: 'oslo-red', others: [] });
  });

  it.each<[string, Partial<Candidate['indexed']>]>([
    ['another brand', { brand: 'Oakline' }],
    ['another type', { terms: ['type=chair', 'colour=navy', 'material=linen'] }],
    ['a second facet that differs', { terms: ['type=sofa', 'colour=navy', 'material=velvet'] }],
    ['a word in the title that no facet explains', { titleStems: ['oslo', 'lite', 'navy'] }],
  ])('are not: %s', (_, own) => {
    const [red] = inColours('oslo', ['red'], 2);
    const [navy] = inColours('oslo', ['navy'], 1.9);
    const other = { ...navy!, indexed: { ...navy!.indexed, ...own } };
    expect(fold([red!, other, ...different(4, 1)])[0]).toMatchObject({ id: 'oslo-red', others: [] });
  });

  it('are not, where one fits and the other does not', () => {
    const [red, navy] = inColours('oslo', ['red', 'navy'], 2);
    expect(fold([red!, { ...navy!, fit: 0 }, ...different(4, 1)])[0]).toMatchObject({ others: [] });
  });

  it('of no brand are not folded: nobody knows that they are one thing', () => {
    const [red, navy] = inColours('oslo', ['red', 'navy'], 2, '');
    expect(fold([red!, navy!, ...different(4, 1)])[0]).toMatchObject({ others: [] });
  });
});
