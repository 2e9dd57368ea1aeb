import './socket/zod-without-eval.ts';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { createConnection } from './socket/connection.ts';
import { createSessionMemory } from './socket/session-memory.ts';
import { createTurnId } from './socket/turn-id.ts';
import { createAppStore } from './state/store.ts';
import { pickStrings } from './strings/pick-strings.ts';
import './styles.css';
import { AppProvider } from './ui/app-context.tsx';
import { applyTheme, storedTheme } from './ui/theme.ts';

/** Reading the property alone throws where storage is blocked. */
function browserStorage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

const { strings, locale } = pickStrings(window.location.search, navigator.languages);
document.documentElement.lang = strings.language;
document.documentElement.dir = strings.direction;
applyTheme(storedTheme());

const store = createAppStore();
const memory = createSessionMemory(browserStorage());
const connection = createConnection({ store, memory, locale, createId: createTurnId, now: Date.now });

const place = document.getElementById('aisle');
if (place === null) throw new Error('the page has no element with the id "aisle"');
createRoot(place).render(
  <StrictMode>
    <AppProvider store={store} connection={connection} strings={strings} locale={locale}>
      <App />
    </AppProvider>
  </StrictMode>,
);
