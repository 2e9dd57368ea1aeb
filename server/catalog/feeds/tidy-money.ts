import type { Money } from '../../contract/card.ts';
import type { FeedContext } from './feed-reader.ts';
import { type ParsedPrice, parsePrice } from './parse-price.ts';
import { isRecord } from './tidy-text.ts';

/** What is assumed when neither the operator nor any price of the shop names a currency. */
const LAST_RESORT = 'USD';

/** A price from a number, a text or `{ amount, currency? }`. A price that names a currency sets it for those that do not. */
export function tidyMoney(value: unknown, line: number, context: FeedContext): { money: Money } | { reason: string } {
  const parsed = read(value, context.fallbackCurrency ?? LAST_RESORT);
  if ('reason' in parsed) return parsed;
  if (parsed.stated && !context.currencyIsGiven) context.fallbackCurrency = parsed.money.currency;
  if (!parsed.stated && !context.currencyIsGiven) {
    const reason = `prices name no currency; ${parsed.money.currency} is assumed. Set the shop's currency if that is wrong`;
    context.noteOnce('currency', { line, kind: 'bad-field', reason });
  }
  return { money: parsed.money };
}

function read(value: unknown, fallback: string): ParsedPrice {
  if (!isRecord(value)) return parsePrice(value, fallback);
  const { amount, currency } = value;
  if (currency !== undefined && typeof currency !== 'string')
    return { reason: 'price has a currency that is not text' };
  return parsePrice(amount, fallback, currency);
}
