import type { Respond, Script } from '../../../server/llm/testing/scripted-endpoint.ts';
import { lieAboutWishes, tellLies } from './lies.ts';
import { type ReadRequest, readRequest } from './read-request.ts';

/** Longer than any test waits: the caller's own patience ends it. */
const FOREVER_MS = 30_000;

/** Told of every lie that went out, and of the words it was the answer to. */
export type OnLie = (shopper: string, mark: RegExp) => void;

/** Endpoints that a shop may meet, each as a model of the wire protocol. */
export const behaviours = (onLie: OnLie = () => undefined): Record<string, Respond> => ({
  honest: answer(honestly),
  lying: answer((request) => lie(request, onLie)),
  slow: () => ({ text: 'too late', delayMs: FOREVER_MS }),
  dead: () => ({ text: '', cutAfter: 0 }),
  'out of order': () => ({ text: '', status: 503 }),
  'rate-limiting': () => ({ text: '', status: 429, retryAfterSec: 0 }),
  cutting: answer((request) => {
    const text = honestly(request);
    return { text, cutAfter: Math.ceil(text.length / 2) };
  }),
  babbling: () => 'Sure! Here is {"act": "search", "wishes": [{"words": ',
});

const answer =
  (respond: (request: ReadRequest) => Script | string): Respond =>
  (request) =>
    respond(readRequest(request));

/** Says what the prompt itself has, and nothing beside it. */
function honestly({ kind, items, total }: ReadRequest): string {
  if (kind === 'ranking') return JSON.stringify({ ids: [] });
  if (kind === 'intent' || kind === 'repair') return JSON.stringify({ act: 'search', wishes: [], confidence: 0.9 });
  const prices = items.map(({ id }) => `{{item:${id}}} costs {{price:${id}}}.`);
  return kind === 'row' ? [`${total} products fit.`, ...prices.slice(0, 2)].join(' ') : prices.join(' ');
}

function lie(request: ReadRequest, onLie: OnLie): string {
  if (request.kind === 'ranking') return JSON.stringify({ ids: ['no-such-item', 'no-such-item'] });
  if (request.kind === 'intent' || request.kind === 'repair') return lieAboutWishes(request);
  const lies = tellLies(request);
  for (const { mark } of lies) onLie(request.shopper, mark);
  // The gate reads eight sentences: other lies come first each time.
  const from = request.shopper.length % lies.length;
  return [...lies.slice(from), ...lies.slice(0, from)].map(({ sentence }) => sentence).join(' ');
}
