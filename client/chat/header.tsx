import { Heart, SquarePen } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useApp, useAppState } from '../ui/app-context.tsx';
import { IconButton } from '../ui/button.tsx';
import { ThemeMenu } from '../ui/theme-menu.tsx';
import { StartAfresh } from './start-afresh.tsx';

const InterestsSheet = lazy(() => import('../interests/interests-sheet.tsx'));

export function Header() {
  const { strings, format } = useApp();
  const catalog = useAppState((state) => state.conversation.catalog);
  const begun = useAppState((state) => state.conversation.turns.length > 0);
  const [interests, setInterests] = useState(false);
  const iconLook = 'text-muted hover:bg-sunken hover:text-ink';
  return (
    <header className="z-10 border-b border-line bg-canvas">
      <div className="mx-auto flex h-16 max-w-[82rem] items-center gap-3 px-4 sm:px-6 lg:px-8">
        <Mark />
        <div className="min-w-0 flex-1">
          <h1 className="truncate leading-tight font-semibold tracking-tight">{catalog?.name ?? 'Aisle'}</h1>
          {catalog && (
            <p className="truncate text-xs text-muted tabular-nums">
              {strings.header.items(catalog.items, format.number(catalog.items))}
            </p>
          )}
        </div>
        <nav aria-label={catalog?.name ?? 'Aisle'} className="-me-2 flex">
          {begun && (
            <>
              <StartAfresh
                trigger={
                  <IconButton label={strings.header.startAfresh} className={iconLook}>
                    <SquarePen className="size-5" aria-hidden />
                  </IconButton>
                }
              />
              <IconButton label={strings.header.interests} className={iconLook} onClick={() => setInterests(true)}>
                <Heart className="size-5" aria-hidden />
              </IconButton>
            </>
          )}
          <ThemeMenu />
        </nav>
      </div>
      {interests && (
        <Suspense>
          <InterestsSheet open={interests} onOpenChange={setInterests} />
        </Suspense>
      )}
    </header>
  );
}

function Mark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className="size-9 shrink-0">
      <rect width="32" height="32" rx="10" className="fill-accent" />
      <path
        d="M9 23 16 8l7 15M12.2 17.6h7.6"
        fill="none"
        className="stroke-on-accent"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
