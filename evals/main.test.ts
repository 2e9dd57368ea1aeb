import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { CatalogItem } from '../server/domain/catalog-item.ts';
import { createKeywordAssistant } from './arms/keyword-assistant.ts';
import { runEval } from './main.ts';
import type { OpenShop } from './shop/eval-shop.ts';

const catalog = ['Red lamp', 'Blue lamp', 'Green lamp', 'Red vase'].map((title, at) =>
  JSON.stringify({ id: String(at + 1), title, price: { amount: (at + 1) * 10, currency: 'EUR' } }),
);

/** The runner over the keyword baseline as the product: real cards, no index to wait for. */
const openShop: OpenShop = async (path) => {
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  const items = new Map(lines.map((line) => CatalogItem.parse(JSON.parse(line))).map((item) => [item.id, item]));
  const keyword = createKeywordAssistant(items);
  const assistant: typeof keyword = {
    ...keyword,
    runTurn: (input, emit, signal) => {
      if (input.text?.includes('explode')) throw new Error('the assistant broke');
      return keyword.runTurn(input, emit, signal);
    },
  };
  return {
    assistant,
    withModel: () => assistant,
    items,
    arms: { bm25: async () => ['1'] },
    close: async () => undefined,
  };
};

let folder: string;
let lines: string[];
const write = (path: string, ...text: string[]): void => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), `${text.join('\n')}\n`);
};
const run = (...argv: string[]): Promise<number> =>
  runEval({
    argv,
    write: (line) => lines.push(line),
    isLive: false,
    evalsFolder: folder,
    workFolder: folder,
    openShop,
    env: {},
  });
const output = (): string => lines.join('\n');

const lamps = (id: string, text: string): string =>
  JSON.stringify({ id, turns: [{ text, tags: ['lamps'], expect: { all: [{ text: ['lamp'], in: ['title'] }] } }] });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-evals-'));
  lines = [];
  write('catalog.jsonl', ...catalog);
  write(
    'suites/talk/suite.yaml',
    'kind: dialogue',
    'catalog: ../../catalog.jsonl',
    'cases: cases.jsonl',
    'gate: { satisfied: 0.5 }',
  );
  write('suites/talk/cases.jsonl', lamps('good', 'lamp'), lamps('bad', 'red vase'));
});

describe('the eval command', () => {
  it('passes a suite at its gate', async () => {
    expect(await run('talk')).toBe(0);
    expect(output()).toContain('gate passed: satisfied is 0.500, wanted at least 0.5');
  });

  it('exits 1 below a gate and says which', async () => {
    write('suites/talk/cases.jsonl', lamps('bad', 'red vase'));
    expect(await run()).toBe(1);
    expect(output()).toContain('below its gate: talk: satisfied is 0.000, wanted at least 0.5');
  });

  it('takes a number as a ceiling where less is better, and fails a figure that is not there', async () => {
    write(
      'suites/talk/suite.yaml',
      'kind: dialogue',
      'catalog: ../../catalog.jsonl',
      'cases: cases.jsonl',
      'gate: { violation@5: 0.9, charm: 1 }',
    );
    expect(await run()).toBe(1);
    expect(output()).toContain('gate passed: violation@5');
    expect(output()).toContain('charm: no such figure');
  });

  it('skips a suite whose catalog is absent, but not when it is asked for by name', async () => {
    write('suites/away/suite.yaml', 'kind: dialogue', 'catalog: nowhere.jsonl', 'cases: cases.jsonl');
    write('suites/away/cases.jsonl', lamps('a', 'lamp'));
    expect(await run()).toBe(0);
    expect(output()).toMatch(/skipped away: .*nowhere\.jsonl is not there/);
    expect(output()).toContain('1 suites run, 1 skipped');
    expect(await run('away')).toBe(2);
    expect(await run('away', '--catalog', 'catalog.jsonl')).toBe(0);
  });

  it('survives a broken case line, reports its number and counts it as failed', async () => {
    write('suites/talk/cases.jsonl', lamps('good', 'lamp'), '{broken', lamps('fine', 'lamp'));
    expect(await run('--json', 'out/report.json')).toBe(0);
    expect(output()).toContain('cases.jsonl:2: not JSON');
    const [suite] = JSON.parse(readFileSync(join(folder, 'out/report.json'), 'utf8')).suites;
    expect(suite.figures.find((figure: { metric: string }) => figure.metric === 'satisfied').value).toBeCloseTo(
      2 / 3,
      9,
    );
    expect(suite.cases).toBe(3);
  });

  it('counts an error inside one case as a failure and goes on', async () => {
    write('suites/talk/cases.jsonl', lamps('breaks', 'explode'), lamps('good', 'lamp'));
    expect(await run()).toBe(0);
    expect(output()).toContain('error: the assistant broke');
  });

  it('runs a single case without gates', async () => {
    expect(await run('talk', '--case', 'bad')).toBe(0);
    expect(output()).not.toContain('gate');
    expect(await run('talk', '--case', 'none')).toBe(2);
  });

  it('writes a baseline when told to, and compares later runs with it case by case', async () => {
    await run('--accept');
    const first = readFileSync(join(folder, 'baselines/talk.json'), 'utf8');
    await run('--accept');
    expect(readFileSync(join(folder, 'baselines/talk.json'), 'utf8')).toBe(first);
    write('suites/talk/cases.jsonl', lamps('good', 'lamp'), lamps('bad', 'lamp'));
    await run('--json', 'report.json');
    const [suite] = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')).suites;
    expect(suite.figures[0]).toMatchObject({
      metric: 'satisfied',
      value: 1,
      baseline: 0.5,
      change: { delta: 0.5, cases: 2 },
    });
  });

  it('scores judged queries and leaves those without a relevant item out of the means', async () => {
    write(
      'suites/rank/suite.yaml',
      'kind: retrieval',
      'catalog: ../../catalog.jsonl',
      'cases: q.jsonl',
      'judgments: qrels.txt',
    );
    write(
      'suites/rank/q.jsonl',
      '{"id":"q1","text":"red vase"}',
      '{"id":"q2","text":"lamp"}',
      '{"id":"q3","text":"Lamp"}',
    );
    write('suites/rank/qrels.txt', 'q1 0 4 3', 'q1 0 1 1', 'q2 0 1 0');
    await run('rank', '--json', 'report.json', '--arms', 'full,bm25,keyword');
    const [suite] = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')).suites;
    const figures = Object.fromEntries(suite.figures.map((figure: { metric: string }) => [figure.metric, figure]));
    expect(figures['ndcg@10']).toMatchObject({ value: 1, count: 1 });
    expect(suite.arms.map((arm: { name: string }) => arm.name)).toEqual(['bm25', 'keyword']);
    expect(output()).toContain('1 of 3 queries have no relevant item');
    expect(output()).toContain('1 queries have no judgment at all: "Lamp"');
    expect(output()).toContain('1 queries repeat the words of another');
  });

  it('changes a base suite and says what each change costs', async () => {
    write(
      'suites/sturdy/suite.yaml',
      'kind: robustness',
      'base: ../talk',
      'changes: [case, typos, politeness, negation-flip]',
      'gate: { drop: 0.5 }',
    );
    write('suites/talk/cases.jsonl', lamps('a', 'lamp'), lamps('b', 'a lamp, not red'));
    expect(await run('sturdy', '--json', 'report.json')).toBe(0);
    const [suite] = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')).suites;
    const metrics = suite.figures.map((figure: { metric: string }) => figure.metric);
    expect(metrics).toEqual(expect.arrayContaining(['base', 'case', 'drop:case', 'negation-flip']));
    expect(output()).toContain('negation-flip: 1 of 2 cases change');
    // A keyword search answers "not red" with red things, and "red" with the same: the flip finds that out.
    const flip = suite.figures.find((figure: { metric: string }) => figure.metric === 'negation-flip');
    expect(flip).toMatchObject({ value: 0, count: 1 });
    expect(output()).toMatch(/gate passed: base is 0\.500, wanted at least 0\.1/);
  });

  it('fails a robustness suite whose base is too weak to prove anything', async () => {
    write('suites/sturdy/suite.yaml', 'kind: robustness', 'base: ../talk', 'changes: [case]', 'floor: 0.6');
    expect(await run('sturdy')).toBe(1);
    expect(output()).toContain('below its gate: sturdy: base is 0.500');
  });

  it('writes one page without outside resources, with the text of the shopper escaped', async () => {
    write('suites/talk/cases.jsonl', lamps('odd', '<img src=x> vase'));
    await run('--html', 'report.html');
    const page = readFileSync(join(folder, 'report.html'), 'utf8');
    expect(page).toContain('&#60;img src=x&#62; vase');
    expect(page).not.toContain('<img');
    expect(page).not.toMatch(/(?:src|href)="https?:/);
  });

  it('runs a parser that needs a language model only where there is one, and says what to set', async () => {
    expect(await run('talk', '--parser', 'embedded,cascade')).toBe(2);
    expect(output()).toContain('“cascade” needs a language model, and nothing of gpt-4.1-mini is recorded');
    expect(output()).toContain('set OPENAI_API_KEY (and OPENAI_BASE_URL, OPENAI_MODEL; docs/models.md)');
    expect(await run('talk', '--parser', 'model', '--live')).toBe(2);
    expect(output()).toContain('recording needs a language model: set OPENAI_API_KEY');
    expect(await run('talk', '--arms', 'full,ranked')).toBe(2);
    expect(await run('talk', '--parser', 'cleverest')).toBe(2);
    expect(output()).toContain('--parser is one or more of embedded, cascade, model, not cleverest');
    expect(await run('talk', '--parser', 'cascade', '--accept')).toBe(2);
    expect(await run('talk', '--prompt', 'parse-intent=one.md')).toBe(2);
    expect(output()).toContain('--prompt parse-intent needs two files');
    expect(await run('talk', '--prompt', 'nonsense=a.md,b.md')).toBe(2);
    expect(await run('talk', '--parser', 'embedded')).toBe(0);
  });

  it('explains itself, and refuses an unknown flag or suite with one line', async () => {
    expect(await run('--help')).toBe(0);
    expect(output()).toContain('--accept');
    expect(await run('--hepl')).toBe(2);
    expect(await run('nosuch')).toBe(2);
    expect(output()).toContain('one of: talk');
    expect(existsSync(join(folder, 'baselines'))).toBe(false);
  });
});
