import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import type { AisleChat as AisleElement } from './aisle-chat.ts';

export type AisleHandle = Pick<AisleElement, 'open' | 'close' | 'ask'>;

interface AisleChatProps {
  /** Origin of the Aisle server, as `https://aisle.shop.example`. */
  server: string;
  lang?: string;
  theme?: 'light' | 'dark' | 'system';
  label?: string;
  /** Where the shop takes over; `{items}` becomes `id:quantity,...`. */
  checkout?: string;
  onOpen?: () => void;
  onClose?: () => void;
  onTurn?: (turn: { turnId: string; text?: string; total?: number; items: string[] }) => void;
  onCartAdd?: (line: { itemId: string; title: string; quantity: number }) => void;
  ref?: Ref<AisleHandle>;
}

/** `<AisleChat server="https://..." onCartAdd={...} />` in a shop built with React: the same element, its events as properties. */
export function AisleChat({ server, lang, theme, label, checkout, ref, ...listeners }: AisleChatProps) {
  const place = useRef<HTMLSpanElement>(null);
  const element = useRef<AisleElement>(undefined);
  const latest = useRef(listeners);
  useEffect(() => {
    latest.current = listeners;
  });
  useImperativeHandle(ref, () => ({
    open: async () => element.current?.open(),
    close: () => element.current?.close(),
    ask: async (text) => element.current?.ask(text),
  }));
  useEffect(() => {
    const settings = { server, lang, theme, label, checkout };
    void import(/* @vite-ignore */ `${server}/aisle.js`);
    const chat = document.createElement('aisle-chat') as AisleElement;
    for (const [name, value] of Object.entries(settings)) if (value !== undefined) chat.dataset[name] = value;
    const on = (name: string, tell: (detail: never) => void) =>
      chat.addEventListener(`aisle:${name}`, (event) => tell((event as CustomEvent<never>).detail));
    on('open', () => latest.current.onOpen?.());
    on('close', () => latest.current.onClose?.());
    on('turn', (turn) => latest.current.onTurn?.(turn));
    on('cart-add', (line) => latest.current.onCartAdd?.(line));
    place.current?.append(chat);
    element.current = chat;
    return () => chat.remove();
  }, [server, lang, theme, label, checkout]);
  return <span ref={place} />;
}
