import { createContext, type ReactNode, use, useMemo } from 'react';
import type { Format } from '../format/create-format.ts';
import type { Strings } from '../strings/en.ts';
import type { PageStrings } from '../strings/pages-en.ts';

export interface PageServices {
  /** The chat's texts: wishes are described here as they are there. */
  strings: Strings;
  words: PageStrings;
  format: Format;
}

const PageContext = createContext<PageServices | undefined>(undefined);

export function PageProvider({ strings, words, format, children }: PageServices & { children: ReactNode }) {
  const services = useMemo(() => ({ strings, words, format }), [strings, words, format]);
  return <PageContext value={services}>{children}</PageContext>;
}

export function usePage(): PageServices {
  const services = use(PageContext);
  if (services === undefined) throw new Error('usePage needs a PageProvider above it');
  return services;
}
