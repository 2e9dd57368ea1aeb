import { type Chat, mountChat } from '../mount-chat.tsx';
import { watchCart } from '../state/watch-cart.ts';
import { watchTurns } from '../state/watch-turns.ts';
import { pickStrings } from '../strings/pick-strings.ts';
import css from '../styles.css?inline';
import { createUrlResolver } from '../ui/host.ts';
import { adoptCss } from './adopt-css.ts';
import { toShadowCss } from './shadow-css.ts';

interface PanelOptions {
  shadow: ShadowRoot;
  panel: HTMLElement;
  element: HTMLElement & { close(): void };
  tell: (event: string, detail: unknown) => void;
}

/** The chat itself, in the panel of the launcher; loaded when it is first needed. */
export function mountPanel({ shadow, panel, element, tell }: PanelOptions): Chat {
  adoptCss(shadow, toShadowCss(css));
  const place = panel.querySelector<HTMLElement>('[data-aisle]');
  if (place === null) throw new Error('the panel has no place for the chat');
  const server = new URL(element.dataset.server ?? '.', import.meta.url).origin;
  const theme = element.dataset.theme ?? (pageIsDark() ? 'system' : 'light');
  if (theme === 'light' || theme === 'dark') panel.dataset.theme = theme;
  const wanted = element.dataset.lang ?? document.documentElement.lang;
  const chat = mountChat({
    place,
    server,
    language: pickStrings(wanted === '' ? '' : `?lang=${encodeURIComponent(wanted)}`, navigator.languages),
    host: {
      root: panel,
      resolveUrl: createUrlResolver(server),
      pageUrl: element.dataset.page ?? `${server}/`,
      checkoutUrl: element.dataset.checkout,
      onClose: () => element.close(),
    },
    ownPage: false,
  });
  watchTurns(chat.store, ({ turnId, text, status, rows }) =>
    tell('turn', { turnId, text, status, total: rows.at(-1)?.total, items: rows.flatMap(idsOf) }),
  );
  watchCart(chat.store, ({ added, card, quantity }) =>
    tell(added ? 'cart-add' : 'cart-remove', { itemId: card.id, title: card.title, price: card.price, quantity }),
  );
  return chat;
}

const idsOf = ({ cards }: { cards: { id: string }[] }): string[] => cards.map(({ id }) => id);

/** A shop that never turns dark would have a dark panel in its corner only because the system is dark. */
const pageIsDark = (): boolean => getComputedStyle(document.documentElement).colorScheme.includes('dark');
