import { z } from 'zod';
import { type RankedItem, rateQuality } from '../../domain/candidate.ts';
import { CatalogItem } from '../../domain/catalog-item.ts';
import { Fact } from '../../domain/fact.ts';
import type { IndexedItem } from '../../domain/indexed-item.ts';
import { AppError } from '../../errors.ts';

/** What a point carries: fields to filter and rank on, and `record`, the rest of the item as one text that no filter has to parse. */
export interface Payload extends RankedItem {
  id: string;
  /** `terms` without the words: short enough to count values over. */
  facets: string[];
  /** Keys of `numbers`. */
  numbered: string[];
  /** Products that a video or live stream carries. */
  products?: string[];
  /** Order where the shopper gave none. */
  quality: number;
  passageHash: string;
  contentHash: string;
  record: string;
}

const numbers = z.record(
  z.string(),
  // Node 22 hands over integers beyond 2^53 as bigint.
  z.union([z.number(), z.bigint().transform(Number)]),
);
const Ranked = z.object({
  id: z.string(),
  kind: z.enum(['product', 'video', 'live']),
  terms: z.array(z.string()),
  denied: z.array(z.string()),
  stated: z.array(z.string()),
  numbers,
  titleStems: z.array(z.string()),
  brand: z.string().optional(),
  seller: z.string().optional(),
  availability: z.string(),
  createdAt: z.string().optional(),
  popularity: z.number().optional(),
  rating: z.object({ average: z.number(), count: z.number() }).optional(),
});
const Stored = Ranked.extend({ passageHash: z.string(), contentHash: z.string(), record: z.string() });
const Recorded = z.object({ item: CatalogItem, facts: z.array(Fact), sparse: numbers, passage: z.string() });

/** The payload fields of a candidate; everything else stays in Qdrant. */
export const rankedFields = Object.keys(Ranked.shape);

export function buildPayload(indexed: IndexedItem): Payload {
  const { item, facts, terms, denied, stated, titleStems, sparse, passage, passageHash, contentHash } = indexed;
  const ownNumbers = finite(indexed.numbers);
  return {
    id: item.id,
    kind: item.kind,
    terms,
    denied,
    stated,
    numbers: ownNumbers,
    numbered: Object.keys(ownNumbers),
    titleStems,
    facets: terms.filter((term) => !term.startsWith('text=')),
    quality: item.kind === 'product' ? rateQuality(item) : 0,
    passageHash,
    contentHash,
    record: JSON.stringify({ item, facts, sparse, passage }),
    createdAt: item.createdAt,
    ...(item.kind === 'product'
      ? {
          brand: item.brand,
          seller: item.seller?.name,
          availability: item.availability,
          popularity: item.popularity,
          rating: item.rating,
        }
      : { availability: 'unknown', products: item.products }),
  };
}

export function readRanked(payload: unknown): { id: string; indexed: RankedItem } {
  const { id, ...indexed } = parse(Ranked, payload);
  return { id, indexed };
}

export function readIndexed(payload: unknown): IndexedItem {
  const {
    terms,
    denied,
    stated,
    numbers: ownNumbers,
    titleStems,
    passageHash,
    contentHash,
    record,
  } = parse(Stored, payload);
  const rest = parse(Recorded, JSON.parse(record));
  return { ...rest, terms, denied, stated, numbers: ownNumbers, titleStems, passageHash, contentHash };
}

function parse<Shape extends z.ZodType>(shape: Shape, payload: unknown): z.output<Shape> {
  const parsed = shape.safeParse(payload);
  if (parsed.success) return parsed.data;
  throw new AppError('index_unreadable', 'the index holds a record of another make; index the catalog again', {
    cause: parsed.error,
  });
}

/** JSON has no NaN and no infinity; what is not a number is not stated. */
function finite(given: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => Number.isFinite(value)));
}
