/** A plain number, with a point or a comma before its decimals and thousands grouped or not; undefined for anything else. */
export function parseNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return Number(text.replaceAll(',', ''));
  if (/^-?\d+([.,]\d+)?$/.test(text)) return Number(text.replace(',', '.'));
  return undefined;
}

/** Stars of five from "4.5", "4,5", "4.5/5", "9/10" or "90%". */
export function parseStars(value: unknown): number | undefined {
  if (typeof value !== 'string') return parseNumber(value);
  const [, part = '', whole] =
    /^\s*([\d.,]+)\s*(?:(?:\/|out of)\s*(5|10|100)|%|stars?)?\s*$/i.exec(value.slice(0, 40)) ?? [];
  const number = parseNumber(part);
  if (number === undefined) return undefined;
  const scale = value.includes('%') ? 100 : Number(whole ?? 5);
  return (number * 5) / scale;
}
