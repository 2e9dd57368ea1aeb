import { createHash } from 'node:crypto';
import { blendContent } from '../blend/blend-content.ts';
import { blendProducts } from '../blend/blend-products.ts';
import type { FoldedGroup, RowSlot } from '../blend/row-slot.ts';
import { type CardContext, presentCard } from '../cards/present-card.ts';
import type { Card, MoreLikeThis } from '../contract/index.ts';
import { compileConstraint } from '../criteria/compile-criterion.ts';
import type { Wishes } from '../domain/dialogue-state.ts';
import type { IndexedItem } from '../domain/indexed-item.ts';
import { describeConstraint, formatMoney } from '../reply/describe.ts';
import { pickReplyStrings } from '../reply/strings/pick-reply-strings.ts';
import { findNewestAt } from './newest-item.ts';
import type { TurnTools } from './run-turn.ts';
import type { SearchRow } from './search-row.ts';
import type { Shop } from './shop.ts';

/** Content is asked for by this many of the row's products. */
const CARRIED_BY = 8;
/** Read beyond what is shown, since streams that are over fall away. */
const CONTENT_READ = 6;

/** The row of a turn: ranked products blended with what is filmed of them, as cards from the records. */
export async function blendRow(
  { shop, input, signal, now }: TurnTools,
  row: SearchRow,
  wishes: Wishes,
): Promise<Card[]> {
  const { limit } = input;
  const products = blendProducts({
    candidates: row.candidates,
    limit,
    keepsOrder: wishes.order !== undefined || shop.isPlainRow === true,
    isNearMiss: row.nearMiss !== undefined,
    named: new Set(wishes.constraints.map(({ facet }) => facet)),
    newestAt: await findNewestAt(shop.retriever),
    random: () => drawOf(input.turnId),
  });
  const ids = products.map(({ id }) => id);
  const [records, content] = await Promise.all([
    shop.retriever.items(ids, signal),
    readContent(shop, ids.slice(0, CARRIED_BY), signal),
  ]);
  const filmed = content.flatMap(({ item }) => (item.kind === 'product' ? [] : [item]));
  const slots = blendContent(products, filmed, { limit, now });
  return presentSlots(slots, [...records, ...content], shop, cardContext(shop, wishes, input.locale));
}

async function readContent(
  { profile, retriever, isPlainRow }: Shop,
  ids: string[],
  signal: AbortSignal,
): Promise<IndexedItem[]> {
  const { video, live } = profile.counts;
  return video + live > 0 && !isPlainRow ? retriever.contentOf(ids, CONTENT_READ, signal) : [];
}

/** The same turn draws the same, so that a row can be made again. */
const drawOf = (turnId: string): number => createHash('sha256').update(turnId).digest().readUInt32BE() / 2 ** 32;

function presentSlots(slots: RowSlot[], records: IndexedItem[], shop: Shop, context: CardContext): Card[] {
  const byId = new Map(records.map((indexed) => [indexed.item.id, indexed]));
  const known = slots.flatMap((slot) => {
    const indexed = byId.get(slot.id);
    return indexed ? [{ slot, indexed }] : [];
  });
  return known.map(({ slot: { slotReason, propensity, folded }, indexed }, index) =>
    presentCard(
      {
        indexed,
        ordinal: index + 1,
        slotReason,
        ...(propensity < 1 ? { propensity } : {}),
        ...(folded ? { more: nameFolded(folded, shop) } : {}),
      },
      context,
    ),
  );
}

/** Values as the catalog writes them, numbers with their unit. */
function nameFolded({ facet, values, ids }: FoldedGroup, { lexicon }: Shop): MoreLikeThis {
  if (facet === undefined) return { count: ids.length, values: [], ids };
  const unit = lexicon.profile.facets[facet]?.unit;
  const name = (value: string): string => lexicon.labelOf(facet, value) ?? (unit ? `${value} ${unit}` : value);
  return { count: ids.length, facet, values: values.map(name), ids };
}

function cardContext(shop: Shop, { constraints }: Wishes, locale: string): CardContext {
  const { currency } = shop.profile;
  const strings = pickReplyStrings(shop.lexicon.language.code);
  return {
    criteria: constraints.flatMap((constraint) =>
      compileConstraint(constraint, shop.lexicon).map((criterion) => ({
        criterion,
        label: constraint.facet === 'text' ? describeConstraint(constraint, currency, strings) : constraint.facet,
      })),
    ),
    formatMoney: (amount) => formatMoney(amount, currency, locale),
  };
}
