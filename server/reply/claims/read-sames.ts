import { ClaimFault, type SceneItem } from './claim-scene.ts';
import type { SegmentReader } from './segment-reader.ts';

/** “Have the same price”, “differ in colour”: of all items that the sentence is about. */
export function readSames(reader: SegmentReader): void {
  const { scene } = reader;
  const read =
    (isSame: boolean) =>
    ([name = '']: string[]): void => {
      reader.groups.push((items) => {
        const values = items.map((item) => readField(item, name));
        const different = new Set(values).size;
        const holds = isSame ? different === 1 : different === values.length;
        if (items.length < 2 || values.includes(undefined) || !holds)
          throw new ClaimFault('comparison', `the records do not say so of ${name}`);
      });
    };
  reader.take(/\bthe same ([\p{L} -]+?)$/u, read(true));
  reader.take(/\b(?:differ|differs) in ([\p{L} -]+?)$/u, read(false));

  function readField({ product }: SceneItem, name: string): string | undefined {
    if (!product) return undefined;
    if (name === 'price') return product.price?.currency === scene.currency ? String(product.price.amount) : undefined;
    if (name === 'rating') return product.rating && String(product.rating.average);
    if (name === 'brand') return product.brand;
    const { key } = scene.lexicon.language;
    const own = Object.entries(product.attributes).find(([one]) => key(one) === key(name));
    return own && key(String(own[1]));
  }
}
