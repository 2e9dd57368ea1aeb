import type { Product } from '../domain/catalog-item.ts';
import type { Fact } from '../domain/fact.ts';
import type { SessionMemory } from '../domain/session-memory.ts';
import { answerItem } from '../reply/answer-item.ts';
import { compareItems } from '../reply/compare-items.ts';
import { formatMoney } from '../reply/describe.ts';
import { pickReplyStrings } from '../reply/strings/pick-reply-strings.ts';
import type { ReplyStrings } from '../reply/strings/reply-strings.ts';
import type { TurnReading } from './read-turn.ts';
import type { TurnTools } from './run-turn.ts';
import type { TurnResult } from './show-row.ts';
import { speakAnswer } from './speak-answer.ts';

/** Turns that end in words: questions about shown items, the cart, and talk. The row on the screen stays. */
export async function answerTurn(tools: TurnTools, reading: TurnReading, memory: SessionMemory): Promise<TurnResult> {
  const products = productsIn(reading);
  const answer = await compose(tools, reading, memory, products);
  const isAboutItems = reading.act === 'ask-item' || reading.act === 'compare';
  if (isAboutItems) return { memory, degraded: await speakAnswer(tools, reading, answer.text) };
  tools.emit({ type: 'text-delta', delta: answer.text });
  return { memory: answer.memory ?? memory, degraded: [] };
}

interface Asked {
  product: Product;
  facts: Fact[];
}

function productsIn({ focus, shown }: TurnReading): Asked[] {
  return focus.ids.flatMap((id) =>
    shown.flatMap(({ item, facts }) => (item.id === id && item.kind === 'product' ? [{ product: item, facts }] : [])),
  );
}

interface Answer {
  text: string;
  memory?: SessionMemory;
}

async function compose(
  tools: TurnTools,
  reading: TurnReading,
  memory: SessionMemory,
  products: Asked[],
): Promise<Answer> {
  const { input, shop } = tools;
  const first = products[0]?.product;
  const strings = pickReplyStrings(shop.lexicon.language.code);
  switch (reading.act) {
    case 'ask-item': {
      if (!first) return { text: missing(reading, strings) };
      const question = { asked: reading.asked, key: shop.lexicon.language.key, locale: input.locale };
      return {
        text: products
          .slice(0, 3)
          .map(({ product, facts }) => answerItem(product, facts, question, strings))
          .join(' '),
      };
    }
    case 'compare':
      return {
        text: compareItems(
          products.map(({ product }) => product),
          input.locale,
          strings,
        ),
      };
    case 'cart-add':
      return first
        ? {
            text: strings.cart.added(first.title),
            memory: { ...memory, cart: { ...memory.cart, [first.id]: (memory.cart[first.id] ?? 0) + 1 } },
          }
        : { text: missing(reading, strings) };
    case 'cart-remove': {
      const gone = new Set(products.map(({ product }) => product.id));
      const cart = Object.fromEntries(Object.entries(memory.cart).filter(([id]) => gone.size > 0 && !gone.has(id)));
      return { text: gone.size > 0 ? strings.cart.removed : strings.cart.empty, memory: { ...memory, cart } };
    }
    case 'cart-view':
      return { text: await describeCart(tools, memory, strings) };
    default:
      return { text: strings.talk[reading.act] ?? strings.talk.unclear };
  }
}

const missing = ({ focus }: TurnReading, { card }: ReplyStrings): string =>
  focus.missing.length > 0 ? card.missing(focus.missing) : card.which;

async function describeCart(
  { shop, input, signal }: TurnTools,
  { cart }: SessionMemory,
  { cart: say }: ReplyStrings,
): Promise<string> {
  const records = await shop.retriever.items(Object.keys(cart), signal);
  const products = records.flatMap(({ item }) => (item.kind === 'product' ? [item] : []));
  if (products.length === 0) return say.empty;
  const money = (amount: number, currency: string): string => formatMoney(amount, currency, input.locale);
  const lines = products.map(({ id, title, price }) =>
    say.line(cart[id] ?? 0, title, price && money(price.amount, price.currency)),
  );
  const total = products.reduce((sum, { id, price }) => sum + (price?.amount ?? 0) * (cart[id] ?? 0), 0);
  return say.contents(lines, money(total, shop.profile.currency));
}
