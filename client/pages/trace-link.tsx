import { usePage } from './page-context.tsx';
import { withLanguage } from './with-language.ts';

/** To the newest turn that is an example of `what`. */
export function TraceLink({ turnId, what }: { turnId: string; what: string }) {
  const { words } = usePage();
  return (
    <a
      href={withLanguage(`/trace/${turnId}`)}
      className="inline-flex min-h-6 items-center text-accent-strong underline underline-offset-4"
    >
      {words.example}
      <span className="sr-only">{words.exampleOf(what)}</span>
    </a>
  );
}
