import { describe, expect, it } from 'vitest';
import { language, lexicon } from '../testing/fixture-shop.ts';
import { shadeOf } from './concepts.ts';

const concepts = (role: 'colour' | 'material' | 'audience', phrase: string) =>
  (language.concepts.get(role)?.matchAt(language.tokenise(phrase), 0) ?? []).map(({ value }) => value);

describe('words that mean a value in every shop', () => {
  it('knows that navy is a blue and oak a wood', () => {
    expect(concepts('colour', 'navy')[0]?.parents).toContain('blue');
    expect(concepts('material', 'oak')[0]?.parents).toContain('wood');
  });

  it.each(['faux leather', 'vegan leather'])('knows that %s is not leather', (imitation) => {
    const [concept] = concepts('material', imitation);
    expect(concept?.denies).toContain('leather');
    expect(concept?.parents).not.toContain('leather');
  });

  it('knows that wooden means wood', () => {
    expect(concepts('material', 'wooden')[0]?.value).toBe('wood');
  });

  it('knows whom a gift is for by the person', () => {
    const [wife] = concepts('audience', 'wife');
    expect(wife).toMatchObject({ value: language.key('women'), recipient: true });
    expect(wife?.denies).toContain(language.key('men'));
  });

  it('has a name for every shade of a colour that is not the colour itself', () => {
    expect(shadeOf('red')).not.toBe('red');
  });
});

describe('the lexicon of a shop', () => {
  const typeAt = (text: string) => lexicon.types.matchAt(language.tokenise(text), 0)[0]?.value;
  const brandAt = (text: string) => lexicon.brands.matchAt(language.tokenise(text), 0)[0]?.value.label;

  it.each(['sofa', 'jackets', 'coffee table', 'headphones'])('knows the type %j', (text) => {
    expect(typeAt(text)).toBe(language.key(text));
  });

  it('leaves a material before a type to be read as material', () => {
    expect(typeAt('leather jacket')).toBeUndefined();
  });

  it('knows the brands in the spelling of the catalog', () => {
    expect(brandAt('zenix laptop')).toBe('Zenix');
    expect(brandAt('lumen dress')).toBe('Lumen');
  });

  it('knows which facet plays a role here', () => {
    expect(lexicon.facetOfRole.get('colour')).toBe('colour');
    expect(lexicon.facetOfRole.get('audience')).toBe('gender');
  });

  it('counts the products that say a value', () => {
    expect(lexicon.countOf('colour', 'yellow')).toBe(1);
    expect(lexicon.countOf('colour', 'pink')).toBe(0);
  });
});
