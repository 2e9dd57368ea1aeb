import { Star } from 'lucide-react';
import type { ProductCard } from '../../server/contract/index.ts';
import { useApp } from '../ui/app-context.tsx';

/** Stars for the eye, one sentence for the ear. */
export function Rating({ rating }: { rating: NonNullable<ProductCard['rating']> }) {
  const { strings, format } = useApp();
  const average = Math.max(0, Math.min(5, rating.average));
  const count = format.number(rating.count);
  return (
    <p className="flex items-center gap-1.5 text-[0.8125rem] text-muted">
      <span className="sr-only">{strings.card.rating(format.rating(average), rating.count, count)}</span>
      <span aria-hidden className="relative inline-flex">
        <Stars className="text-line" />
        <span className="absolute inset-y-0 start-0 overflow-hidden" style={{ inlineSize: `${(average / 5) * 100}%` }}>
          <Stars className="text-star" />
        </span>
      </span>
      <span aria-hidden className="tabular-nums">
        {format.rating(average)} <span className="ms-0.5">({count})</span>
      </span>
    </p>
  );
}

const FIVE = ['one', 'two', 'three', 'four', 'five'];

function Stars({ className }: { className: string }) {
  return (
    <span className={`flex w-max ${className}`}>
      {FIVE.map((name) => (
        <Star key={name} className="size-3.5 fill-current" strokeWidth={0} />
      ))}
    </span>
  );
}
