import { judgeWishes } from '../criteria/judge-wishes.ts';
import type { IndexedItem } from '../domain/indexed-item.ts';
import { fence } from '../llm/fence.ts';
import type { ClaimScene, SceneItem } from '../reply/claims/claim-scene.ts';
import { formatMoney } from '../reply/describe.ts';
import type { TurnTools } from './run-turn.ts';

/** The gate reads English; in other languages the templates speak. */
export const GATED_LANGUAGE = 'en';

/** What is true on this screen, for a reply about these records. */
export function buildClaimScene(
  { shop, input }: TurnTools,
  records: readonly IndexedItem[],
  row: Pick<ClaimScene, 'total' | 'nearMiss' | 'constraints' | 'focus'>,
): ClaimScene {
  const { currency } = shop.profile;
  const byId = new Map(records.map((indexed) => [indexed.item.id, indexed]));
  return {
    ...row,
    shown: records.map(buildSceneItem),
    others: [],
    fits: (id) => judgeWishes(byId.get(id), row.constraints, shop.lexicon),
    cart: input.memory.cart,
    currency,
    locale: input.locale,
    lexicon: shop.lexicon,
    formatMoney: (amount) => formatMoney(amount, currency, input.locale),
  };
}

function buildSceneItem({ item, facts }: IndexedItem): SceneItem {
  const { id, title } = item;
  return item.kind === 'product' ? { id, title, product: item, facts } : { id, title, facts };
}

/** An item as a model is told of it: mentions to copy, and the record as data. */
export const describeItem = ({ id, title, product }: SceneItem): string =>
  fence({
    mention: `{{item:${id}}}`,
    title,
    ...(product?.price ? { priceMention: `{{price:${id}}}`, price: product.price.amount } : {}),
    facts: {
      brand: product?.brand,
      category: product?.category,
      availability: product?.availability,
      rating: product?.rating,
      ...product?.attributes,
    },
  });
