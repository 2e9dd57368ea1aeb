import { Ellipsis, Heart, History, ShoppingBag, Sparkles, SquarePen, X } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useApp, useAppState } from '../ui/app-context.tsx';
import { IconButton } from '../ui/button.tsx';
import { MenuLine } from '../ui/menu-line.tsx';
import { Popover } from '../ui/popover.tsx';
import { ThemeChoice } from '../ui/theme-choice.tsx';

const SHEETS = {
  cart: lazy(() => import('../cart/cart-sheet.tsx')),
  saved: lazy(() => import('../cart/saved-sheet.tsx')),
  interests: lazy(() => import('../interests/interests-sheet.tsx')),
  history: lazy(() => import('./history-sheet.tsx')),
  afresh: lazy(() => import('./start-afresh.tsx')),
};
type SheetName = keyof typeof SHEETS;

const ICON_LOOK = 'text-muted hover:bg-sunken hover:text-ink';

export function Header() {
  const { strings, format, host } = useApp();
  const catalog = useAppState((state) => state.conversation.catalog);
  const inCart = useAppState((state) => state.marks.cart.reduce((sum, { quantity }) => sum + quantity, 0));
  const [sheet, setSheet] = useState<SheetName>();
  const [open, setOpen] = useState(false);
  const show = (name: SheetName) => {
    setSheet(name);
    setOpen(true);
  };
  const Sheet = sheet && SHEETS[sheet];
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
          <IconButton label={strings.header.saved} className={ICON_LOOK} onClick={() => show('saved')}>
            <Heart className="size-5" aria-hidden />
          </IconButton>
          <IconButton
            label={strings.header.cart(inCart, format.number(inCart))}
            className={`relative ${ICON_LOOK}`}
            onClick={() => show('cart')}
          >
            <ShoppingBag className="size-5" aria-hidden />
            {inCart > 0 && (
              <span
                aria-hidden
                className="absolute end-0.5 top-0.5 grid h-5 min-w-5 place-items-center rounded-full bg-accent px-1 text-[0.6875rem] font-semibold text-on-accent tabular-nums"
              >
                {format.number(inCart)}
              </span>
            )}
          </IconButton>
          <MoreMenu onChoose={show} />
          {host.onClose && (
            <IconButton label={strings.header.closeChat} className={ICON_LOOK} onClick={host.onClose}>
              <X className="size-5" aria-hidden />
            </IconButton>
          )}
        </nav>
      </div>
      {Sheet && (
        <Suspense>
          <Sheet open={open} onOpenChange={setOpen} />
        </Suspense>
      )}
    </header>
  );
}

function MoreMenu({ onChoose }: { onChoose: (sheet: SheetName) => void }) {
  const { strings } = useApp();
  const begun = useAppState((state) => state.conversation.turns.length > 0);
  const words = strings.header;
  const icon = 'size-4.5 shrink-0 text-muted';
  return (
    <Popover
      label={words.menu}
      trigger={(button) => (
        <IconButton label={words.menu} className={ICON_LOOK} {...button}>
          <Ellipsis className="size-5" aria-hidden />
        </IconButton>
      )}
    >
      {(close) => {
        const choose = (sheet: SheetName) => () => {
          close();
          onChoose(sheet);
        };
        return (
          <>
            {begun && (
              <>
                <MenuLine onClick={choose('afresh')}>
                  <SquarePen className={icon} aria-hidden />
                  {words.startAfresh}
                </MenuLine>
                <MenuLine onClick={choose('history')}>
                  <History className={icon} aria-hidden />
                  {words.history}
                </MenuLine>
              </>
            )}
            <MenuLine onClick={choose('interests')}>
              <Sparkles className={icon} aria-hidden />
              {words.interests}
            </MenuLine>
            <div className="p-1.5">
              <ThemeChoice />
            </div>
          </>
        );
      }}
    </Popover>
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
