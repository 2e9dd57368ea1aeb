import { Gift, Sparkles, Tag, Wand } from 'lucide-react';
import { useApp, useAppState } from '../ui/app-context.tsx';

const EXAMPLE_AMOUNT = 50;
const ICONS = [Tag, Gift, Sparkles, Wand];

/** The first screen: what this is for, and four ways to begin that suit any shop. */
export function EmptyState() {
  const { strings, format, connection } = useApp();
  const catalog = useAppState((state) => state.conversation.catalog);
  const price = format.money({ amount: EXAMPLE_AMOUNT, currency: catalog?.currency ?? 'USD' });
  return (
    <div className="mx-auto flex min-h-full max-w-2xl flex-col justify-center py-10 text-center">
      <h2 className="animate-rise text-[2rem] leading-tight font-semibold tracking-tight text-balance sm:text-[2.75rem]">
        {strings.empty.title}
      </h2>
      {catalog && (
        <p className="mx-auto mt-4 max-w-md animate-rise text-base leading-relaxed text-balance text-muted [animation-delay:60ms] sm:text-[1.0625rem]">
          {strings.empty.lead(catalog.name)}
        </p>
      )}
      <ul
        aria-label={strings.empty.examplesLabel}
        className="mt-9 grid animate-rise gap-3 text-start [animation-delay:120ms] sm:grid-cols-2"
      >
        {strings.empty.examples(price).map((example, index) => {
          const Icon = ICONS[index] ?? Sparkles;
          return (
            <li key={example}>
              <button
                type="button"
                onClick={() => connection.send({ text: example })}
                className="flex min-h-14 w-full items-center gap-3.5 rounded-card border border-line bg-surface px-4 py-3 text-start text-[0.9375rem] shadow-card transition-[box-shadow,translate] hover:-translate-y-0.5 hover:shadow-lift"
              >
                <Icon className="size-5 shrink-0 text-accent" strokeWidth={1.75} aria-hidden />
                {example}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
