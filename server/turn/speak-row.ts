import type { Card } from '../contract/card.ts';
import { judgeWishes } from '../criteria/judge-wishes.ts';
import type { Wishes } from '../domain/dialogue-state.ts';
import type { IndexedItem } from '../domain/indexed-item.ts';
import { fence } from '../llm/fence.ts';
import type { ClaimScene, SceneItem } from '../reply/claims/claim-scene.ts';
import { emptyReport, gateReply } from '../reply/claims/gate-reply.ts';
import type { RowFacts } from '../reply/compose-reply.ts';
import { formatMoney } from '../reply/describe.ts';
import type { TurnTools } from './run-turn.ts';
import type { SearchRow } from './search-row.ts';

export interface SpokenRow {
  row: SearchRow;
  cards: readonly Card[];
  wishes: Wishes;
  facts: Pick<RowFacts, 'unsupported'>;
}

/** Items of which a model is told; the rest of the row is on the screen all the same. */
const MOST_TOLD = 5;
/** The gate reads English; in other languages the templates speak. */
const GATED_LANGUAGE = 'en';

/**
 * The words above a row: the template, or what a model says of it as far as the records bear it out. Where something could not be used or
 * nothing fits, the template alone speaks: it says all that must be said. Gives what was degraded.
 */
export async function speakRow(tools: TurnTools, spoken: SpokenRow, template: string): Promise<string[]> {
  const { shop, emit, input, signal } = tools;
  const { row, cards, facts } = spoken;
  const isPlain = !row.nearMiss && row.total > 0 && cards.length > 0 && facts.unsupported.length === 0;
  if (!shop.model || !isPlain || input.text === undefined || shop.lexicon.language.code !== GATED_LANGUAGE) {
    emit({ type: 'text-delta', delta: template });
    return [];
  }
  const records = await shop.retriever.items(
    cards.map(({ id }) => id),
    signal,
  );
  const scene = buildClaimScene(tools, spoken, records);
  const report = emptyReport();
  const stream = shop.model.speak('compose-reply', variablesOf(scene, input.text), {
    sessionId: input.sessionId,
    signal,
  });
  for await (const delta of gateReply(stream, { scene, template }, report, signal)) emit({ type: 'text-delta', delta });
  return report.fault === undefined ? [] : ['model'];
}

function buildClaimScene({ shop, input }: TurnTools, { row, wishes }: SpokenRow, records: IndexedItem[]): ClaimScene {
  const { currency } = shop.profile;
  const byId = new Map(records.map((indexed) => [indexed.item.id, indexed]));
  return {
    shown: records.map(buildSceneItem),
    others: [],
    focus: [],
    total: row.total,
    nearMiss: row.nearMiss,
    constraints: wishes.constraints,
    fits: (id) => judgeWishes(byId.get(id), wishes.constraints, shop.lexicon),
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

const variablesOf = ({ shown, total, constraints }: ClaimScene, text: string): Record<string, string> => ({
  row: fence({ productsThatFit: total, shown: shown.filter(({ product }) => product).length }),
  items: shown.slice(0, MOST_TOLD).map(describeItem).join('\n'),
  wishes: fence(constraints.map(({ facet, relation, value, strength }) => ({ facet, relation, value, strength }))),
  shopper: fence(text),
});

const describeItem = ({ id, title, product }: SceneItem): string =>
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
