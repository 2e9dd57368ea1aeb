import { describe, expect, it } from 'vitest';
import { type AttributeValue, Product } from '../domain/catalog-item.ts';
import { language } from '../testing/fixture-shop.ts';
import { planFacets } from './facet-plan.ts';

const products = (...records: Record<string, AttributeValue>[]) =>
  records.map((attributes, index) => Product.parse({ id: `p${index}`, title: `Thing ${index}`, attributes }));
const plan = (...records: Record<string, AttributeValue>[]) => planFacets(products(...records), language);

describe('facet planning', () => {
  it('reads numbers with their unit from values', () => {
    expect(plan({ width: '12 cm' }, { width: '1 m' }, { width: '40cm' }).ofAttribute('width')).toMatchObject({
      type: 'number',
      unit: 'cm',
    });
  });

  it('reads the unit from the name of the attribute', () => {
    expect(plan({ 'weight (kg)': 2 }, { 'weight (kg)': 3 }).ofAttribute('weight (kg)')).toMatchObject({
      type: 'number',
      unit: 'kg',
    });
  });

  it('takes yes and no in words as a feature', () => {
    expect(plan({ foldable: 'Yes' }, { foldable: 'no' }).ofAttribute('foldable')?.type).toBe('boolean');
    expect(plan({ foldable: true }).ofAttribute('foldable')?.type).toBe('boolean');
  });

  it('takes long prose as text and short words as values', () => {
    const prose = 'Wash by hand in cold water and dry flat in the shade';
    expect(plan({ care: prose }, { care: prose }).ofAttribute('care')?.type).toBe('text');
    expect(plan({ finish: 'matt' }, { finish: 'gloss' }).ofAttribute('finish')?.type).toBe('categorical');
  });

  it('does not take a facet for a number because one value is one', () => {
    expect(plan({ fit: '3' }, { fit: 'slim' }, { fit: 'wide' }).ofAttribute('fit')?.type).toBe('categorical');
  });

  it('makes one facet of attributes that mean the same', () => {
    const plans = plan({ colour: 'red' }, { Color: 'blue' });
    expect(plans.ofAttribute('Color')).toBe(plans.ofAttribute('colour'));
    expect(plans.ofAttribute('Color')?.role).toBe('colour');
  });

  it('has colour, material, pattern and audience even where only prose names them', () => {
    const plans = plan({});
    for (const role of ['colour', 'material', 'pattern', 'audience'] as const)
      expect(plans.ofRole(role)).toMatchObject({ attributes: [], type: 'categorical' });
    expect(plans.ofRole('size')).toBeUndefined();
  });

  it('plans facets from the options of variants', () => {
    const [product] = products({});
    const variants = [{ id: 'v', options: { size: 'M' } }];
    expect(planFacets([{ ...product!, variants }], language).ofRole('size')?.attributes).toEqual(['size']);
  });
});
