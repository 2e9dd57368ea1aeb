import type { ProductCard } from '../../server/contract/index.ts';
import { useApp } from '../ui/app-context.tsx';

/** From this stock on a number would only be noise. */
const FEW_LEFT = 5;

const DOTS = {
  in_stock: 'bg-accent',
  out_of_stock: 'bg-danger',
  preorder: 'bg-star',
  backorder: 'bg-star',
  unknown: 'bg-line-strong',
} as const;

export function Availability({ card }: { card: Pick<ProductCard, 'availability' | 'stock'> }) {
  const { strings, format } = useApp();
  const { availability, stock } = card;
  const few = availability === 'in_stock' && stock !== undefined && stock > 0 && stock <= FEW_LEFT;
  const words = few ? strings.card.stockLeft(stock, format.number(stock)) : strings.card.availability[availability];
  return (
    <p className="flex items-center gap-1.5 text-[0.8125rem] text-muted">
      <span aria-hidden className={`size-1.5 rounded-full ${few ? 'bg-star' : DOTS[availability]}`} />
      {words}
    </p>
  );
}
