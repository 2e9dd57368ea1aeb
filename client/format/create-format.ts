import type { Money } from '../../server/contract/index.ts';

/** Numbers, prices and times in the reader's locale. */
export interface Format {
  locale: string;
  money(money: Money): string;
  number(value: number): string;
  percent(fraction: number): string;
  rating(average: number): string;
  /** `1:05` or `1:02:05`. */
  duration(seconds: number): string;
  /** `2 d 3 h`, `3 h 5 min`, `5 min`: the two largest units. */
  countdown(ms: number): string;
  day(at: number): string;
  dateTime(at: number): string;
  list(values: string[]): string;
}

export function createFormat(locale: string): Format {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const rating = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
  const dateTime = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
  });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    locale,
    money: (money) => formatMoney(locale, money),
    number: (value) => number.format(value),
    percent: (fraction) => percent.format(fraction),
    rating: (average) => rating.format(average),
    duration: formatDuration,
    countdown: (ms) => formatCountdown(locale, ms),
    day: (at) => day.format(at),
    dateTime: (at) => dateTime.format(at),
    list: (values) => list.format(values),
  };
}

/** Round amounts go without their ".00": prices in a list are read faster. */
function formatMoney(locale: string, { amount, currency }: Money): string {
  const digits = Number.isInteger(amount) ? 0 : undefined;
  try {
    return new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: digits,
    }).format(amount);
  } catch {
    return `${amount} ${currency}`;
  }
}

function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const parts = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

const MINUTE_MS = 60_000;
const UNITS = [
  { unit: 'day', ms: 24 * 60 * MINUTE_MS },
  { unit: 'hour', ms: 60 * MINUTE_MS },
  { unit: 'minute', ms: MINUTE_MS },
] as const;

function formatCountdown(locale: string, ms: number): string {
  let rest = Math.ceil(ms / MINUTE_MS) * MINUTE_MS;
  const parts = UNITS.map(({ unit, ms: size }) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return { unit, count };
  }).filter(({ count }) => count > 0);
  return parts
    .slice(0, 2)
    .map(({ unit, count }) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(count),
    )
    .join(' ');
}
