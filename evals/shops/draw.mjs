/** Seeded draws (mulberry32), so that a generator gives the same shop on every machine. */
export function createDraw(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const int = (low, high) => low + Math.floor(next() * (high - low + 1));
  return {
    int,
    chance: (share) => next() < share,
    pick: (list) => list[int(0, list.length - 1)],
    /** A shop price near `base`: 12.99, 34.5 or 40. */
    price: (base, spread = 0.12) => {
      const whole = Math.max(1, Math.round(base * (1 + (next() * 2 - 1) * spread)));
      return whole - 1 + [0.99, 0.99, 0.49, 0.95, 1][int(0, 4)];
    },
  };
}

export const slug = (text) =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
