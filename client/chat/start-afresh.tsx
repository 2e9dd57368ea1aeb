import { AlertDialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { useApp } from '../ui/app-context.tsx';
import { Button } from '../ui/button.tsx';

/** Asks first: the conversation cannot be brought back. */
export function StartAfresh({ trigger }: { trigger: ReactNode }) {
  const { strings, connection } = useApp();
  const words = strings.header;
  return (
    <AlertDialog.Root>
      <AlertDialog.Trigger asChild>{trigger}</AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-30 animate-fade bg-veil" />
        <AlertDialog.Content className="fixed inset-0 z-30 m-auto h-fit w-[min(26rem,calc(100vw-2rem))] animate-sheet rounded-3xl bg-surface p-6 shadow-lift">
          <AlertDialog.Title className="text-lg font-semibold tracking-tight">
            {words.startAfreshQuestion}
          </AlertDialog.Title>
          <AlertDialog.Description className="mt-2 text-[0.9375rem] leading-relaxed text-muted">
            {words.startAfreshDetail}
          </AlertDialog.Description>
          <div className="mt-6 flex flex-wrap justify-end gap-2">
            <AlertDialog.Cancel asChild>
              <Button look="quiet">{words.keep}</Button>
            </AlertDialog.Cancel>
            <AlertDialog.Action asChild>
              <Button look="primary" onClick={() => connection.startAfresh()}>
                {words.startAfresh}
              </Button>
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
