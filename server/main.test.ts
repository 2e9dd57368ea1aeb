import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it } from 'vitest';
import { upTo } from './session/testing/test-hub.ts';
import { cornerShopFile, cornerShopLines } from './testing/corner-shop.ts';
import { isRunning, listChildren, listProcesses } from './testing/list-processes.ts';
import { findTestPort, killServers, startServerProcess } from './testing/server-process.ts';
import { Shopper, seeTurn } from './testing/shopper.ts';
import { describeWithWeights } from './testing/weights.ts';

const folder = mkdtempSync(join(tmpdir(), 'aisle-main-'));
/** Shared by the tests, as a shop that is started again and again. */
const dataDir = join(folder, 'corner-shop');
const shoppers: Shopper[] = [];
/** Several starts of the whole server, on a machine that may be busy. */
const timeoutMs = 240_000;

async function visit(url: string, auth: { session?: string; lastSeq?: number } = {}): Promise<Shopper> {
  const shopper = await Shopper.visit(url, auth);
  shoppers.push(shopper);
  return shopper;
}

afterEach(async () => {
  for (const shopper of shoppers.splice(0)) shopper.close();
  await killServers();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeWithWeights('the server as a process', () => {
  it(
    'reports a line that cannot be used and sells the rest',
    async () => {
      const catalog = join(folder, 'broken.jsonl');
      const lines = cornerShopLines.map((line, index) => (index === 4 ? '{"id": "torn", "title": 7' : line));
      writeFileSync(catalog, lines.join('\n'));
      const port = await findTestPort();
      const server = await startServerProcess({ dataDir: join(folder, 'broken'), port, catalog }).ready();
      const said = server.output().split('\n');
      expect(said.filter((line) => line.includes('a line could not be used'))).toEqual([
        expect.stringMatching(/"line":5,.*is not valid JSON/),
      ]);
      expect((await visit(server.url)).client.ready?.catalog.items).toBe(59);
      expect(await server.signal('SIGTERM')).toBe(0);
    },
    timeoutMs,
  );

  it(
    'leaves no process behind after SIGTERM, embeds nothing at its second start and knows its shoppers again',
    async () => {
      const options = { dataDir, port: await findTestPort(), catalog: cornerShopFile };
      const first = await startServerProcess(options).ready();
      expect(first.output()).toContain('60 embedded');
      const before = await visit(first.url);
      const seen = await before.say('lamps under $40');
      const session = before.client.session;
      before.close();
      const family = [...listChildren(first.child.pid ?? 0), ...listProcesses(dataDir)];
      expect(family.length).toBeGreaterThanOrEqual(3);
      expect(await first.signal('SIGTERM')).toBe(0);
      await expect.poll(() => family.filter(isRunning), { timeout: 15_000 }).toEqual([]);

      const second = await startServerProcess(options).ready();
      expect(second.output()).not.toContain('indexing');
      const after = await visit(second.url, { session, lastSeq: 0 });
      await after.client.receiver.untilEnded(seen.turnId);
      expect(seeTurn(seen.turnId, after.client.receiver.of(seen.turnId)).cards).toEqual(seen.cards);
      expect(after.client.ready?.state.constraints).toEqual(seen.understanding?.constraints);
      expect((await after.say('black ones')).end?.degraded).toEqual([]);
      expect(await second.signal('SIGTERM')).toBe(0);
    },
    timeoutMs,
  );

  it(
    'ends every acknowledged turn after kill -9 in the middle of them, each session in order and without a gap',
    async () => {
      const options = { dataDir, port: await findTestPort(), catalog: cornerShopFile };
      const first = await startServerProcess(options).ready();
      const crowd = await Promise.all(upTo(20).map(() => visit(first.url)));
      const acknowledged: { shopper: Shopper; turnId: string }[] = [];
      for (const [index, shopper] of crowd.entries())
        void shopper
          .start({ text: ['jackets not black', 'red mugs', 'lamps under $40', 'wireless headphones'][index % 4] })
          .then((turnId) => acknowledged.push({ shopper, turnId }))
          .catch(() => undefined);
      await expect.poll(() => acknowledged.length, { interval: 1, timeout: 30_000 }).toBeGreaterThanOrEqual(8);
      const orphans = [...listChildren(first.child.pid ?? 0), ...listProcesses(dataDir)];
      expect(await first.signal('SIGKILL')).toBe('SIGKILL');
      await expect.poll(() => orphans.filter(isRunning), { timeout: 15_000 }).toEqual([]);

      const second = await startServerProcess(options).ready();
      for (const { shopper, turnId } of acknowledged) {
        const turn = seeTurn(turnId, await shopper.client.receiver.untilEnded(turnId));
        expect(turn.end).toBeDefined();
        expect(turn.products.length).toBeGreaterThan(0);
        expect(shopper.client.receiver.seqs).toEqual(upTo(shopper.client.receiver.parts.length));
      }
      // And the talk goes on where it was.
      const [one] = acknowledged;
      expect((await one?.shopper.say('undo'))?.end).toBeDefined();
      expect(await second.signal('SIGTERM')).toBe(0);
    },
    timeoutMs,
  );

  it(
    'says in one line that the port is taken, and ends with 1',
    async () => {
      const options = { dataDir, port: await findTestPort(), catalog: cornerShopFile };
      const first = await startServerProcess(options).ready();
      const second = startServerProcess({ ...options, dataDir: join(folder, 'late') });
      expect(await second.ended()).toBe(1);
      expect(second.output().trim()).toBe(
        `aisle: port ${options.port} is taken; stop what uses it or start with --port ${options.port + 1}`,
      );
      const third = startServerProcess({ ...options, port: await findTestPort() });
      expect(await third.ended()).toBe(1);
      expect(third.output()).toMatch(/aisle: .*in use by.*--data DIR/);
      expect(await first.signal('SIGTERM')).toBe(0);
    },
    timeoutMs,
  );

  it(
    'ends while it starts when it is told to, and leaves nothing behind',
    async () => {
      const server = startServerProcess({
        dataDir: join(folder, 'hasty'),
        port: await findTestPort(),
        catalog: cornerShopFile,
      });
      await expect.poll(() => listProcesses(join(folder, 'hasty')).length, { timeout: 60_000 }).toBeGreaterThan(1);
      await server.signal('SIGTERM');
      await expect.poll(() => listProcesses(join(folder, 'hasty')), { timeout: 15_000 }).toEqual([]);
    },
    timeoutMs,
  );
});

it(
  'shows cards without embeddings and says what is missing',
  async () => {
    const server = await startServerProcess({
      dataDir: join(folder, 'words'),
      port: await findTestPort(),
      catalog: cornerShopFile,
      flags: ['--embeddings', 'off'],
    }).ready();
    const turn = await (await visit(server.url)).say('red mugs');
    expect(turn.products.map(({ id }) => id).sort()).toEqual(['mug-12', 'mug-4', 'mug-7']);
    expect(turn.end?.degraded).toEqual(['embeddings']);
    expect(await server.signal('SIGTERM')).toBe(0);
  },
  timeoutMs,
);

it(
  'says what is wrong with a catalog that is not there, and ends with 1',
  async () => {
    const server = startServerProcess({
      dataDir: join(folder, 'none'),
      port: await findTestPort(),
      catalog: join(folder, 'no-such-file.jsonl'),
      flags: ['--embeddings', 'off'],
    });
    expect(await server.ended()).toBe(1);
    expect(server.output()).toContain('no-such-file.jsonl');
    await expect.poll(() => listProcesses(join(folder, 'none')), { timeout: 15_000 }).toEqual([]);
  },
  timeoutMs,
);
