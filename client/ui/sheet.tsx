import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import { useApp } from './app-context.tsx';
import { IconButton } from './button.tsx';

interface SheetProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** Said after the title; hidden unless given. */
  description?: ReactNode;
  children: ReactNode;
}

/** From below on a phone, from the side elsewhere. */
export function Sheet({ open, onOpenChange, title, description, children }: SheetProps) {
  const { strings } = useApp();
  const opener = useRef<Element | null>(null);
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-30 animate-fade bg-veil" />
        <Dialog.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          // The sheet has no trigger of its own: who opened it gets the focus back.
          onOpenAutoFocus={() => {
            opener.current = document.activeElement;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (opener.current instanceof HTMLElement) opener.current.focus();
          }}
          className="fixed inset-x-0 bottom-0 z-30 flex max-h-[92dvh] animate-sheet flex-col rounded-t-3xl bg-surface shadow-lift outline-none sm:inset-y-3 sm:start-auto sm:end-3 sm:bottom-3 sm:max-h-none sm:w-[min(30rem,calc(100vw-1.5rem))] sm:rounded-3xl"
        >
          <div className="flex items-start gap-3 border-b border-line ps-6 pe-3 pt-4 pb-3">
            <div className="min-w-0 flex-1 py-2">
              <Dialog.Title className="text-lg leading-snug font-semibold tracking-tight text-balance">
                {title}
              </Dialog.Title>
              {description && (
                <Dialog.Description className="mt-1 text-sm text-muted">{description}</Dialog.Description>
              )}
            </div>
            <Dialog.Close asChild>
              <IconButton label={strings.card.close} className="text-muted hover:bg-sunken hover:text-ink">
                <X className="size-5" aria-hidden />
              </IconButton>
            </Dialog.Close>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-6 pt-5 pb-8">{children}</div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
