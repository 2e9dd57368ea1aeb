import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InterestsEdit } from '../contract/interests.ts';
import { emptyInterests, type InterestProfile } from '../domain/interest-profile.ts';
import { wish } from '../testing/fixture-shop.ts';
import { decayInterests, editInterests, learnFromItem, learnFromWishes, presentInterests } from './update-interests.ts';

const linen = { facet: 'material', value: 'linen' };
const weight = ({ entries }: InterestProfile, value: string) => entries.find((entry) => entry.value === value)?.weight;
const asked = (...constraints: ReturnType<typeof wish>[]) => learnFromWishes(emptyInterests(), constraints, 1);
const decayed = (profile: InterestProfile, turns: number) =>
  Array.from({ length: turns }).reduce<InterestProfile>((current) => decayInterests(current), profile);

describe('interests', () => {
  it('grow with what is asked for and fall with what is not wanted', () => {
    const profile = asked(wish('material', 'is', 'linen'), wish('colour', 'is-not', 'red'));
    expect(weight(profile, 'linen')).toBeGreaterThan(0);
    expect(weight(profile, 'red')).toBeLessThan(0);
  });

  it('learn no taste from money and stock', () => {
    expect(asked(wish('price', 'at-most', 50), wish('availability', 'is', 'in_stock')).entries).toEqual([]);
  });

  it('learn more from a purchase than from a look, and the other way from a dislike', () => {
    const weightAfter = (kind: 'open' | 'purchase' | 'dislike' | 'impression') =>
      weight(learnFromItem(emptyInterests(), { facets: [linen], price: 10 }, kind, 1), 'linen') ?? 0;
    expect(weightAfter('purchase')).toBeGreaterThan(weightAfter('open'));
    expect(weightAfter('open')).toBeGreaterThan(0);
    expect(weightAfter('impression')).toBe(0);
    expect(weightAfter('dislike')).toBeLessThan(0);
  });

  it('fade with every turn until nothing is left', () => {
    const profile = asked(wish('material', 'is', 'linen'));
    expect(weight(decayInterests(profile), 'linen')).toBeLessThan(weight(profile, 'linen')!);
    expect(decayed(profile, 60).entries).toEqual([]);
  });

  it('stay where they are pinned', () => {
    const pinned = editInterests(emptyInterests(), { pin: linen }, 1);
    expect(decayed(pinned, 60).entries).toEqual(pinned.entries);
    expect(presentInterests(decayed(pinned, 60), 'USD').likes).toMatchObject([{ ...linen, pinned: true }]);
  });

  it('leave nothing behind when they are forgotten', () => {
    const bought = learnFromItem(asked(wish('colour', 'is', 'red')), { facets: [linen], price: 10 }, 'purchase', 2);
    const forgotten = editInterests(bought, { forget: 'all' }, 3);
    expect(forgotten).toEqual(emptyInterests());
    expect(presentInterests(forgotten, 'USD')).toEqual({ likes: [] });
    expect(JSON.stringify(editInterests(bought, { forget: linen }, 3))).not.toContain('linen');
  });

  it('can be pinned and forgotten again', () => {
    const pinned = editInterests(asked(wish('material', 'is', 'linen')), { pin: linen }, 2);
    expect(editInterests(pinned, { forget: linen }, 3).entries).toEqual([]);
  });

  it('say why, in words of the shopper’s own doing', () => {
    const [like] = presentInterests(asked(wish('material', 'is', 'linen')), 'USD').likes;
    expect(like?.because).toMatch(/you/);
  });

  it('name a price band only from enough prices, within them', () => {
    const bought = (...prices: number[]) =>
      prices.reduce(
        (profile, price) => learnFromItem(profile, { facets: [linen], price }, 'purchase', 1),
        emptyInterests(),
      );
    expect(presentInterests(bought(10, 20), 'USD').priceBand).toBeUndefined();
    const band = presentInterests(bought(40, 10, 20, 30), 'USD').priceBand;
    expect(band).toMatchObject({ currency: 'USD' });
    expect(band!.low).toBeGreaterThanOrEqual(10);
    expect(band!.high).toBeLessThanOrEqual(40);
    expect(band!.low).toBeLessThanOrEqual(band!.high);
  });

  it('stay finite, bounded and one entry a value, whatever happens', () => {
    const value = fc.record({ facet: fc.constantFrom('colour', 'brand'), value: fc.string({ maxLength: 3 }) });
    const step = fc.oneof(
      value.map((one) => (profile: InterestProfile) => editInterests(profile, { pin: one }, 1)),
      value.map((one) => (profile: InterestProfile) => editInterests(profile, { forget: one } as InterestsEdit, 1)),
      value.map(
        (one) => (profile: InterestProfile) => learnFromItem(profile, { facets: [one], price: 5 }, 'dislike', 1),
      ),
      value.map((one) => (profile: InterestProfile) => learnFromWishes(profile, [wish(one.facet, 'is', one.value)], 1)),
      fc.constant(decayInterests),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 100 }), (steps) => {
        const { entries } = steps.reduce((profile, one) => one(profile), emptyInterests());
        const names = entries.map(({ facet, value: named }) => `${facet}=${named}`);
        expect(new Set(names).size).toBe(names.length);
        expect(entries.length).toBeLessThanOrEqual(60);
        for (const entry of entries) expect(Number.isFinite(entry.weight)).toBe(true);
      }),
    );
  });
});
