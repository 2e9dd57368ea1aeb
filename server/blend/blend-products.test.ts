import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../domain/candidate.ts';
import { blendProducts, type ProductRow } from './blend-products.ts';
import { BLEND } from './blend-weights.ts';
import { candidate, different, inColours } from './testing/candidates.ts';

const row = (candidates: Candidate[], own: Partial<ProductRow> = {}): ProductRow => ({
  candidates,
  limit: 6,
  keepsOrder: false,
  isNearMiss: false,
  named: new Set(),
  random: () => 0,
  ...own,
});
const ids = (input: ProductRow) => blendProducts(input).map(({ id }) => id);
const day = (count: number): number => count * 86_400_000;
const newest = day(1000);

describe('the products of a row', () => {
  it('give every place a reason and a likelihood', () => {
    for (const slot of blendProducts(row([...inColours('oslo', ['red', 'navy'], 2), ...different(8, 1.9)]))) {
      expect(slot.slotReason).toBeTruthy();
      expect(slot.propensity).toBeGreaterThan(0);
      expect(slot.propensity).toBeLessThanOrEqual(1);
    }
  });

  it('fold the colours of one thing and say which others there are', () => {
    const [first] = blendProducts(row([...inColours('oslo', ['red', 'navy', 'grey'], 2), ...different(8, 1.9)]));
    expect(first?.folded).toEqual({ facet: 'colour', values: ['navy', 'grey'], ids: ['oslo-navy', 'oslo-grey'] });
  });

  it('show another brand before the third of the same, where it scores about as high', () => {
    const same = Array.from({ length: 4 }, (_, at) =>
      candidate(`same${at}`, { brand: 'Nordhem', firstStage: 2 - at / 100 }),
    );
    const other = candidate('other', { brand: 'Oakline', firstStage: 1.985 });
    const shown = blendProducts(row([...same, other]));
    expect(shown[1]).toMatchObject({ id: 'other', slotReason: 'diversity' });
  });

  it('look for something else after the leading ones only', () => {
    const same = Array.from({ length: 8 }, (_, at) =>
      candidate(`same${at}`, { brand: 'Nordhem', firstStage: 2 - at / 10 }),
    );
    const others = ['one', 'two'].map((id) => candidate(id, { brand: id, firstStage: 1.35 }));
    const shown = blendProducts(row([...same.slice(0, 7), ...others, ...same.slice(7)], { limit: 8 }));
    expect(shown.slice(0, 5).map(({ id }) => id)).toEqual(same.slice(0, 5).map(({ id }) => id));
    expect(shown[5]).toMatchObject({ id: 'one', slotReason: 'diversity' });
  });

  it('give who asks for a brand that brand', () => {
    const same = Array.from({ length: 6 }, (_, at) =>
      candidate(`same${at}`, { brand: 'Nordhem', firstStage: 2 - at / 10 }),
    );
    expect(ids(row(same, { named: new Set(['brand']) }))).toEqual(same.map(({ id }) => id));
  });

  it('keep what scores far better in its place, however alike', () => {
    const same = [2, 1.9].map((firstStage, at) => candidate(`same${at}`, { brand: 'Nordhem', firstStage }));
    const far = different(4, 1.9 - BLEND.window - 0.01);
    expect(ids(row([...same, ...far])).slice(0, 2)).toEqual(['same0', 'same1']);
  });

  it('stay as they are where the order says something', () => {
    const given = [...inColours('oslo', ['red', 'navy', 'grey'], 2), ...different(6, 3)];
    expect(ids(row(given, { keepsOrder: true }))).toEqual(given.slice(0, 6).map(({ id }) => id));
    const alternatives = blendProducts(row(given, { isNearMiss: true }));
    expect(alternatives.map(({ id }) => id)).toEqual(given.slice(0, 6).map(({ id }) => id));
    expect(alternatives.every(({ slotReason }) => slotReason === 'alternative')).toBe(true);
  });
});

describe('a new item', () => {
  const old = different(9, 2).map((one) => ({ ...one, indexed: { ...one.indexed, numbers: { created: day(10) } } }));
  const fresh = (firstStage: number, own: Partial<Candidate> = {}): Candidate => ({
    ...candidate('fresh', { numbers: { created: newest - day(3) }, firstStage }),
    ...own,
  });

  it('gets one place after the best ones', () => {
    const shown = blendProducts(row([...old, fresh(1.8)], { newestAt: newest }));
    expect(shown[BLEND.leading]).toMatchObject({ id: 'fresh', slotReason: 'new-item', propensity: 1 });
    expect(shown.slice(0, BLEND.leading).map(({ id }) => id)).toEqual(old.slice(0, BLEND.leading).map(({ id }) => id));
  });

  it('gets none below the floor, or where it fits less', () => {
    for (const poor of [fresh(1), fresh(1.8, { fit: 0 })])
      expect(ids(row([...old, poor], { newestAt: newest }))).not.toContain('fresh');
  });

  it('is nothing special where most are new', () => {
    const all = [...old, fresh(1.8)].map((one) => ({
      ...one,
      indexed: { ...one.indexed, numbers: { created: newest } },
    }));
    expect(ids(row(all, { newestAt: newest }))).not.toContain('fresh');
  });

  it('is drawn among several with the likelihood that is written down', () => {
    const two = [fresh(1.8), candidate('fresher', { numbers: { created: newest }, firstStage: 1.79 })];
    const drawn = [0, 0.9].map(
      (chance) => blendProducts(row([...old, ...two], { newestAt: newest, random: () => chance }))[5],
    );
    expect(drawn).toMatchObject([
      { id: 'fresh', propensity: 0.5 },
      { id: 'fresher', propensity: 0.5 },
    ]);
  });

  it('may be one of a seller without ratings, where others have some', () => {
    const rated = old.map((one) => ({
      ...one,
      indexed: { ...one.indexed, seller: 'Known', rating: { average: 4, count: 9 } },
    }));
    const unknown = candidate('unknown', { seller: 'Newcomer', firstStage: 1.8 });
    expect(ids(row([...rated, unknown]))).toContain('unknown');
    expect(ids(row([...old, unknown]))).not.toContain('unknown');
  });
});

describe('whatever the candidates', () => {
  const anyCandidate = fc.record({
    brand: fc.constantFrom('', 'A', 'B'),
    colour: fc.constantFrom('red', 'blue', 'green'),
    title: fc.constantFrom('oslo', 'ranch', 'metro'),
    fit: fc.constantFrom(0, 1, 2),
    score: fc.integer({ min: 0, max: 300 }),
    isNew: fc.boolean(),
  });
  const many = fc.array(anyCandidate, { maxLength: 60 }).map((all) =>
    all
      .map(({ brand, colour, title, fit, score, isNew }, at) =>
        candidate(`c${at}`, {
          ...(brand === '' ? {} : { brand }),
          terms: ['type=sofa', `colour=${colour}`],
          titleStems: [title, colour],
          numbers: { created: isNew ? newest : 0 },
          fit,
          // Fit leads the first stage, as its weights have it.
          firstStage: fit * 10 + score / 100,
        }),
      )
      .sort((a, b) => (b.firstStage ?? 0) - (a.firstStage ?? 0)),
  );

  it('no card is shown twice, none is behind another card as well, and the row is as long as it can be', () => {
    fc.assert(
      fc.property(many, fc.integer({ min: 1, max: 20 }), (candidates, limit) => {
        const slots = blendProducts(row(candidates, { limit, newestAt: newest }));
        const all = slots.flatMap(({ id, folded }) => [id, ...(folded?.ids ?? [])]);
        expect(new Set(all).size).toBe(all.length);
        expect(slots).toHaveLength(Math.min(limit, candidates.length));
      }),
    );
  });

  it('none of the leading cards fits less than a card after it', () => {
    fc.assert(
      fc.property(many, (candidates) => {
        const fits = new Map(candidates.map(({ id, fit = 0 }) => [id, fit]));
        const leading = ids(row(candidates, { limit: 12, newestAt: newest })).slice(0, BLEND.leading);
        const shown = leading.map((id) => fits.get(id) ?? 0);
        expect(shown).toEqual([...shown].sort((a, b) => b - a));
      }),
    );
  });
});
