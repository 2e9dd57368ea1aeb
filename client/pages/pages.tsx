import { lazy, Suspense, useEffect, useState } from 'react';
import { keepToken, readToken } from './admin-session.ts';
import { Loading } from './loading.tsx';
import { usePage } from './page-context.tsx';
import { SignIn } from './sign-in.tsx';
import { withLanguage } from './with-language.ts';

const InsightsPage = lazy(() => import('./insights/insights-page.tsx'));
const TracePage = lazy(() => import('./trace/trace-page.tsx'));

/** `/insights` or `/trace/ID`, for who has the token. */
export function Pages({ path }: { path: string }) {
  const { words } = usePage();
  const [token, setToken] = useState(readToken);
  const [refused, setRefused] = useState(false);
  const turnId = /^\/trace\/([^/]+)\/?$/.exec(path)?.[1];
  const title = turnId === undefined ? words.insights : words.trace;
  useEffect(() => {
    document.title = `${title} – Aisle`;
  }, [title]);
  const signIn = (given: string | undefined, wasRefused = false) => {
    keepToken(given);
    setToken(given);
    setRefused(wasRefused);
  };
  const access = { token: token ?? '', onRefused: () => signIn(undefined, true) };
  return (
    <div className="mx-auto flex max-w-[82rem] flex-col gap-8 px-4 pb-16 sm:px-6 lg:px-8">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:start-3 focus:top-3 focus:z-20 focus:rounded-full focus:bg-raised focus:px-4 focus:py-3 focus:shadow-lift"
      >
        {words.skip}
      </a>
      <header className="-mb-4 flex min-h-16 flex-wrap items-center gap-x-6 gap-y-2 border-b border-line py-2">
        <nav aria-label={words.shop} className="me-auto flex items-center gap-6 text-sm font-medium">
          <span className="font-semibold">Aisle</span>
          <a
            href={withLanguage('/insights')}
            aria-current={turnId === undefined ? 'page' : undefined}
            className="inline-flex min-h-11 items-center text-accent-strong underline underline-offset-4"
          >
            {words.insights}
          </a>
        </nav>
        {token !== undefined && (
          <button
            type="button"
            onClick={() => signIn(undefined)}
            className="min-h-11 rounded-full px-4 text-sm font-medium text-muted hover:bg-sunken hover:text-ink"
          >
            {words.signIn.signOut}
          </button>
        )}
      </header>
      <main id="content" tabIndex={-1} className="flex flex-col gap-8 outline-none">
        <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
        {token === undefined ? (
          <SignIn refused={refused} onToken={signIn} />
        ) : (
          <Suspense fallback={<Loading />}>
            {turnId === undefined ? <InsightsPage {...access} /> : <TracePage turnId={turnId} {...access} />}
          </Suspense>
        )}
      </main>
    </div>
  );
}
