import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type SequencedPart, TurnPart } from './contract/index.ts';
import { upTo } from './session/testing/test-hub.ts';
import { TestClient } from './socket/testing/test-client.ts';
import { amountOf, cornerShop, cornerShopFile } from './testing/corner-shop.ts';
import { Shopper, seeTurn } from './testing/shopper.ts';
import { startTestApp, type TestApp } from './testing/start-test-app.ts';
import { describeWithWeights } from './testing/weights.ts';

describeWithWeights('the app over a small catalog', () => {
  let shop: TestApp;
  const shoppers: Shopper[] = [];

  beforeAll(async () => {
    shop = await startTestApp(['--catalog', cornerShopFile, '--name', 'Corner shop']);
  });
  afterAll(() => shop?.close());
  afterEach(() => {
    for (const shopper of shoppers.splice(0)) shopper.close();
  });

  const visit = async (auth: { session?: string; lastSeq?: number } = {}): Promise<Shopper> => {
    const shopper = await Shopper.visit(shop.url, auth);
    shoppers.push(shopper);
    return shopper;
  };

  it('leads from words to cards that say what the catalog says', async () => {
    const shopper = await visit();
    expect(shopper.client.ready?.catalog).toEqual({ name: 'Corner shop', items: 60, currency: 'USD' });
    const turn = await shopper.say('a black jacket under 100 dollars');
    expect(turn.parts[0]?.part).toEqual({ type: 'turn-start' });
    expect(turn.parts.at(-1)?.part.type).toBe('turn-end');
    for (const { part } of turn.parts) expect(TurnPart.safeParse(part).error).toBeUndefined();
    const fitting = cornerShop.filter(
      ({ category, price, attributes }) =>
        category.includes('Jackets') && (price?.amount ?? 0) <= 100 && attributes.colour === 'black',
    );
    expect(turn.row?.total).toBe(fitting.length);
    expect(turn.products.map(({ id }) => id).sort()).toEqual(fitting.map(({ id }) => id).sort());
    for (const card of turn.products) {
      const record = cornerShop.find(({ id }) => id === card.id);
      expect(card).toMatchObject({ title: record?.title, price: record?.price, availability: record?.availability });
    }
    expect(turn.text).toContain(String(fitting.length));
    expect(turn.end?.degraded).toEqual([]);
    expect(turn.end?.timings.firstCardMs).not.toBeNull();
  });

  it('keeps the budget when the shopper changes category', async () => {
    const shopper = await visit();
    await shopper.say('lamps under $40');
    const turn = await shopper.say('now show me mugs');
    expect(turn.understanding?.constraints).toMatchObject([
      { facet: 'price', relation: 'at-most', value: 40 },
      { facet: 'category', relation: 'is' },
    ]);
    expect(turn.products.length).toBeGreaterThan(3);
    expect(turn.products.every(({ id }) => id.startsWith('mug-') && amountOf(id) <= 40)).toBe(true);
  });

  it('shows nothing that has what the shopper does not want', async () => {
    const turn = await (await visit()).say('headphones, but not black ones');
    expect(turn.products.length).toBeGreaterThan(3);
    expect(turn.products.map(({ attributes }) => attributes.colour)).not.toContain('black');
    expect(turn.understanding?.constraints).toContainEqual(expect.objectContaining({ relation: 'is-not' }));
  });

  it('undoes the latest wish, by words and by hand', async () => {
    const shopper = await visit();
    const first = await shopper.say('jackets');
    await shopper.say('only red ones');
    const byWords = await shopper.say('undo');
    expect(byWords.understanding?.constraints).toEqual(first.understanding?.constraints);
    expect(byWords.row?.total).toBe(first.row?.total);
    await shopper.say('only red ones');
    const byHand = await shopper.edit({ undo: true });
    expect(byHand.row?.total).toBe(first.row?.total);
  });

  it('knows which card "the second one" is', async () => {
    const shopper = await visit();
    const first = await shopper.say('table lamps');
    const second = await shopper.say('tell me more about the second one');
    expect(second.understanding?.focus).toEqual([first.cards[1]?.id]);
    expect(second.text).toContain(first.cards[1]?.title);
  });

  it('says that nothing fits and counts what would', async () => {
    const turn = await (await visit()).say('a waterproof jacket under $50');
    const jackets = cornerShop.filter(({ category }) => category.includes('Jackets'));
    const counts = turn.row?.nearMiss?.relaxations.map(({ count }) => count);
    expect(counts).toContain(jackets.filter(({ price }) => (price?.amount ?? 0) <= 50).length);
    expect(counts).toContain(jackets.filter(({ attributes }) => attributes.waterproof === true).length);
    expect(turn.products.length).toBeGreaterThan(0);
    expect(turn.products.every(({ slotReason }) => slotReason === 'alternative')).toBe(true);
  });

  it('leads to the same row by removing a wish and by saying it', async () => {
    const [hand, words] = [await visit(), await visit()];
    for (const shopper of [hand, words]) await shopper.say('red mugs under $11');
    const budget = (await hand.say('red mugs under $11')).understanding?.constraints.find(
      ({ facet }) => facet === 'price',
    );
    const byHand = await hand.edit({ remove: budget?.id ?? '' });
    const byWords = await words.say('forget the budget');
    expect(byHand.row?.total).toBeGreaterThan(1);
    expect(byHand.products.map(({ id }) => id)).toEqual(byWords.products.map(({ id }) => id));
    expect(byHand.row?.total).toBe(byWords.row?.total);
  });

  it('refuses messages that are empty, huge or not text, and goes on', async () => {
    const shopper = await visit();
    const refused = [
      { turnId: randomUUID(), text: '   ' },
      { turnId: randomUUID(), text: 'x'.repeat(2001) },
      { turnId: randomUUID(), text: Buffer.from([0, 255, 1]) },
      { turnId: 'not a uuid', text: 'lamps' },
      { turnId: randomUUID(), text: 'lamps', edit: { undo: true } },
      Buffer.from([1, 2, 3]),
      null,
    ];
    for (const message of refused)
      expect(await shopper.client.send('turn:start', message)).toMatchObject({
        ok: false,
        error: { code: 'bad_request' },
      });
    const longest = await shopper.say('lamps '.repeat(333));
    expect(longest.end).toBeDefined();
    expect((await shopper.say('🙃 \u0000 \ud800 ‮')).parts.at(-1)?.part.type).toBe('turn-end');
    // Larger than any message may be: the connection is cut, and the client comes back by itself.
    shopper.client.socket.emit('turn:start', { turnId: randomUUID(), text: 'x'.repeat(200_000) });
    await new Promise((resolve) => shopper.client.socket.once('session:ready', resolve));
    expect((await shopper.say('mugs')).products.length).toBeGreaterThan(0);
  });

  it('gives a forged token a fresh session', async () => {
    const owner = await visit();
    await owner.say('lamps under $40');
    const token = owner.client.session ?? '';
    const forged = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`;
    const stranger = await visit({ session: forged, lastSeq: 0 });
    expect(stranger.client.ready).toMatchObject({ resumed: false, state: { constraints: [], turns: [] } });
    expect(stranger.client.ready?.sessionId).not.toBe(owner.client.ready?.sessionId);
  });

  it('sends a client that comes back every part it missed, in order, once', async () => {
    const shopper = await visit();
    await shopper.say('jackets');
    const lastSeq = shopper.client.receiver.seqs.at(-1) ?? 0;
    await shopper.say('in black');
    const session = shopper.client.session;
    const again = await visit({ session, lastSeq });
    const all = shopper.client.receiver.parts;
    await again.client.receiver.until((parts) => parts.at(-1)?.seq === all.at(-1)?.seq);
    expect(again.client.receiver.parts).toEqual(all.filter(({ seq }) => seq > lastSeq));
    expect(all.map(({ seq }) => seq)).toEqual(upTo(all.length));
    expect(again.client.ready).toMatchObject({ resumed: true, state: { turns: [{}, {}] } });
  });

  it('answers POST /api/turns with the same parts as a socket', async () => {
    const response = await fetch(`${shop.url}/api/turns`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: 'green lamps', limit: 3 }),
    });
    expect(response.headers.get('content-type')).toContain('application/x-ndjson');
    const lines = (await response.text()).trim().split('\n');
    const parts = lines.map((line) => JSON.parse(line) as SequencedPart);
    const overHttp = seeTurn(parts[0]?.turnId ?? '', parts);
    const overSocket = await (await visit()).turn({ text: 'green lamps', limit: 3 });
    expect(overHttp.parts.map(({ part }) => part.type)).toEqual(overSocket.parts.map(({ part }) => part.type));
    expect(overHttp.cards).toEqual(overSocket.cards);
    expect(overHttp.text).toBe(overSocket.text);
    // The token leads to the same session from a socket.
    const session = response.headers.get('x-aisle-session') ?? '';
    const client = await new TestClient(shop.url, { session }).connected();
    expect(client.ready?.state.turns).toMatchObject([{ text: 'green lamps' }]);
    client.close();
  });

  it('is ready, and says in figures what it did', async () => {
    expect((await fetch(`${shop.url}/readyz`)).status).toBe(200);
    expect(await (await fetch(`${shop.url}/metrics`)).text()).toContain('aisle_');
  });

  it('ends turns while Qdrant is gone and answers again after its restart', async () => {
    const shopper = await visit();
    await shopper.say('jackets');
    const pid = await qdrantPid(shop);
    process.kill(pid, 'SIGKILL');
    const without = await shopper.say('lamps');
    expect(without.error ?? without.end).toBeDefined();
    await expect
      .poll(async () => (await fetch(`${shop.url}/readyz`)).status, { timeout: 30_000, interval: 200 })
      .toBe(200);
    await expect
      .poll(async () => (await shopper.say('mugs')).products.length, { timeout: 30_000, interval: 500 })
      .toBeGreaterThan(0);
  });
});

async function qdrantPid({ dataDir }: TestApp): Promise<number> {
  return Number(await readFile(`${dataDir}/qdrant/qdrant.pid`, 'utf8'));
}
