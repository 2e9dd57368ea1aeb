import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildCatalog } from './build-catalog.ts';
import { readShop } from './read-shop.ts';

/** Writes catalog.jsonl and pictures/ anew from the YAML files; the same files always give the same bytes. */
const folder = dirname(fileURLToPath(import.meta.url));
const catalog = buildCatalog(readShop(folder));
const pictures = join(folder, 'pictures');
mkdirSync(pictures, { recursive: true });
for (const file of readdirSync(pictures)) {
  if (!catalog.pictures.has(file.replace(/\.svg$/, ''))) rmSync(join(pictures, file));
}
for (const [id, svg] of catalog.pictures) writeFileSync(join(pictures, `${id}.svg`), svg);
writeFileSync(join(folder, 'catalog.jsonl'), catalog.jsonLines);
process.stdout.write(`${catalog.items.length} items, ${catalog.pictures.size} pictures\n`);
