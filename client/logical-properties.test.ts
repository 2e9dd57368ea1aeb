import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const client = import.meta.dirname;

/** What names a side of the screen instead of the start or end of the line would stay behind when the page is mirrored. */
const SIDED_CLASS =
  /(?<![\w-])-?(?:(?:m[lr]|p[lr]|left|right|scroll-[mp][lr])-(?:\d|px|auto|full|\[)[^\s'"`]*|(?:border-[lr]|rounded-(?:[lr]|[tb][lr]))(?:-[^\s'"`]*)?(?=[\s'"`])|(?:text|float|clear)-(?:left|right)(?![\w-]))/g;
const SIDED_RULE =
  /(?<![\w-])(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)\b|(?:left|right)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)|border-(?:top|bottom)-(?:left|right)-radius)/g;

function filesOf(extension: RegExp): string[] {
  return readdirSync(client, { recursive: true, encoding: 'utf8' }).filter(
    (file) => extension.test(file) && !/\.test\.|^(testing|examples)\//.test(file),
  );
}
const found = (files: string[], pattern: RegExp) =>
  files.flatMap((file) =>
    [...readFileSync(join(client, file), 'utf8').matchAll(pattern)].map(([match]) => `${file}: ${match}`),
  );

it('names no side of the screen in its classes', () => {
  const files = filesOf(/\.tsx$/);
  expect(files.length).toBeGreaterThan(40);
  expect(found(files, SIDED_CLASS)).toEqual([]);
});

it('names no side of the screen in its style sheets', () => {
  const files = filesOf(/\.css$/);
  expect(files.length).toBeGreaterThan(3);
  expect(found(files, SIDED_RULE)).toEqual([]);
});

it.each(['ml-2', '-mr-4', 'left-1/2', 'pl-[3px]', 'text-left', 'rounded-tl-lg', 'border-l', 'float-right'])(
  'would find %s',
  (name) => {
    expect(`className="flex ${name} p-4"`.match(SIDED_CLASS)).toEqual([name]);
  },
);
