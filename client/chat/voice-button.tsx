import { Mic } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useApp } from '../ui/app-context.tsx';
import { IconButton } from '../ui/button.tsx';
import { findRecognition, listen } from './speech.ts';

interface VoiceButtonProps {
  draft: string;
  onDraft: (draft: string) => void;
}

/** Writes what is spoken into the message field; sending stays with the shopper. Not there where the browser cannot listen. */
export function VoiceButton({ draft, onDraft }: VoiceButtonProps) {
  const { strings, locale, store } = useApp();
  const [listening, setListening] = useState<{ stop(): void }>();
  const latest = useRef(listening);
  latest.current = listening;
  useEffect(() => () => latest.current?.stop(), []);
  const Recognition = findRecognition(window);
  if (Recognition === undefined) return null;
  const start = () => {
    const before = draft.trim() === '' ? '' : `${draft.trim()} `;
    setListening(
      listen(Recognition, locale, {
        onText: (text) => onDraft(before + text),
        onEnd: () => setListening(undefined),
        onFault: () => store.set({ notice: 'not-heard' }),
      }),
    );
  };
  return (
    <IconButton
      label={listening ? strings.composer.listening : strings.composer.speak}
      aria-pressed={listening !== undefined}
      onClick={() => (listening ? listening.stop() : start())}
      className={listening ? 'animate-shimmer bg-danger-soft text-danger' : 'text-muted hover:bg-sunken hover:text-ink'}
    >
      <Mic className="size-5" aria-hidden />
    </IconButton>
  );
}
