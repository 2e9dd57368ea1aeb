import { type FeatureName, FIRST_STAGE, type Weights } from '../../server/ranking/weights.ts';
import type { Recall, Retriever } from '../../server/retrieval/retriever.ts';
import type { Shop } from '../../server/turn/shop.ts';

/** The product with one thing switched off. */
export interface Variant {
  name: string;
  change: (shop: Shop) => Shop;
}

/** Every route, every first-stage feature and every later stage, one at a time. */
export function listVariants(): Variant[] {
  const features = Object.keys(FIRST_STAGE) as FeatureName[];
  return [
    { name: 'without dense', change: (shop) => ({ ...shop, embedder: undefined }) },
    { name: 'without sparse', change: (shop) => ({ ...shop, retriever: withoutSparse(shop.retriever) }) },
    { name: 'without first stage', change: (shop) => ({ ...shop, weights: only('recall') }) },
    ...features.map(
      (name): Variant => ({ name: `without ${name}`, change: (shop) => ({ ...shop, weights: without(name) }) }),
    ),
    { name: 'without blend', change: (shop) => ({ ...shop, isPlainRow: true }) },
  ];
}

const without = (name: FeatureName): Weights => ({ ...FIRST_STAGE, [name]: 0 });

const only = (name: FeatureName): Weights =>
  Object.fromEntries(Object.entries(FIRST_STAGE).map(([one, weight]) => [one, one === name ? weight : 0])) as Record<
    FeatureName,
    number
  >;

/** The same retriever, asked by meaning alone wherever there is a vector. */
function withoutSparse(retriever: Retriever): Retriever {
  const recall = (request: Recall, signal?: AbortSignal) =>
    retriever.recall(request.dense ? { ...request, sparse: undefined } : request, signal);
  return new Proxy(retriever, {
    get(target, name) {
      if (name === 'recall') return recall;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
