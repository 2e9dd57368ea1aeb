import type { Money } from '../../contract/card.ts';
import { CURRENCY_SIGNS, groupsWithDot, hasThreeDecimals, isCurrency } from './currencies.ts';

export type ParsedPrice = { money: Money; stated: boolean } | { reason: string };

/**
 * Reads a price as shops write it: "15.00 USD", "$1,299.00", "1.299,00 EUR", "1 299 kr", "1'299.-".
 * `fallback` is the currency of a price that names none; `stated` says whether this one did.
 */
export function parsePrice(value: unknown, fallback: string, currencyText?: string): ParsedPrice {
  const named = currencyText === undefined ? undefined : readCurrency(currencyText, fallback);
  if (currencyText !== undefined && !named)
    return { reason: `currency "${short(currencyText)}" is not an ISO code like EUR` };
  if (typeof value === 'number') return money(value, named, fallback, String(value));
  if (typeof value !== 'string') return { reason: 'price is not a number' };
  const text = value.trim().replace(/[\u2212\u2013](?=\s*\d)/, '-');
  const match = /^([^\d]*?)([-+]?)(?<!\p{L})(\d[\d.,'’\s]*)([^\d]*)$/u.exec(text.slice(0, 100));
  if (!match || text.length > 100) return { reason: `price "${short(text)}" is not a number` };
  const [, before = '', sign, digits = '', after = ''] = match;
  // "(5.00)" is how accountants write a debt; "1.299,-" and "1299.-" end in a dash that means no cents.
  const negative = sign === '-' || before.includes('-') || (before.includes('(') && after.includes(')'));
  const words = [before, after].map((part) => part.replace(/[-+()–—.,*\s]+/gu, ' ').trim()).filter(Boolean);
  const inText = words.length > 0 ? readCurrency(words.join(' '), named ?? fallback) : undefined;
  if (words.length > 0 && !inText) return { reason: `price "${short(text)}" is not a number` };
  const currency = named ?? inText;
  const amount = readAmount(digits, currency ?? fallback);
  if (amount === undefined) return { reason: `price "${short(text)}" is not a number` };
  return money(negative ? -amount : amount, currency, fallback, text);
}

/** An ISO code from a code or a sign; a sign that many countries share is read as the shop's own. */
export function readCurrency(text: string, fallback: string): string | undefined {
  const words = text.trim().split(/\s+/);
  // "US $" and "$ CAD" say it twice; the code is the exact one.
  const code = words.map((word) => word.toUpperCase()).find(isCurrency);
  if (code) return code;
  const sign = words.join('').toLowerCase();
  const meanings = Object.hasOwn(CURRENCY_SIGNS, sign) ? CURRENCY_SIGNS[sign] : undefined;
  return meanings?.includes(fallback) ? fallback : meanings?.[0];
}

function money(amount: number, currency: string | undefined, fallback: string, text: string): ParsedPrice {
  if (!Number.isFinite(amount)) return { reason: `price "${short(text)}" is not a number` };
  if (amount < 0) return { reason: `price "${short(text)}" is negative` };
  return { money: { amount, currency: currency ?? fallback }, stated: currency !== undefined };
}

function readAmount(digits: string, currency: string): number | undefined {
  const plain = digits.replace(/['’\s]/gu, '').replace(/[.,]+$/, '');
  const decimal = decimalMark(plain, currency);
  const normal = [...plain].map((c) => (c === decimal ? '.' : c === '.' || c === ',' ? '' : c)).join('');
  return /^\d+(\.\d+)?$/.test(normal) && groupsAreSound(plain, decimal) ? Number(normal) : undefined;
}

/** The mark that separates cents: the last of two kinds; a lone one unless it can only group thousands. */
function decimalMark(plain: string, currency: string): '.' | ',' | undefined {
  const dot = plain.lastIndexOf('.');
  const comma = plain.lastIndexOf(',');
  if (dot === -1 && comma === -1) return undefined;
  const mark = dot > comma ? '.' : ',';
  if (dot !== -1 && comma !== -1) return mark;
  if (plain.split(mark).length > 2) return undefined;
  const looksGrouped = /^[1-9]\d{0,2}[.,]\d{3}$/.test(plain) && !hasThreeDecimals(currency);
  const groups = looksGrouped && (mark === ',' || groupsWithDot(currency));
  return groups ? undefined : mark;
}

/** Rejects "1.2.3" and "12,3,4.5": thousands come in groups of three (two in India) before the last group of three. */
function groupsAreSound(plain: string, decimal: string | undefined): boolean {
  const parts = decimal ? plain.split(decimal) : [plain];
  if (parts.length > 2) return false;
  return /^\d+$|^\d{1,3}([.,]\d{2,3})*[.,]\d{3}$/.test(parts[0] ?? '');
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
