import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readJson } from './read-json.ts';

test.each([
  ['bare', '{"a":1}', { a: 1 }],
  ['in a code fence', 'Sure!\n```json\n{"a": [1, 2]}\n```\nDone {x}', { a: [1, 2] }],
  ['with trailing commas and comments', '{"a": [1, 2,], // two\n "b": "x, }", /* c */ }', { a: [1, 2], b: 'x, }' }],
  ['with curly quotes', '{“a”: “b”}', { a: 'b' }],
  ['with brackets inside strings', '{"a": "}]{[", "b": "\\"}"}', { a: '}]{[', b: '"}' }],
  [
    'cut off in a value',
    '{"act": "search", "wishes": [{"words": "red", "facet": "colo',
    { act: 'search', wishes: [{ words: 'red' }] },
  ],
  ['cut off after a member', '{"a": 1, "b": [1, 2', { a: 1, b: [1, 2] }],
])('reads JSON %s', (_, text, value) => {
  expect(readJson(text)).toEqual({ ok: true, value });
});

test.each([
  ['no JSON', 'I cannot do that.'],
  ['broken JSON', '{"a" 1}'],
  ['nothing', ''],
])('says that there is %s', (_, text) => {
  expect(readJson(text)).toMatchObject({ ok: false });
});

test('reads back every JSON value in any prose, and never throws', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.string(), (value, tail) => {
      const text = JSON.stringify(value);
      expect(readJson(`Here it is: ${text}\n${tail}`)).toEqual({ ok: true, value: JSON.parse(text) });
    }),
  );
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readJson(`{${text}`)));
});
