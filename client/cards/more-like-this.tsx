import { Layers } from 'lucide-react';
import type { ProductCard } from '../../server/contract/index.ts';
import { useApp } from '../ui/app-context.tsx';

/** Says which near-duplicates stand behind this card; "show more" brings them as cards of their own. */
export function MoreLikeThis({ more }: { more: NonNullable<ProductCard['more']> }) {
  const { strings, format } = useApp();
  const { count, values } = more;
  const words =
    values.length > 0
      ? strings.card.alsoIn(format.list(values))
      : strings.card.moreLikeThis(count, format.number(count));
  return (
    <p className="flex gap-1.5 text-[0.8125rem] leading-snug text-muted">
      <Layers className="mt-px size-4 shrink-0" strokeWidth={2} aria-hidden />
      <span className="line-clamp-2 min-w-0 break-words">{words}</span>
    </p>
  );
}
