import { useRef } from 'react';
import { isActive } from '../state/conversation.ts';
import { useApp, useAppState } from '../ui/app-context.tsx';
import { announceTurn } from './announce-turn.ts';

/** Says each turn once, when it is done: streamed text read word by word would be noise. */
export function TurnAnnouncer() {
  const { strings, format } = useApp();
  const turns = useAppState((state) => state.conversation.turns);
  const said = useRef('');
  const latest = turns.findLast((turn) => turn.live && !isActive(turn));
  if (latest !== undefined) said.current = announceTurn(latest, strings, format);
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {turns.length === 0 ? '' : said.current}
    </div>
  );
}
