import type { Constraint } from '../contract/constraint.ts';
import type { InteractionKind } from '../contract/events.ts';
import type { InterestsEdit, InterestView } from '../contract/interests.ts';
import { emptyInterests, type InterestEntry, type InterestProfile } from '../domain/interest-profile.ts';
import { readPriceBand } from './price-band.ts';

/** What one sign of interest is worth; asking is the measure, looking is little, buying is most. */
const WORTH: Record<InteractionKind, number> = {
  impression: 0,
  open: 0.5,
  like: 2,
  dislike: -2,
  'cart-add': 2,
  'cart-remove': -1,
  purchase: 3,
};
const ASKED = 1;
const REASON: Record<InteractionKind, string> = {
  impression: 'you saw it',
  open: 'you looked at one like it',
  like: 'you liked one like it',
  dislike: 'you disliked one like it',
  'cart-add': 'you put one like it in your cart',
  'cart-remove': 'you took one like it out of your cart',
  purchase: 'you bought one like it',
};
/** Kept of a weight from one turn to the next. */
const DECAY = 0.9;
const FADED = 0.05;
const MAX_ENTRIES = 60;
const MAX_PRICES = 50;
const SHOWN = 12;

/** Facets that say something about taste; money and stock do not. */
const isTaste = (facet: string): boolean => !['price', 'rating', 'availability', 'text'].includes(facet);

interface Sign {
  facet: string;
  value: string;
  /** Stem key of the value, where it differs. */
  key?: string;
  weight: number;
  isDeed: boolean;
  because: string;
}

/** Every weight fades a little with each turn; pinned ones stay. */
export function decayInterests(profile: InterestProfile): InterestProfile {
  const entries = profile.entries
    .map((entry) => (entry.pinned ? entry : fade(entry)))
    .filter(({ weight, pinned }) => pinned || Math.abs(weight) >= FADED);
  return { ...profile, entries };
}

const fade = (entry: InterestEntry): InterestEntry => ({
  ...entry,
  weight: entry.weight * DECAY,
  ...(entry.deeds === undefined ? {} : { deeds: entry.deeds * DECAY }),
});

/** New wishes of a turn, as signs of interest. */
export function learnFromWishes(
  profile: InterestProfile,
  constraints: readonly Constraint[],
  now: number,
): InterestProfile {
  const signs = constraints
    .filter(({ facet, relation }) => isTaste(facet) && (relation === 'is' || relation === 'is-not'))
    .flatMap(({ facet, relation, value }) =>
      [value].flat().map((one) => ({
        facet,
        value: String(one),
        weight: relation === 'is' ? ASKED : -ASKED,
        isDeed: false,
        because: relation === 'is' ? 'you asked for it' : 'you asked for something else',
      })),
    );
  return signs.reduce((current, sign) => addSign(current, sign, now), profile);
}

export interface Trait {
  facet: string;
  /** As a person reads it. */
  value: string;
  /** As items have it in `terms`, where it differs. */
  key?: string;
}

/** What a shopper did with an item counts for the item's own traits. */
export function learnFromItem(
  profile: InterestProfile,
  item: { facets: readonly Trait[]; price?: number },
  kind: InteractionKind,
  now: number,
): InterestProfile {
  const weight = WORTH[kind];
  if (weight === 0) return profile;
  const learned = item.facets
    .filter(({ facet }) => isTaste(facet))
    .reduce(
      (current, trait) => addSign(current, { ...trait, weight: weight / 2, isDeed: true, because: REASON[kind] }, now),
      profile,
    );
  const prices =
    item.price !== undefined && weight > 0 ? [...learned.prices, item.price].slice(-MAX_PRICES) : learned.prices;
  return { ...learned, prices };
}

function addSign(profile: InterestProfile, sign: Sign, now: number): InterestProfile {
  const { facet, value, key, weight, isDeed, because } = sign;
  const known = profile.entries.find((entry) => isSame(entry, sign));
  const before: Omit<InterestEntry, 'because' | 'updatedAt'> = known ?? { facet, value, weight: 0, pinned: false };
  const entry: InterestEntry = {
    ...before,
    ...(key === undefined ? {} : { key, value }),
    weight: before.weight + weight,
    ...(isDeed ? { deeds: (before.deeds ?? 0) + weight } : {}),
    because,
    updatedAt: now,
  };
  const others = profile.entries.filter((one) => one !== known);
  return {
    ...profile,
    entries: [...others, entry].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, MAX_ENTRIES),
  };
}

/**
 * Forgetting leaves nothing behind; a pinned value stays until it is forgotten. The facet `price` stands for the price band.
 * `keyOf` brings a value to the form in which items have it.
 */
export function editInterests(
  profile: InterestProfile,
  edit: InterestsEdit,
  now: number,
  keyOf: (value: string) => string = (value) => value,
): InterestProfile {
  if ('pin' in edit) {
    const pin = { ...edit.pin, key: keyOf(edit.pin.value) };
    const signed = addSign(profile, { ...pin, weight: ASKED, isDeed: true, because: 'you pinned it' }, now);
    return {
      ...signed,
      entries: signed.entries.map((entry) => (isSame(entry, pin) ? { ...entry, pinned: true } : entry)),
    };
  }
  const { forget } = edit;
  if (forget === 'all') return emptyInterests();
  if (forget.facet === 'price') return { ...profile, prices: [] };
  return {
    ...profile,
    entries: profile.entries.filter((entry) => !isSame(entry, { ...forget, key: keyOf(forget.value) })),
  };
}

/** A value asked for in one form and found in another is one interest. */
const isSame = (entry: Trait, other: Trait): boolean =>
  entry.facet === other.facet &&
  (entry.value === other.value || (entry.key ?? entry.value) === (other.key ?? other.value));

export function presentInterests(profile: InterestProfile, currency: string): InterestView {
  const likes = [...profile.entries]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, SHOWN)
    .map(({ facet, value, weight, pinned, because }) => ({
      facet,
      value,
      weight: Number(weight.toFixed(2)),
      pinned,
      because,
    }));
  const band = readPriceBand(profile);
  if (!band) return { likes };
  return { likes, priceBand: { ...band, currency } };
}
