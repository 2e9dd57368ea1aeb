import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InteractionKind } from '../contract/events.ts';
import type { Candidate } from '../domain/candidate.ts';
import { emptyInterests, type InterestProfile } from '../domain/interest-profile.ts';
import { scoreInterests } from './score-interests.ts';
import { decayInterests, editInterests, learnFromItem, learnFromWishes } from './update-interests.ts';

const candidate = (
  id: string,
  firstStage: number,
  terms: string[] = [],
  own: { fit?: number; price?: number } = {},
): Candidate => ({
  id,
  recall: 0,
  fit: own.fit ?? 1,
  firstStage,
  indexed: {
    ...{ denied: [], stated: [], titleStems: [], availability: 'in_stock', kind: 'product' },
    terms,
    numbers: own.price === undefined ? {} : { price: own.price },
  },
});
const order = (candidates: Candidate[], profile: InterestProfile) =>
  scoreInterests(candidates, profile).map(({ id }) => id);
const trait = (facet: string, value: string) => ({ facet, value });
const did = (kind: InteractionKind, facets: { facet: string; value: string; key?: string }[], price?: number) =>
  learnFromItem(emptyInterests(), { facets, price }, kind, 1);

describe('what a shopper seems to like', () => {
  const two = [candidate('red', 1.05, ['colour=red']), candidate('navy', 1, ['colour=navi'])];
  const likesNavy = did('purchase', [{ facet: 'colour', value: 'navy', key: 'navi' }]);

  it('decides between candidates that are nearly alike', () => {
    expect(order(two, emptyInterests())).toEqual(['red', 'navy']);
    expect(order(two, likesNavy)).toEqual(['navy', 'red']);
  });

  it('puts what was disliked behind', () => {
    const close = [candidate('navy', 1.05, ['colour=navi']), candidate('red', 1, ['colour=red'])];
    expect(order(close, did('dislike', [{ facet: 'colour', value: 'navy', key: 'navi' }]))).toEqual(['red', 'navy']);
  });

  it('keeps the first stage’s score and sets its own', () => {
    const [first] = scoreInterests(two, likesNavy);
    expect(first).toMatchObject({ id: 'navy', firstStage: 1 });
    expect(first?.finalStage).toBeGreaterThan(1);
  });

  it('never shows what fits less before what fits more', () => {
    const fits = [
      candidate('red', 1.05, ['colour=red'], { fit: 2 }),
      candidate('navy', 1.04, ['colour=navi'], { fit: 1 }),
    ];
    expect(order(fits, likesNavy)).toEqual(['red', 'navy']);
  });

  it('is bounded, however much there is of it', () => {
    const far = [candidate('red', 1.4, ['colour=red']), candidate('navy', 1, ['colour=navi'])];
    const obsessed = Array.from({ length: 50 }).reduce<InterestProfile>(
      (profile) => learnFromItem(profile, { facets: [trait('colour', 'navi')] }, 'purchase', 1),
      emptyInterests(),
    );
    expect(order(far, obsessed)).toEqual(['red', 'navy']);
  });

  it('does not follow the shopper from one topic to the next: what was only asked reorders nothing', () => {
    const wish = {
      id: 'c',
      facet: 'colour',
      relation: 'is',
      value: 'navi',
      strength: 'must',
      scope: 'category',
      words: '',
    } as const;
    expect(order(two, learnFromWishes(emptyInterests(), [wish], 1))).toEqual(['red', 'navy']);
  });

  it('counts what is pinned, asked or not', () => {
    const pinned = editInterests(emptyInterests(), { pin: trait('colour', 'navy') }, 1, () => 'navi');
    expect(order(two, pinned)).toEqual(['navy', 'red']);
  });

  it('knows the price band of what was bought', () => {
    const prices = [candidate('dear', 1.05, [], { price: 400 }), candidate('usual', 1, [], { price: 50 })];
    const bought = [40, 50, 60].reduce<InterestProfile>(
      (profile, price) => learnFromItem(profile, { facets: [], price }, 'purchase', 1),
      emptyInterests(),
    );
    expect(order(prices, bought)).toEqual(['usual', 'dear']);
    expect(order(prices, editInterests(bought, { forget: trait('price', '') }, 2))).toEqual(['dear', 'usual']);
  });
});

describe('forgetting', () => {
  const traits = ['red', 'navi', 'linen'].map((value) => trait(value === 'linen' ? 'material' : 'colour', value));
  const anyTrait = fc.constantFrom(...traits);
  const deed = fc.record({
    traits: fc.uniqueArray(anyTrait, { minLength: 1, maxLength: 3 }),
    kind: fc.constantFrom<InteractionKind>('open', 'like', 'dislike', 'cart-add', 'purchase'),
    price: fc.option(fc.integer({ min: 5, max: 500 }), { nil: undefined }),
  });
  type Step = { do: 'deed'; deed: { traits: typeof traits; kind: InteractionKind; price?: number } } | { do: 'turn' };
  const step: fc.Arbitrary<Step> = fc.oneof(
    deed.map((one): Step => ({ do: 'deed', deed: one })),
    fc.constant<Step>({ do: 'turn' }),
  );
  const candidates = fc
    .array(
      fc.record({
        score: fc.integer({ min: 0, max: 50 }),
        terms: fc.subarray(traits.map(({ facet, value }) => `${facet}=${value}`)),
        fit: fc.integer({ min: 0, max: 2 }),
        price: fc.integer({ min: 1, max: 600 }),
      }),
      { maxLength: 30 },
    )
    .map((all) =>
      all
        .map(({ score, terms, fit, price }, at) => candidate(`c${at}`, fit + score / 50, terms, { fit, price }))
        .sort((a, b) => (b.firstStage ?? 0) - (a.firstStage ?? 0)),
    );
  const live = (steps: Step[], without?: { facet: string; value: string }): InterestProfile =>
    steps.reduce<InterestProfile>((profile, one) => {
      if (one.do === 'turn') return decayInterests(profile);
      const facets = one.deed.traits.filter(({ facet, value }) => facet !== without?.facet || value !== without.value);
      return learnFromItem(profile, { facets, price: one.deed.price }, one.deed.kind, 1);
    }, emptyInterests());

  it('all leaves the row of a session that never had an interest', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), candidates, (steps, all) => {
        const forgotten = editInterests(live(steps), { forget: 'all' }, 2);
        expect(scoreInterests(all, forgotten)).toEqual(scoreInterests(all, emptyInterests()));
      }),
    );
  });

  it('one thing leaves the row of a session that never had it', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), anyTrait, candidates, (steps, one, all) => {
        const forgotten = editInterests(live(steps), { forget: one }, 2);
        const ids = (profile: InterestProfile) => order(all, profile);
        expect(ids(forgotten)).toEqual(ids(live(steps, one)));
      }),
    );
  });

  it('changes no fit: whatever is liked, the pattern of fits in the row stays', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), candidates, (steps, all) => {
        const fits = (row: Candidate[]) => row.map(({ fit }) => fit);
        expect(fits(scoreInterests(all, live(steps)))).toEqual(fits(all));
      }),
    );
  });
});
