import { describe, expect, it } from 'vitest';
import { createFormat } from './create-format.ts';

describe('createFormat', () => {
  const format = createFormat('en-US');

  it('leaves the cents out of round prices only', () => {
    expect(format.money({ amount: 50, currency: 'USD' })).toBe('$50');
    expect(format.money({ amount: 49.9, currency: 'USD' })).toBe('$49.90');
  });

  it('shows a price whose currency is no currency rather than failing', () => {
    expect(format.money({ amount: 5, currency: '1!x' })).toBe('5 1!x');
  });

  it('shows durations and countdowns in their two largest units', () => {
    expect(format.duration(65)).toBe('1:05');
    expect(format.duration(3725)).toBe('1:02:05');
    expect(format.countdown(26 * 60 * 60_000 + 5 * 60_000)).toBe('1 day 2 hr');
    expect(format.countdown(59_000)).toBe('1 min');
  });
});
