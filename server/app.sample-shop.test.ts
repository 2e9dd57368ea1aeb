import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sampleCatalog } from './config.ts';
import { Shopper } from './testing/shopper.ts';
import { startTestApp, type TestApp } from './testing/start-test-app.ts';
import { describeWithWeights } from './testing/weights.ts';

describeWithWeights('the app over the sample shop', () => {
  let shop: TestApp;
  let shopper: Shopper;

  beforeAll(async () => {
    shop = await startTestApp();
    shopper = await Shopper.visit(shop.url);
  });
  afterAll(async () => {
    shopper?.close();
    await shop?.close();
  });

  it('sells every line of its catalog, and shows pictures of its own', async () => {
    const lines = readFileSync(sampleCatalog, 'utf8').trim().split('\n').length;
    expect(shopper.client.ready?.catalog).toMatchObject({ name: 'Sample shop', items: lines });
    const turn = await shopper.say('a waterproof backpack for my laptop, not yellow');
    expect(turn.products.length).toBeGreaterThan(0);
    expect(turn.products.some(({ attributes }) => attributes.colour === 'yellow')).toBe(false);
    const picture = await fetch(new URL(turn.products[0]?.image ?? '', shop.url));
    expect(picture.status).toBe(200);
    expect(picture.headers.get('content-type')).toContain('image/');
  });

  it('keeps a budget over three categories and lets it go when told', async () => {
    await shopper.edit({ clear: true });
    for (const words of ['desk lamps up to $60', 'and mugs?', 'show me scarves']) {
      const { products } = await shopper.say(words);
      expect(products.length).toBeGreaterThan(0);
      expect(products.every(({ price }) => (price?.amount ?? 0) <= 60)).toBe(true);
    }
    const free = await shopper.say('forget the budget');
    expect(free.understanding?.constraints.map(({ facet }) => facet)).not.toContain('price');
  });
});
