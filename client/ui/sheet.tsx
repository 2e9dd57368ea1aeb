import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useApp } from './app-context.tsx';
import { IconButton } from './button.tsx';

interface SheetProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** Said after the title; hidden unless given. */
  description?: ReactNode;
  /** `side` for one thing in detail, `wide` for what needs columns, `box` for a question. */
  shape?: keyof typeof SHAPES;
  children: ReactNode;
}

const SHAPES = {
  side: 'wide:max-h-none wide:inset-y-3 wide:start-auto wide:end-3 wide:h-auto wide:w-[min(30rem,calc(100vw-1.5rem))] wide:rounded-3xl',
  wide: 'wide:inset-0 wide:m-auto wide:h-fit wide:max-h-[88dvh] wide:w-[min(68rem,calc(100vw-3rem))] wide:rounded-3xl',
  box: 'wide:inset-0 wide:m-auto wide:h-fit wide:w-[min(26rem,calc(100vw-3rem))] wide:rounded-3xl',
};

/**
 * From below on a phone, from the side or in the middle elsewhere. The browser's own modal dialog: it keeps the focus inside and gives
 * it back, lies above any page around the chat, and works in a shadow root, where script libraries lose track of the focus.
 */
export function Sheet({ open, onOpenChange, title, description, shape = 'side', children }: SheetProps) {
  const { strings } = useApp();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click on the veil is a second way to close; Escape closes it by itself
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-lead` : undefined}
      onClose={() => onOpenChange(false)}
      onClick={(event) => event.target === event.currentTarget && onOpenChange(false)}
      className={`fixed inset-x-0 top-auto bottom-0 max-h-[92dvh] w-full max-w-none flex-col overflow-hidden rounded-t-3xl bg-surface text-ink shadow-lift outline-none backdrop:bg-veil open:flex open:animate-sheet ${SHAPES[shape]}`}
    >
      {open && (
        <>
          <div className="flex items-start gap-3 border-b border-line ps-6 pe-3 pt-4 pb-3">
            <div className="min-w-0 flex-1 py-2">
              <h2
                id={`${id}-title`}
                className="text-lg leading-snug font-semibold tracking-tight text-balance break-words"
              >
                {title}
              </h2>
              {description && (
                <p id={`${id}-lead`} className="mt-1 text-sm text-muted">
                  {description}
                </p>
              )}
            </div>
            <IconButton
              label={strings.card.close}
              onClick={() => onOpenChange(false)}
              className="text-muted hover:bg-sunken hover:text-ink"
            >
              <X className="size-5" aria-hidden />
            </IconButton>
          </div>
          <div className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain px-6 pt-5 pb-8">{children}</div>
        </>
      )}
    </dialog>
  );
}
