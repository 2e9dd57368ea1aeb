import { describe, expect, it } from 'vitest';
import type { Live, Video } from '../domain/catalog-item.ts';
import { blendContent } from './blend-content.ts';
import type { RowSlot } from './row-slot.ts';

const now = Date.parse('2026-05-01T12:00:00Z');
const slots: RowSlot[] = Array.from({ length: 8 }, (_, at) => ({
  id: `p${at}`,
  slotReason: 'relevance',
  propensity: 1,
}));
const video = (id: string, ...products: string[]): Video => ({ kind: 'video', id, title: id, products });
const live = (id: string, status: Live['status'], startsAt?: string): Live => ({
  ...{ kind: 'live', id, title: id, products: ['p0'], status },
  startsAt,
});
const shown = (content: (Video | Live)[], own: RowSlot[] = slots, limit = 12) =>
  blendContent(own, content, { limit, now }).map(({ id }) => id);

describe('videos and live streams', () => {
  it('come after the five leading products, at most two and apart', () => {
    const row = shown([video('v1', 'p3'), video('v2', 'p0'), video('v3', 'p7')]);
    expect(row).toEqual(['p0', 'p1', 'p2', 'p3', 'p4', 'v2', 'p5', 'p6', 'p7', 'v1']);
  });

  it('carry a product of the row or are not there', () => {
    expect(shown([video('v', 'elsewhere'), video('w')])).toEqual(slots.map(({ id }) => id));
  });

  it.each<[string, Live, boolean]>([
    ['runs', live('l', 'live', '2026-05-01T11:00:00Z'), true],
    ['begins tomorrow', live('l', 'planned', '2026-05-02T11:00:00Z'), true],
    ['begins next week', live('l', 'planned', '2026-05-08T11:00:00Z'), false],
    ['should have begun this morning', live('l', 'planned', '2026-05-01T08:00:00Z'), false],
    ['begins nobody knows when', live('l', 'planned'), false],
    ['begins at a date that cannot be read', live('l', 'planned', 'soon'), false],
    ['is over', live('l', 'ended', '2026-05-01T11:00:00Z'), false],
  ])('a stream that %s', (_, stream, isShown) => {
    expect(shown([stream]).includes('l')).toBe(isShown);
  });

  it('a stream that runs goes before a video and says so', () => {
    const row = blendContent(slots, [video('v', 'p0'), live('l', 'live')], { limit: 12, now });
    expect(row[5]).toMatchObject({ id: 'l', slotReason: 'live-now' });
    expect(row[9]).toMatchObject({ id: 'v', slotReason: 'content' });
  });

  it('leave a short row to its products and never make it longer', () => {
    expect(shown([video('v', 'p0')], slots.slice(0, 4))).toEqual(['p0', 'p1', 'p2', 'p3']);
    expect(shown([video('v', 'p0')], slots, 5)).toHaveLength(5);
    expect(shown([video('v', 'p0')], slots, 6)).toEqual(['p0', 'p1', 'p2', 'p3', 'p4', 'v']);
  });
});
