import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { repositoryRoot } from '../server/config.ts';
import { SequencedPart } from '../server/contract/index.ts';
import { cornerShopFile } from '../server/testing/corner-shop.ts';
import { findTestPort } from '../server/testing/server-process.ts';
import { startTestApp } from '../server/testing/start-test-app.ts';
import { commandsOf } from './testing/read-markdown.ts';

const folder = mkdtempSync(join(tmpdir(), 'aisle-commands-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Words alone, so that no weights are needed. */
const env = { ...process.env, EMBEDDINGS: 'off', OPENAI_API_KEY: '' };

/** As typed in a terminal in the project. */
function npm(...args: string[]): Promise<{ status: number; output: string }> {
  return new Promise((settle) =>
    execFile('npm', args, { cwd: repositoryRoot, env }, (error, out, err) =>
      settle({ status: error ? Number(error.code) : 0, output: `${out}\n${err}` }),
    ),
  );
}

describe('commands of the documentation', () => {
  test.each([
    [['start'], '--catalog FILE'],
    [['run', 'index'], '--update FILE'],
    [['run', 'eval'], '--accept'],
    [['run', 'bench'], '--shoppers LIST'],
  ])('npm %j -- --help says what there is', async (script, line) => {
    const { status, output } = await npm(...script, '--', '--help');
    expect(output).toContain(line);
    expect(status).toBe(0);
  });

  test('npm run lint finds nothing', async () => {
    const { status, output } = await npm('run', 'lint');
    expect(status, output).toBe(0);
  }, 180_000);

  test('npm run typecheck finds nothing', async () => {
    const { status, output } = await npm('run', 'typecheck');
    expect(status, output).toBe(0);
  }, 180_000);

  test('npm run dev serves the page with the server behind it, and ends with all it started', async () => {
    const port = await findTestPort();
    const shop = ['--catalog', cornerShopFile, '--port', String(port), '--data', join(folder, 'dev')];
    const child = spawn('npm', ['run', 'dev', '--', ...shop], {
      cwd: repositoryRoot,
      env: { ...env, AISLE_PORT: String(port), NO_COLOR: '1' },
    });
    const ended = once(child, 'exit');
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += chunk;
      });
    try {
      const page = await first(() => /Local:\s+(http:\S+)/.exec(output)?.[1]);
      await first(() => /Aisle is ready/.exec(output)?.[0]);
      expect(await (await fetch(page)).text()).toContain('/@vite/client');
      expect((await fetch(`${page}socket.io/?EIO=4&transport=polling`)).status).toBe(200);
      expect(output).not.toMatch(/failed/i);
      child.kill('SIGTERM');
      await ended;
      await expect(fetch(page)).rejects.toThrow();
    } finally {
      child.kill('SIGTERM');
      await ended;
    }
  }, 180_000);

  test('npm run build builds the page', async () => {
    expect((await npm('run', 'build')).status).toBe(0);
    expect(existsSync(join(repositoryRoot, 'dist/client/index.html'))).toBe(true);
  });

  test('npm run index -- FILE says what is in a catalog', async () => {
    const { status, output } = await npm('run', 'index', '--', cornerShopFile, '--data', join(folder, 'corner-shop'));
    expect(output).toContain('60 items indexed');
    expect(status).toBe(0);
  });

  test('npm run eval -- SUITE --json FILE --html FILE runs a suite and writes both reports', async () => {
    const suite = join(folder, 'readme-suite');
    mkdirSync(suite);
    writeFileSync(join(suite, 'suite.yaml'), `kind: dialogue\ncatalog: ${cornerShopFile}\ncases: cases.jsonl\n`);
    const expectation = { all: [{ field: 'price', op: '<=', value: 40 }] };
    writeFileSync(
      join(suite, 'cases.jsonl'),
      `${JSON.stringify({ id: 'one', turns: [{ text: 'lamps under $40', expect: expectation }] })}\n`,
    );
    const [json, html] = [join(folder, 'report.json'), join(folder, 'report.html')];
    const { status, output } = await npm('run', 'eval', '--', suite, '--json', json, '--html', html);
    expect(output).toContain('1 suites run, 0 skipped');
    expect(status).toBe(0);
    const [report] = (JSON.parse(readFileSync(json, 'utf8')) as { suites: { figures: object[] }[] }).suites;
    expect(report?.figures).toContainEqual(expect.objectContaining({ metric: 'satisfied', value: 1 }));
    expect(readFileSync(html, 'utf8')).toContain('satisfied');
  });

  test('the turn posted with curl is answered in parts', async () => {
    const curl =
      commandsOf(readFileSync(join(repositoryRoot, 'README.md'), 'utf8')).find((command) =>
        command.startsWith('curl'),
      ) ?? '';
    const [, path] = /localhost:3000(\S+)/.exec(curl) ?? [];
    const [, name, value] = /-H '([^:]+): ([^']+)'/.exec(curl) ?? [];
    const [, body] = /-d '([^']+)'/.exec(curl) ?? [];
    const shop = await startTestApp(['--catalog', cornerShopFile, '--embeddings', 'off']);
    try {
      const headers = { [name ?? '']: value ?? '' };
      const response = await fetch(`${shop.url}${path}`, { method: 'POST', headers, body });
      expect(response.headers.get('x-aisle-session')).not.toBeNull();
      const lines = (await response.text()).trim().split('\n');
      const types = lines.map((line) => SequencedPart.parse(JSON.parse(line)).part.type);
      expect([types[0], types.at(-1)]).toEqual(['turn-start', 'turn-end']);
    } finally {
      await shop.close();
    }
  });
});

/** Asks again until there is an answer. */
async function first<Answer>(ask: () => Answer | undefined): Promise<Answer> {
  for (;;) {
    const answer = ask();
    if (answer !== undefined) return answer;
    await sleep(100);
  }
}
