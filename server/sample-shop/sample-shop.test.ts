import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CatalogItem } from '../domain/catalog-item.ts';
import { buildCatalog } from './build-catalog.ts';
import { Department } from './department.ts';
import { isKnownColour } from './draw/colours.ts';
import { shapes } from './draw/shapes.ts';
import { readShop, readYaml } from './read-shop.ts';

const folder = dirname(fileURLToPath(import.meta.url));
const catalog = buildCatalog(readShop(folder));
const products = catalog.items.flatMap((item) => (item.kind === 'product' ? [item] : []));
const videos = catalog.items.flatMap((item) => (item.kind === 'video' ? [item] : []));
const lives = catalog.items.flatMap((item) => (item.kind === 'live' ? [item] : []));
const share = (count: number) => count / products.length;
const sentences = (text: string) => text.match(/[.!?](?= |$)/g)?.length ?? 0;

describe('the sample shop', () => {
  it('is committed exactly as the generator writes it', () => {
    expect(readFileSync(join(folder, 'catalog.jsonl'), 'utf8') === catalog.jsonLines).toBe(true);
    const files = readdirSync(join(folder, 'pictures')).sort();
    expect(files).toEqual([...catalog.pictures.keys()].map((id) => `${id}.svg`).sort());
    const stale = files.filter(
      (file) => readFileSync(join(folder, 'pictures', file), 'utf8') !== catalog.pictures.get(file.replace('.svg', '')),
    );
    expect(stale).toEqual([]);
  });

  it('is a catalog that the gate accepts, with no id twice', () => {
    const faults = catalog.items.filter((item) => !CatalogItem.safeParse(JSON.parse(JSON.stringify(item))).success);
    expect(faults).toEqual([]);
    expect(new Set(catalog.items.map((item) => item.id)).size).toBe(catalog.items.length);
  });

  it('is large and varied enough to talk about', () => {
    expect(products.length).toBeGreaterThanOrEqual(480);
    expect(new Set(products.map((item) => item.category[0])).size).toBeGreaterThanOrEqual(14);
    expect(new Set(products.map((item) => item.seller?.id)).size).toBeGreaterThanOrEqual(8);
    expect(videos.length).toBeGreaterThanOrEqual(48);
    expect(new Set(lives.map((item) => item.status)).size).toBe(3);
    expect(lives.length).toBeGreaterThanOrEqual(10);
    expect(Object.keys(shapes).length).toBeGreaterThanOrEqual(60);
  });

  it('has what makes a shop uneven: sales, gaps in stock, gaps in ratings and reviews', () => {
    expect(share(products.filter((item) => item.listPrice !== undefined).length)).toBeCloseTo(0.2, 1);
    expect(share(products.filter((item) => item.reviews.length > 0).length)).toBeCloseTo(0.5, 0);
    for (const availability of ['in_stock', 'out_of_stock', 'preorder']) {
      expect(products.some((item) => item.availability === availability)).toBe(true);
    }
    expect(products.some((item) => item.rating === undefined)).toBe(true);
    expect(products.every((item) => (item.listPrice?.amount ?? Infinity) > (item.price?.amount ?? 0))).toBe(true);
  });

  it('describes every product in two to four sentences without an open slot', () => {
    const odd = products.filter(({ description = '' }) => sentences(description) < 2 || sentences(description) > 4);
    expect(odd.map((item) => item.id)).toEqual([]);
    const prose = products.flatMap((item) => [
      item.title,
      item.description ?? '',
      ...item.reviews.map((review) => review.text ?? ''),
    ]);
    expect(prose.filter((text) => /[{}[\]]|undefined/.test(text))).toEqual([]);
  });

  it('gives every video 60 to 150 words and products that exist', () => {
    const words = videos.map((item) => (item.transcript ?? '').split(/\s+/).length);
    expect(Math.min(...words)).toBeGreaterThanOrEqual(60);
    expect(Math.max(...words)).toBeLessThanOrEqual(150);
    const ids = new Set(products.map((item) => item.id));
    expect([...videos, ...lives].flatMap((item) => item.products).filter((id) => !ids.has(id))).toEqual([]);
  });

  it('draws every item small and in a colour that it knows', () => {
    const heavy = [...catalog.pictures].filter(([, svg]) => svg.length > 5000 || svg.includes('NaN'));
    expect(heavy.map(([id]) => id)).toEqual([]);
    const colours = products.flatMap((item) => [item.attributes.colour ?? []].flat().map(String));
    expect(colours.filter((colour) => !isKnownColour(colour))).toEqual([]);
  });

  it('names file and field when a department file is wrong', () => {
    expect(() => readYaml(join(folder, 'sellers.yaml'), Department)).toThrow(/sellers\.yaml.*Correct the file/);
  });
});
