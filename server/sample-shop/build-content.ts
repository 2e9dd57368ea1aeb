import type { Live, Video } from '../domain/catalog-item.ts';
import type { SampleProduct } from './build-product.ts';
import type { LivePlan, VideoScript } from './department.ts';
import { fillTemplate } from './fill-template.ts';
import { randomFor } from './random.ts';

type ById = ReadonlyMap<string, SampleProduct>;
/** People speak about two and a half words a second. */
const WORDS_A_SECOND = 2.5;
const DAY_MS = 86_400_000;

export function buildVideos(scripts: readonly VideoScript[], products: ById): Video[] {
  return scripts.map(({ id, title, creator, products: ids, script }) => {
    const transcript = speak(id, script, ids, products);
    const random = randomFor(id);
    const day = new Date(Date.UTC(2026, 10, 20) - random.whole(1, 300) * DAY_MS).toISOString().slice(0, 10);
    const durationSec = Math.round(transcript.split(/\s+/).length / WORDS_A_SECOND) + random.whole(2, 9);
    const poster = `/sample/pictures/${id}.svg`;
    return { kind: 'video', id, title, transcript, products: ids, poster, creator, createdAt: day, durationSec };
  });
}

export function buildLives(plans: readonly LivePlan[], products: ById): Live[] {
  return plans.map(({ script, products: ids, id, title, creator, status, startsAt }) => ({
    kind: 'live',
    id,
    title,
    transcript: speak(id, script, ids, products),
    products: ids,
    poster: `/sample/pictures/${id}.svg`,
    creator,
    startsAt,
    status,
  }));
}

function speak(id: string, script: string, ids: readonly string[], products: ById): string {
  const missing = ids.find((product) => !products.has(product));
  if (missing !== undefined)
    throw new Error(`"${id}" shows "${missing}", which is no product; use an id of the catalog`);
  const facts = products.get(ids[0] ?? '')?.attributes ?? {};
  const sentences = script
    .trim()
    .split('\n')
    .flatMap((line) => fillTemplate(line.trim(), facts) ?? []);
  return sentences.join(' ');
}
