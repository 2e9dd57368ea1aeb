import { useCallback, useEffect, useRef, useState } from 'react';
import { Banners } from './chat/banners.tsx';
import { Composer } from './chat/composer.tsx';
import { Header } from './chat/header.tsx';
import { MessageList } from './chat/message-list.tsx';
import { TurnAnnouncer } from './chat/turn-announcer.tsx';
import { CompareTray } from './compare/compare-tray.tsx';
import { ConstraintBar } from './constraints/constraint-bar.tsx';
import { useApp, useAppState } from './ui/app-context.tsx';

/** The chat page: who one talks to, the conversation, and the place to speak. */
export function App({ ownPage }: { ownPage: boolean }) {
  const { strings } = useApp();
  const [draft, setDraft] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useShopTitle(ownPage);
  const takeUpAgain = useCallback((text: string) => {
    setDraft(text);
    field.current?.focus();
  }, []);
  return (
    <div className="relative flex h-full flex-col overflow-hidden">
      <button
        type="button"
        onClick={() => field.current?.focus()}
        className="sr-only focus:not-sr-only focus:absolute focus:start-3 focus:top-3 focus:z-20 focus:rounded-full focus:bg-raised focus:px-4 focus:py-3 focus:shadow-lift"
      >
        {strings.header.skip}
      </button>
      <Header />
      <Banners />
      <MessageList ownPage={ownPage} onEdit={takeUpAgain} />
      <section
        aria-label={strings.composer.label}
        className="relative bg-canvas pb-[max(0.75rem,env(safe-area-inset-bottom))] before:pointer-events-none before:absolute before:inset-x-0 before:bottom-full before:h-8 before:bg-linear-to-t before:from-canvas before:to-transparent sm:pb-5"
      >
        <div className="mx-auto w-full max-w-[82rem] px-4 pt-2 sm:px-6 lg:px-8">
          <div className="mx-auto max-w-3xl">
            <CompareTray />
            <ConstraintBar />
            <Composer draft={draft} onDraft={setDraft} field={field} />
          </div>
        </div>
      </section>
      <TurnAnnouncer />
    </div>
  );
}

function useShopTitle(ownPage: boolean) {
  const name = useAppState((state) => state.conversation.catalog?.name);
  useEffect(() => {
    if (ownPage && name !== undefined) document.title = name;
  }, [name, ownPage]);
}
