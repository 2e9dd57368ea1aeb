import { Check, Share2 } from 'lucide-react';
import { useState } from 'react';
import type { Turn } from '../state/conversation.ts';
import { useApp } from '../ui/app-context.tsx';
import { IconButton } from '../ui/button.tsx';
import { linkToRow } from './shared-question.ts';

/** By the device's own way of sharing where it has one, else as a link in the clipboard. */
export function ShareRow({ turn }: { turn: Turn }) {
  const { strings, host } = useApp();
  const [outcome, setOutcome] = useState<'copied' | 'notCopied'>();
  const url = linkToRow(host.pageUrl, turn);
  if (url === undefined) return null;
  const share = async () => {
    try {
      if (navigator.share !== undefined && navigator.maxTouchPoints > 0) return await navigator.share({ url });
      await navigator.clipboard.writeText(url);
      setOutcome('copied');
    } catch (error) {
      // The shopper closed the device's window: no fault.
      if (!(error instanceof DOMException && error.name === 'AbortError')) setOutcome('notCopied');
    }
  };
  return (
    <div className="flex items-center">
      <span role="status" className="text-[0.8125rem]">
        {outcome && strings.row[outcome]}
      </span>
      <IconButton label={strings.row.share} onClick={share} className="text-muted hover:bg-sunken hover:text-ink">
        {outcome === 'copied' ? (
          <Check className="size-4.5" aria-hidden />
        ) : (
          <Share2 className="size-4.5" aria-hidden />
        )}
      </IconButton>
    </div>
  );
}
