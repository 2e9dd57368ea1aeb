import { Check, ShoppingBag } from 'lucide-react';
import type { ProductCard } from '../../server/contract/index.ts';
import { useApp, useAppState } from '../ui/app-context.tsx';
import { Button } from '../ui/button.tsx';
import type { CardPlace } from './card-frame.tsx';

interface CartButtonProps {
  card: ProductCard;
  place: CardPlace;
  look?: 'outline' | 'primary';
  className?: string;
}

/** Adds, and takes out again on a second press. */
export function CartButton({ card, place, look = 'outline', className = '' }: CartButtonProps) {
  const { strings, connection } = useApp();
  const quantity = useAppState((state) => state.marks.cart.find((line) => line.card.id === card.id)?.quantity ?? 0);
  const inCart = quantity > 0;
  const soldOut = card.availability === 'out_of_stock';
  const offer = soldOut ? strings.card.availability.out_of_stock : strings.card.addToCart;
  const words = inCart ? strings.card.inCart : offer;
  const action = inCart ? strings.card.removeFromCart : strings.card.addToCart;
  const takeOrAdd = () => {
    if (!inCart) connection.mark('cart-add', card, place.turnId);
    else for (let left = quantity; left > 0; left--) connection.mark('cart-remove', card, place.turnId);
  };
  return (
    <Button
      look={look}
      disabled={soldOut && !inCart}
      aria-label={`${words}: ${card.title}`}
      aria-pressed={inCart}
      title={action}
      onClick={() => takeOrAdd()}
      className={`${inCart && look === 'outline' ? 'border-accent bg-accent-soft text-accent-strong' : ''} ${className}`}
    >
      {inCart ? <Check className="size-4.5" aria-hidden /> : <ShoppingBag className="size-4.5" aria-hidden />}
      {words}
    </Button>
  );
}
