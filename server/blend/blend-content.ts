import type { Live, Video } from '../domain/catalog-item.ts';
import { BLEND } from './blend-weights.ts';
import type { RowSlot } from './row-slot.ts';

type Content = Video | Live;

/** Hours after its planned start in which a stream may just be late. */
const LATE_HOURS = 1;
const HOUR_MS = 3_600_000;
/** Products between one video and the next. */
const APART = 3;

/**
 * Puts videos and live streams that carry products of the row after the leading products. A stream is shown while it runs or is
 * about to, a video always; one that runs goes first, then what carries the products further up.
 * `now` in ms.
 */
export function blendContent(
  slots: readonly RowSlot[],
  content: readonly Content[],
  { limit, now }: { limit: number; now: number },
): RowSlot[] {
  if (slots.length < BLEND.leading || limit <= BLEND.leading) return slots.slice(0, limit);
  const place = new Map(slots.map(({ id }, index) => [id, index]));
  const best = ({ products }: Content): number =>
    Math.min(slots.length, ...products.map((id) => place.get(id) ?? slots.length));
  const chosen = content
    .filter((one) => best(one) < slots.length && isUseful(one, now))
    .sort((a, b) => Number(isLive(b)) - Number(isLive(a)) || best(a) - best(b) || (a.id < b.id ? -1 : 1))
    .slice(0, BLEND.content);
  const row: RowSlot[] = [...slots];
  for (const [index, one] of chosen.entries())
    row.splice(BLEND.leading + index * (APART + 1), 0, {
      id: one.id,
      slotReason: isLive(one) ? 'live-now' : 'content',
      propensity: 1,
    });
  return row.slice(0, limit);
}

const isLive = (one: Content): boolean => one.kind === 'live' && one.status === 'live';

function isUseful(one: Content, now: number): boolean {
  if (one.kind === 'video' || one.status === 'live') return true;
  if (one.status === 'ended' || one.startsAt === undefined) return false;
  const inHours = (Date.parse(one.startsAt) - now) / HOUR_MS;
  return inHours >= -LATE_HOURS && inHours <= BLEND.soonHours;
}
