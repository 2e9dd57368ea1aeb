import { expect, it } from 'vitest';
import type { Constraint } from '../../server/contract/index.ts';
import { describeRow, linkToRow, takeSharedQuestion } from './shared-question.ts';

const wish = (words: string): Constraint => ({
  id: words,
  facet: 'text',
  relation: 'is',
  value: words,
  strength: 'must',
  scope: 'session',
  words,
});

it('adds the words of earlier wishes that the text does not repeat', () => {
  expect(describeRow({ text: 'in red', constraints: [wish('lamp'), wish('under 50'), wish('Red')] })).toBe(
    'lamp, under 50, in red',
  );
  expect(describeRow({ constraints: [wish('lamp'), wish('lamp'), wish('')] })).toBe('lamp');
});

it('makes a link that asks again, and none where nothing was said', () => {
  const link = linkToRow('https://shop.example/chat?lang=de', { text: 'a lamp & more' });
  expect(link).toBe('https://shop.example/chat?lang=de&ask=a+lamp+%26+more');
  expect(linkToRow('https://shop.example/', {})).toBeUndefined();
});

it('takes the question out of the address', () => {
  const seen: string[] = [];
  const history = { state: null, replaceState: (_state: unknown, _title: string, url: URL) => seen.push(url.href) };
  const read = (href: string) =>
    takeSharedQuestion({ location: { href }, history } as unknown as Pick<Window, 'location' | 'history'>);
  expect(read('https://shop.example/?ask=%20a%20lamp&lang=de')).toBe('a lamp');
  expect(seen).toEqual(['https://shop.example/?lang=de']);
  expect([read('https://shop.example/'), read('https://shop.example/?ask=%20')]).toEqual([undefined, undefined]);
});
