import type { LanguageData } from './language-data.ts';
import { PhraseBook } from './phrase-book.ts';
import type { Token } from './tokenise.ts';

export interface Unit {
  unit: string;
  dimension: string;
  /** value * factor + offset = value in the dimension's base unit. */
  factor: number;
  offset: number;
}

/** A number with its unit, in the text's tokens. */
export interface Measure {
  /** Token indexes, end exclusive. */
  start: number;
  end: number;
  value: number;
  unit: Unit;
}

const FRACTIONS = new Map([
  ['½', 0.5],
  ['¼', 0.25],
  ['¾', 0.75],
]);

export class Units {
  private readonly book = new PhraseBook<Unit>();
  private readonly glued = new Set<string>();
  private readonly byName = new Map<string, Unit>();

  constructor(units: LanguageData['units']['units'], stems: (phrase: string) => string[]) {
    for (const { forms, ...unit } of units) {
      this.byName.set(unit.unit, unit);
      for (const form of forms) {
        this.book.add(stems(form), unit);
        this.glued.add(form.toLowerCase());
      }
    }
  }

  isUnit(word: string): boolean {
    return this.glued.has(word);
  }

  byUnitName(name: string): Unit | undefined {
    return this.byName.get(name) ?? this.book.matchAt([{ stem: name }], 0)[0]?.value;
  }

  /** The number at `index` with the unit behind it ("3 1/2 inch", "15.6\"", "1.5 m"), if there is one. */
  measureAt(tokens: readonly Token[], index: number): Measure | undefined {
    const number = readNumber(tokens, index);
    if (!number) return undefined;
    const unit = this.book.matchAt(tokens, number.end)[0] ?? this.afterHyphen(tokens, number.end);
    return unit ? { start: index, end: unit.end, value: number.value, unit: unit.value } : undefined;
  }

  /** "18 x 18 in": the unit stands behind the last number only. */
  unitAt(tokens: readonly Token[], index: number): { unit: Unit; end: number } | undefined {
    const match = this.book.matchAt(tokens, index)[0];
    return match && { unit: match.value, end: match.end };
  }

  private afterHyphen(tokens: readonly Token[], index: number) {
    const isHyphen = tokens[index]?.norm === '-' && tokens[index]?.joined;
    return isHyphen && tokens[index + 1]?.joined ? this.book.matchAt(tokens, index + 1)[0] : undefined;
  }
}

/** "3", "3.5", "3 1/2", "1/2", "½". */
export function readNumber(tokens: readonly Token[], index: number): { value: number; end: number } | undefined {
  const token = tokens[index];
  const fractionChar = FRACTIONS.get(token?.norm ?? '');
  if (fractionChar !== undefined) return { value: fractionChar, end: index + 1 };
  if (token?.number === undefined) return undefined;
  const simple = fractionAt(tokens, index);
  if (simple) return simple;
  const mixed = fractionAt(tokens, index + 1);
  if (mixed && !tokens[index + 1]?.joined) return { value: token.number + mixed.value, end: mixed.end };
  return { value: token.number, end: index + 1 };
}

function fractionAt(tokens: readonly Token[], index: number): { value: number; end: number } | undefined {
  const [top, slash, bottom] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  if (top?.number === undefined || slash?.norm !== '/' || !slash.joined || !bottom?.joined) return undefined;
  const isFraction =
    bottom.number !== undefined && [2, 3, 4, 8, 16, 32].includes(bottom.number) && top.number < bottom.number;
  return isFraction ? { value: top.number / (bottom.number ?? 1), end: index + 3 } : undefined;
}

/** In the base unit of its dimension. */
export const toBase = (value: number, { factor, offset }: Unit): number => value * factor + offset;

/** From one unit to another; as it is where a unit is not known or the two measure different things. */
export function convertUnit(value: number, from: Unit | undefined, to: Unit | undefined): number {
  return from && to && from.dimension === to.dimension ? (toBase(value, from) - to.offset) / to.factor : value;
}

/** One key for one size in whatever unit it is written: 6 ft and 1.83 m are both `length:1830`. */
export function measureKey(value: number, unit: Unit): string {
  const base = toBase(value, unit);
  return `${unit.dimension}:${Number(base.toPrecision(3))}`;
}
