import { StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { takeSharedQuestion } from './chat/shared-question.ts';
import type { Connection } from './socket/connection.ts';
import { createLazyConnection } from './socket/lazy-connection.ts';
import { createTurnId } from './socket/turn-id.ts';
import { type AppStore, createAppStore } from './state/store.ts';
import type { LanguageChoice } from './strings/pick-strings.ts';
import { AppProvider } from './ui/app-context.tsx';
import type { Host } from './ui/host.ts';
import { applyTheme, storedTheme } from './ui/theme.ts';

export interface ChatOptions {
  /** The element that the chat fills. */
  place: HTMLElement;
  /** Origin of the server. */
  server: string;
  language: LanguageChoice;
  host: Host;
  /** The chat is the whole page: it may name the page, and a shared link is read from its address. */
  ownPage: boolean;
}

export interface Chat {
  store: AppStore;
  connection: Connection;
  unmount(): void;
}

export function mountChat({ place, server, language, host, ownPage }: ChatOptions): Chat {
  host.root.lang = language.strings.language;
  host.root.dir = language.strings.direction;
  const theme = storedTheme();
  if (theme !== 'system') applyTheme(host.root, theme);

  const store = createAppStore();
  const options = { store, storage: browserStorage(), locale: language.locale, createId: createTurnId, now: Date.now };
  const connection = createLazyConnection({ ...options, url: server }, () => store.set({ connection: 'offline' }));
  const shared = ownPage ? takeSharedQuestion(window) : undefined;
  if (shared !== undefined) connection.send({ text: shared });

  const react = createRoot(place);
  const draw = () =>
    react.render(
      <StrictMode>
        <AppProvider store={store} connection={connection} host={host} {...language}>
          <App ownPage={ownPage} />
        </AppProvider>
      </StrictMode>,
    );
  // A panel gives the focus to its message field as soon as it has the chat: on a slow machine it would look for it too early.
  if (ownPage) draw();
  else flushSync(draw);
  return {
    store,
    connection,
    unmount() {
      connection.close();
      react.unmount();
    },
  };
}

/** Reading the property alone throws where storage is blocked. */
function browserStorage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
