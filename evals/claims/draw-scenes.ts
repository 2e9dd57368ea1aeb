import type { IndexedItem } from '../../server/domain/indexed-item.ts';
import type { Lexicon } from '../../server/language/lexicon.ts';
import { pick, type Random } from '../metrics/seeded-random.ts';
import { buildScene } from './build-scene.ts';
import { drawSentences } from './draw-sentences.ts';
import type { LabelledSentence } from './labelled-sentence.ts';

export interface DrawnShop {
  items: readonly IndexedItem[];
  lexicon: Lexicon;
}

/** Rows of three to eight products that share a category, some with a cart, and labelled sentences about each. */
export function drawScenes({ items, lexicon }: DrawnShop, scenes: number, random: Random): LabelledSentence[] {
  const products = items.filter(({ item }) => item.kind === 'product');
  return Array.from({ length: scenes }).flatMap(() => {
    const seed = pick(random, products);
    const category = seed.item.kind === 'product' ? seed.item.category.at(-1) : undefined;
    const alike = products.filter(({ item }) => item.kind === 'product' && item.category.at(-1) === category);
    const from = Math.floor(random() * Math.max(1, alike.length - 8));
    const shown = alike.slice(from, from + 3 + Math.floor(random() * 6));
    const [first, second] = shown;
    const cart =
      random() < 0.5 || !first || !second ? {} : { [first.item.id]: 1 + Math.floor(random() * 2), [second.item.id]: 1 };
    const total = shown.length + (random() < 0.5 ? 0 : Math.floor(random() * 30));
    const scene = buildScene({ lexicon, shown, total, cart });
    return drawSentences(scene, random).map((labelled) => ({ ...labelled, scene }));
  });
}
