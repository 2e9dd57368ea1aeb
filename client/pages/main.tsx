import './pages.css';
import '../socket/zod-without-eval.ts';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createFormat } from '../format/create-format.ts';
import { pickPageStrings } from '../strings/pick-page-strings.ts';
import { pickStrings } from '../strings/pick-strings.ts';
import { applyTheme, storedTheme } from '../ui/theme.ts';
import { PageProvider } from './page-context.tsx';
import { Pages } from './pages.tsx';

const place = document.getElementById('pages');
if (place === null) throw new Error('the page has no element with the id "pages"');
const root = document.documentElement;
const { strings, locale } = pickStrings(window.location.search, navigator.languages);
root.lang = strings.language;
root.dir = strings.direction;
const theme = storedTheme();
if (theme !== 'system') applyTheme(root, theme);

const services = { strings, words: pickPageStrings(strings.language), format: createFormat(locale) };
createRoot(place).render(
  <StrictMode>
    <PageProvider {...services}>
      <Pages path={window.location.pathname} />
    </PageProvider>
  </StrictMode>,
);
