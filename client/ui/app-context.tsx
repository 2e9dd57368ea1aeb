import { createContext, type ReactNode, use, useMemo, useSyncExternalStore } from 'react';
import type { Words } from '../constraints/describe-constraint.ts';
import { createFormat, type Format } from '../format/create-format.ts';
import type { Connection } from '../socket/connection.ts';
import type { AppState, AppStore } from '../state/store.ts';
import type { LanguageChoice } from '../strings/pick-strings.ts';
import type { Host } from './host.ts';

interface AppServices extends LanguageChoice {
  store: AppStore;
  connection: Connection;
  host: Host;
  format: Format;
}

const AppContext = createContext<AppServices | undefined>(undefined);

interface AppProviderProps extends LanguageChoice {
  store: AppStore;
  connection: Connection;
  host: Host;
  children: ReactNode;
}

export function AppProvider({ store, connection, host, strings, locale, children }: AppProviderProps) {
  const services = useMemo(
    () => ({ store, connection, host, strings, locale, format: createFormat(locale) }),
    [store, connection, host, strings, locale],
  );
  return <AppContext value={services}>{children}</AppContext>;
}

export function useApp(): AppServices {
  const services = use(AppContext);
  if (services === undefined) throw new Error('useApp needs an AppProvider above it');
  return services;
}

/** `select` must return the same reference for the same state: pick, do not build. */
export function useAppState<Selected>(select: (state: AppState) => Selected): Selected {
  const { store } = useApp();
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}

/** What it takes to put a constraint or an edit into words. */
export function useWords(): Words {
  const { strings, format } = useApp();
  const currency = useAppState((state) => state.conversation.catalog?.currency);
  return useMemo(() => ({ strings, format, currency }), [strings, format, currency]);
}
