/** The part of the Web Speech API that is used; TypeScript's DOM library does not carry it. */
interface Recognition extends EventTarget {
  lang: string;
  interimResults: boolean;
  start(): void;
  stop(): void;
  abort(): void;
}
export type RecognitionConstructor = new () => Recognition;

interface RecognitionResult {
  results: ArrayLike<ArrayLike<{ transcript: string }>>;
}

/** Undefined where the browser has no speech recognition: then nothing of it is shown. */
export function findRecognition(scope: object): RecognitionConstructor | undefined {
  const found =
    (scope as Record<string, unknown>).SpeechRecognition ?? (scope as Record<string, unknown>).webkitSpeechRecognition;
  return typeof found === 'function' ? (found as RecognitionConstructor) : undefined;
}

interface Listeners {
  /** All that was heard so far. */
  onText: (text: string) => void;
  onEnd: () => void;
  onFault: () => void;
}

/** Faults that are no fault: silence, and the shopper's own stop. */
const QUIET = new Set(['no-speech', 'aborted']);

/** Listens until there is silence or `stop` is called; `onEnd` comes once in any case. */
export function listen(Recognition: RecognitionConstructor, locale: string, on: Listeners): { stop(): void } {
  const recognition = new Recognition();
  recognition.lang = locale;
  recognition.interimResults = true;
  recognition.addEventListener('result', (event) => {
    const { results } = event as Event & RecognitionResult;
    on.onText(
      Array.from(results, (result) => result[0]?.transcript ?? '')
        .join('')
        .trim(),
    );
  });
  recognition.addEventListener('error', (event) => {
    if (!QUIET.has((event as Event & { error: string }).error)) on.onFault();
  });
  recognition.addEventListener('end', on.onEnd);
  recognition.start();
  return { stop: () => recognition.stop() };
}
