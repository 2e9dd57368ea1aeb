import { isActive, type Turn } from '../state/conversation.ts';

/** The words of the answer. Beside a row they hold the room of two lines, so that streaming does not push the cards. */
export function Answer({ turn }: { turn: Turn }) {
  const text = turn.answer.trim();
  const streaming = isActive(turn) && text !== '';
  const holdsRoom = turn.live && turn.rows.length > 0 && (text !== '' || isActive(turn));
  if (text === '' && !holdsRoom) return null;
  return (
    <p
      className={`max-w-[68ch] text-[1.0625rem] leading-relaxed break-words whitespace-pre-wrap ${holdsRoom ? 'min-h-7' : ''}`}
    >
      {text}
      {streaming && (
        <span aria-hidden className="ms-1 inline-block size-2 animate-shimmer rounded-full bg-accent align-middle" />
      )}
    </p>
  );
}
