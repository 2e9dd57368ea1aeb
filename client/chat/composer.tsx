import { ArrowUp, Square } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useLayoutEffect } from 'react';
import { isActive } from '../state/conversation.ts';
import { useApp, useAppState } from '../ui/app-context.tsx';
import { IconButton } from '../ui/button.tsx';
import { VoiceButton } from './voice-button.tsx';

const ROUND = 'bg-accent text-on-accent hover:bg-accent-strong disabled:bg-sunken disabled:text-muted';
/** The contract's limit on one message. */
const MAX_CHARS = 2000;
/** From here on the counter is shown. */
const COUNTER_BELOW = 200;

interface ComposerProps {
  draft: string;
  onDraft: (draft: string) => void;
  field: RefObject<HTMLTextAreaElement | null>;
}

export function Composer({ draft, onDraft, field }: ComposerProps) {
  const { strings, connection } = useApp();
  const turns = useAppState((state) => state.conversation.turns);
  const running = turns.at(-1);
  const lastText = turns.findLast((turn) => turn.text !== undefined)?.text;
  const left = MAX_CHARS - draft.length;
  const canSend = draft.trim() !== '' && left >= 0;
  useAutosize(field, draft);

  const send = () => {
    if (!canSend) return;
    connection.send({ text: draft.trim() });
    onDraft('');
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // While an input method composes a character, Enter belongs to it.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      send();
    } else if (event.key === 'ArrowUp' && draft === '' && lastText !== undefined) {
      event.preventDefault();
      onDraft(lastText);
    }
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      className="flex items-end gap-2 rounded-[1.75rem] border border-line-strong bg-raised p-1.5 shadow-dock transition-[border-color] focus-within:border-accent focus-within:ring-1 focus-within:ring-accent"
    >
      <div className="min-w-0 flex-1">
        <textarea
          ref={field}
          id="message"
          rows={1}
          value={draft}
          onChange={(event) => onDraft(event.target.value)}
          onKeyDown={onKeyDown}
          aria-label={strings.composer.label}
          aria-describedby="message-hint"
          aria-invalid={left < 0}
          placeholder={turns.length === 0 ? strings.composer.placeholder : strings.composer.placeholderAgain}
          enterKeyHint="send"
          autoComplete="off"
          className="block max-h-48 min-h-11 w-full resize-none overflow-y-auto bg-transparent px-4 py-2.5 text-base leading-6 outline-none placeholder:text-muted"
        />
        <p id="message-hint" className="sr-only">
          {strings.composer.hint}
        </p>
        <Counter left={left} />
      </div>
      <VoiceButton draft={draft} onDraft={onDraft} />
      {running !== undefined && isActive(running) && draft.trim() === '' ? (
        <IconButton label={strings.composer.stop} onClick={() => connection.cancel(running.turnId)} className={ROUND}>
          <Square className="size-4 fill-current" aria-hidden />
        </IconButton>
      ) : (
        <IconButton label={strings.composer.send} disabled={!canSend} onClick={send} className={ROUND}>
          <ArrowUp className="size-5" strokeWidth={2.5} aria-hidden />
        </IconButton>
      )}
    </form>
  );
}

function Counter({ left }: { left: number }) {
  const { strings, format } = useApp();
  if (left > COUNTER_BELOW) return null;
  return (
    <p
      role="status"
      className={`px-4 pb-1.5 text-xs tabular-nums ${left < 0 ? 'font-semibold text-danger' : 'text-muted'}`}
    >
      {strings.composer.left(left, format.number(left))}
    </p>
  );
}

/** Grows with its text up to the height that the style sets. */
function useAutosize(field: RefObject<HTMLTextAreaElement | null>, draft: string) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text, which the effect reads from the element
  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return;
    element.style.blockSize = 'auto';
    element.style.blockSize = `${element.scrollHeight}px`;
  }, [field, draft]);
}
