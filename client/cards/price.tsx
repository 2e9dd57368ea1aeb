import type { ProductCard } from '../../server/contract/index.ts';
import { useApp } from '../ui/app-context.tsx';

/** A discount below this share is rounding, not an offer. */
const SMALLEST_DISCOUNT = 0.01;

export function Price({ card, large = false }: { card: ProductCard; large?: boolean }) {
  const { strings, format } = useApp();
  const { price, listPrice } = card;
  if (price === undefined) return <p className="text-sm text-muted">{strings.card.noPrice}</p>;
  const discount = discountOf(card);
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5 tabular-nums">
      <span className={`font-semibold tracking-tight ${large ? 'text-2xl' : 'text-lg'}`}>
        <span className="sr-only">{strings.card.nowPrice(format.money(price))}</span>
        <span aria-hidden>{format.money(price)}</span>
      </span>
      {discount !== undefined && listPrice && (
        <>
          <s className="text-sm text-muted">
            <span className="sr-only">{strings.card.wasPrice(format.money(listPrice))}</span>
            <span aria-hidden>{format.money(listPrice)}</span>
          </s>
          <span className="text-sm font-semibold text-danger">{strings.card.discount(format.percent(discount))}</span>
        </>
      )}
    </p>
  );
}

/** As a share of the list price; only where both are in one currency and there is something to save. */
export function discountOf({ price, listPrice }: Pick<ProductCard, 'price' | 'listPrice'>): number | undefined {
  if (price === undefined || listPrice === undefined || price.currency !== listPrice.currency) return undefined;
  const share = (listPrice.amount - price.amount) / listPrice.amount;
  return share >= SMALLEST_DISCOUNT ? share : undefined;
}
