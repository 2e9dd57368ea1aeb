import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { language } from '../testing/fixture-shop.ts';
import { measureKey } from './units.ts';

const measure = (text: string) => language.units.measureAt(language.tokenise(text), 0);
const read = (text: string) => {
  const found = measure(text);
  return found && `${found.value} ${found.unit.unit}`;
};
const key = (text: string) => {
  const found = measure(text);
  return found && measureKey(found.value, found.unit);
};

describe('units', () => {
  it.each([
    ['12 cm', '12 cm'],
    ['12cm', '12 cm'],
    ['12 centimetres', '12 cm'],
    ['15.6 inch', '15.6 in'],
    ['15.6"', '15.6 in'],
    ['15-inch', '15 in'],
    ['3 1/2 inches', '3.5 in'],
    ['1/2 inch', '0.5 in'],
    ['2 kg', '2 kg'],
    ['16GB', '16 gb'],
  ])('reads %j as %j', (text, expected) => {
    expect(read(text)?.toLowerCase()).toBe(expected);
  });

  it.each(['12', 'cm', 'sofa 12 cm', '', '12 sofas'])('finds no measure at the start of %j', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it.each([
    ['2 m', '200 cm'],
    ['1000 g', '1 kg'],
    ['6 ft', '1.83 m'],
    ['12 in', '1 ft'],
    ['1 l', '1000 ml'],
  ])('gives %j and %j one key', (left, right) => {
    expect(key(left)).toBeDefined();
    expect(key(left)).toBe(key(right));
  });

  it('keeps sizes apart that differ, and dimensions that do not compare', () => {
    expect(key('13 in')).not.toBe(key('14 in'));
    expect(key('1 kg')).not.toBe(key('1 l'));
  });

  it('gives the same key to any length in metres and centimetres', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), (cm) => {
        expect(key(`${cm} cm`)).toBe(key(`${cm / 100} m`));
      }),
    );
  });
});
