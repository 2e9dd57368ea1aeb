import type { ChatRequest } from '../../../server/llm/testing/scripted-endpoint.ts';

/** An item as a prompt tells of it. */
export interface ToldItem {
  id: string;
  title: string;
  price?: number;
  facts: Record<string, unknown>;
}

export interface ReadRequest {
  /** What is asked for, by the shape of the request. */
  kind: 'intent' | 'row' | 'item' | 'compare' | 'ranking' | 'repair';
  shopper: string;
  items: ToldItem[];
  /** Facets with values that the prompt offers. */
  facets: { facet: string; values: string[] }[];
  /** Of the row: how many products fit. */
  total: number;
}

const KINDS = [
  ['problems', 'repair'],
  ['read-already', 'intent'],
  ['candidates', 'ranking'],
  ['differences', 'compare'],
  ['asked', 'item'],
] as const;

/** A prompt as a model would understand it: by its data blocks. */
export function readRequest({ messages }: ChatRequest): ReadRequest {
  const user = messages.at(-1)?.content ?? '';
  const block = (kind: string): string | undefined =>
    new RegExp(`<data kind="${kind}">\\n([\\s\\S]*?)\\n</data>`).exec(user)?.[1];
  const [, kind = 'row'] = KINDS.find(([name]) => block(name) !== undefined) ?? [];
  return {
    kind: block('schema') === undefined ? kind : 'repair',
    shopper: String(readLines(block('shopper'))[0] ?? ''),
    items: readLines(block('items') ?? block('item')).flatMap(readItem),
    facets: readLines(block('facets')).flatMap(readFacet),
    total: Number((readLines(block('row'))[0] as { productsThatFit?: number } | undefined)?.productsThatFit ?? 0),
  };
}

const readLines = (text = ''): unknown[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

function readItem(line: unknown): ToldItem[] {
  const { mention, title, price, facts } = line as ToldItem & { mention?: string };
  const id = /^\{\{item:(.*)\}\}$/.exec(mention ?? '')?.[1];
  return id === undefined ? [] : [{ id, title, price, facts }];
}

function readFacet(line: unknown): { facet: string; values: string[] }[] {
  const { facet, values } = line as { facet: string; values?: string[] };
  return values ? [{ facet, values }] : [];
}
