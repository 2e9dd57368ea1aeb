import type { Chat } from '../mount-chat.tsx';
import { pickLauncherWords } from '../strings/pick-launcher-words.ts';
import { adoptCss } from './adopt-css.ts';
import launcherCss from './launcher.css?inline';

/** The panel covers a narrow window whole: there it is modal. */
const NARROW = '(width < 40rem)';
const ICON =
  '<svg width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M21 12a8 8 0 0 1-8 8H4l2-3.2A8 8 0 1 1 21 12Z"/><path d="M9.5 15 13 8l3.5 7M10.7 12.8h4.6"/></svg>';

/**
 * `<aisle-chat data-server data-lang data-theme data-checkout data-label>`: a launcher and a panel in a shadow root. Only the launcher
 * is there at first; the chat is loaded when it is pointed at, focused or opened. Tells the page by `aisle:open`, `aisle:close`,
 * `aisle:cart-add`, `aisle:cart-remove` and `aisle:turn`, which bubble.
 */
export class AisleChat extends HTMLElement {
  private launcher: HTMLButtonElement | undefined;
  private panel: HTMLDialogElement | undefined;
  private chat: Promise<Chat> | undefined;

  connectedCallback(): void {
    // Moved within the page: its windows were closed by that.
    if (this.launcher !== undefined) return this.launcher.showPopover();
    const shadow = this.attachShadow({ mode: 'open' });
    adoptCss(shadow, launcherCss);
    const words = pickLauncherWords(this.dataset.lang ?? document.documentElement.lang);
    this.launcher = createLauncher(this.dataset.label ?? words.open);
    this.launcher.addEventListener('click', () => this.open());
    for (const hint of ['pointerenter', 'focus']) this.launcher.addEventListener(hint, () => void this.load());
    this.panel = createPanel(words.label);
    this.panel.addEventListener('close', () => this.afterClose());
    // Only what the chat left over: its own windows close themselves by Escape.
    this.panel.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !this.hasWindow()) this.close();
    });
    shadow.append(this.launcher, this.panel);
    this.launcher.showPopover();
  }

  get isOpen(): boolean {
    return this.panel?.matches('[open], :popover-open') ?? false;
  }

  async open(): Promise<void> {
    if (this.panel === undefined || this.isOpen) return;
    if (window.matchMedia(NARROW).matches) {
      this.panel.removeAttribute('popover');
      this.panel.showModal();
    } else {
      this.panel.popover = 'manual';
      this.panel.showPopover();
    }
    this.launcher?.hidePopover();
    this.tell('open', {});
    await this.load();
    this.panel.querySelector<HTMLElement>('textarea')?.focus();
  }

  close(): void {
    if (!this.isOpen || this.panel === undefined) return;
    if (this.panel.open) return this.panel.close();
    this.panel.hidePopover();
    this.afterClose();
  }

  /** Opens the panel and asks in the shopper's place. */
  async ask(text: string): Promise<void> {
    const question = text.trim();
    const opened = this.open();
    const chat = await this.load();
    await opened;
    if (question !== '') chat.connection.send({ text: question });
  }

  private afterClose(): void {
    this.launcher?.showPopover();
    this.launcher?.focus();
    this.tell('close', {});
  }

  private hasWindow(): boolean {
    return this.panel?.querySelector('dialog[open], :popover-open') != null;
  }

  private load(): Promise<Chat> {
    this.chat ??= import('./panel.ts').then(({ mountPanel }) => {
      if (this.shadowRoot === null || this.panel === undefined) throw new Error('the element is not on a page');
      return mountPanel({ shadow: this.shadowRoot, panel: this.panel, element: this, tell: this.tell });
    });
    // A chunk that did not arrive is asked for again at the next try.
    this.chat.catch(() => {
      this.chat = undefined;
    });
    return this.chat;
  }

  private readonly tell = (name: string, detail: unknown): void => {
    this.dispatchEvent(new CustomEvent(`aisle:${name}`, { detail, bubbles: true, composed: true }));
  };
}

function createLauncher(label: string): HTMLButtonElement {
  const launcher = document.createElement('button');
  launcher.type = 'button';
  // In the top layer a page that moves or clips its body does not move or clip the launcher.
  launcher.popover = 'manual';
  launcher.className = 'launcher';
  launcher.innerHTML = ICON;
  launcher.append(label);
  return launcher;
}

function createPanel(label: string): HTMLDialogElement {
  const panel = document.createElement('dialog');
  panel.className = 'panel';
  panel.setAttribute('aria-label', label);
  const chat = document.createElement('div');
  chat.className = 'chat';
  chat.dataset.aisle = '';
  panel.append(chat);
  return panel;
}
