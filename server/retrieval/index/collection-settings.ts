import type { Schemas } from '@qdrant/js-client-rest';
import type { Embedder } from '../embedder.ts';
import { buildNumberPath } from '../qdrant/payload-keys.ts';

/** Raised when what a point carries changes, so that an index of the older make is not mistaken for ours. */
const layout = 2;
/** Two hyphens part the names: a slug has only single ones, so the collections of shop "a" are never taken for those of "a-b". */
const joint = '--';

export function buildSlug(text: string): string {
  const slug = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug.slice(0, 60).replace(/-+$/, '') || 'unnamed';
}

export function buildCollectionName(shop: string, version: string, embedder?: Pick<Embedder, 'id'>): string {
  const vectors = embedder ? buildSlug(embedder.id) : 'words';
  return [buildSlug(shop), buildSlug(version), vectors, `l${layout}`].join(joint);
}

export const isCollectionOf = (name: string, shop: string): boolean => name.startsWith(buildSlug(shop) + joint);

/**
 * A segment below this size (in kilobytes of vectors) is searched whole: exact, and at two segments quick enough for about 50,000
 * items of 384 dimensions. Above it Qdrant builds its graph.
 */
const indexingThresholdKb = 40_000;
const graph = { m: 16, ef_construct: 128 };
/** One segment for each of two cores; more would only make the graphs smaller and the merge of answers longer. */
const segments = 2;

/** While items are uploaded nothing is optimized: a graph is built once, over everything. */
export const whileUploading: Schemas['OptimizersConfigDiff'] = { indexing_threshold: 0 };
export const whenUploaded: Schemas['OptimizersConfigDiff'] = { indexing_threshold: indexingThresholdKb };

export function buildCollectionSettings(embedder?: Pick<Embedder, 'dimensions'>): Schemas['CreateCollection'] {
  return {
    vectors: embedder ? { dense: { size: embedder.dimensions, distance: 'Cosine' } } : {},
    sparse_vectors: { sparse: { modifier: 'idf' } },
    hnsw_config: graph,
    optimizers_config: { ...whileUploading, default_segment_number: segments },
    on_disk_payload: false,
  };
}

const keyword = (field: string): Schemas['CreateFieldIndex'] => ({ field_name: field, field_schema: 'keyword' });
const float = (field: string): Schemas['CreateFieldIndex'] => ({ field_name: field, field_schema: 'float' });

/** Fields that every filter or order may name. */
export const commonPayloadIndexes: Schemas['CreateFieldIndex'][] = [
  ...['id', 'kind', 'terms', 'facets', 'denied', 'stated', 'numbered', 'products'].map(keyword),
  ...['quality', buildNumberPath('price'), buildNumberPath('rating')].map(float),
];

/**
 * Each index costs memory, and time when the index is built. Without one the records that state the number are read one by one, which
 * is as quick while they are few.
 */
const numberIndexes = { most: 32, leastItems: 200 };

export function buildNumberIndexes(frequency: Map<string, number>): Schemas['CreateFieldIndex'][] {
  return [...frequency]
    .filter(([key, items]) => items >= numberIndexes.leastItems && key !== 'price' && key !== 'rating')
    .sort(([oneKey, one], [otherKey, other]) => other - one || oneKey.localeCompare(otherKey))
    .slice(0, numberIndexes.most)
    .map(([key]) => float(buildNumberPath(key)));
}
