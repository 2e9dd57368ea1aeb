import { expect, it } from 'vitest';
import { daysOf, queryOf } from './period.ts';

it.each([
  ['?days=30', 30],
  ['?days=31', 7],
  ['?days=', 7],
  ['', 7],
])('reads %j as %d days', (search, days) => {
  expect(daysOf(search)).toBe(days);
});

it('asks for so many days until now, to the minute', () => {
  const now = Date.UTC(2026, 10, 23, 12, 30, 59);
  expect(queryOf(1, '', now)).toBe(`?${new URLSearchParams({ since: '2026-11-22T12:30:00.000Z' })}`);
});

it('hands on an exact stretch as it is written', () => {
  expect(queryOf(7, '?since=2026-01-01&until=2026-02-01&lang=de')).toBe('?since=2026-01-01&until=2026-02-01');
  expect(queryOf(7, '?since=%26x%3D1')).toBe('?since=%26x%3D1');
});
