import { Columns3, X } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Picture } from '../cards/picture.tsx';
import { MAX_PICKS } from '../state/marks.ts';
import { useApp, useAppState } from '../ui/app-context.tsx';
import { Button, IconButton } from '../ui/button.tsx';

const CompareSheet = lazy(() => import('./compare-sheet.tsx'));

/** The picks so far, above the message field, with the way to the comparison. */
export function CompareTray() {
  const { strings, format, connection } = useApp();
  const picks = useAppState((state) => state.marks.picks);
  const [open, setOpen] = useState(false);
  const words = strings.compare;
  const clear = () => connection.markHere({ type: 'picks-cleared' });
  return (
    <>
      {picks.length > 0 && (
        <section
          aria-label={words.open}
          className="mb-2 flex animate-fade items-center gap-3 rounded-2xl border border-line bg-raised py-1.5 ps-2 pe-1.5 shadow-card"
        >
          <ul className="flex gap-1.5">
            {picks.map((card) => (
              <li key={card.id} title={card.title}>
                <Picture src={card.image} seed={card.id} className="size-10 rounded-lg" />
              </li>
            ))}
          </ul>
          <p role="status" className="min-w-0 flex-1 truncate text-[0.8125rem] text-muted">
            {picks.length === 1 ? words.needTwo : words.chosen(format.number(picks.length))}
            {picks.length === MAX_PICKS && <span className="sr-only"> {words.full}</span>}
          </p>
          <Button look="primary" disabled={picks.length < 2} onClick={() => setOpen(true)}>
            <Columns3 className="size-4.5" aria-hidden />
            {words.open}
          </Button>
          <IconButton label={words.clear} onClick={clear} className="text-muted hover:bg-sunken hover:text-ink">
            <X className="size-4.5" aria-hidden />
          </IconButton>
        </section>
      )}
      {(open || picks.length > 1) && (
        <Suspense>
          <CompareSheet open={open} onOpenChange={setOpen} />
        </Suspense>
      )}
    </>
  );
}
