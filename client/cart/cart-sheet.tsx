import { ExternalLink, Minus, Plus, Trash2 } from 'lucide-react';
import { isWebAddress } from '../cards/is-web-address.ts';
import { Picture } from '../cards/picture.tsx';
import { findCard } from '../state/find-card.ts';
import { useApp, useAppState } from '../ui/app-context.tsx';
import { IconButton } from '../ui/button.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { buildCheckoutUrl, type CheckedCart, type CheckedLine, readCart } from './read-cart.ts';

interface CartSheetProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export default function CartSheet({ open, onOpenChange }: CartSheetProps) {
  const { strings } = useApp();
  const marks = useAppState((state) => state.marks.cart);
  const turns = useAppState((state) => state.conversation.turns);
  const cart = readCart(marks, (id) => findCard(turns, id));
  return (
    <Sheet open={open} onOpenChange={onOpenChange} title={strings.cart.title}>
      {cart.lines.length === 0 ? (
        <p className="text-muted">{strings.cart.empty}</p>
      ) : (
        <>
          <ul>
            {cart.lines.map((line) => (
              <Line key={line.card.id} line={line} />
            ))}
          </ul>
          <Totals cart={cart} />
        </>
      )}
    </Sheet>
  );
}

function Line({ line }: { line: CheckedLine }) {
  const { strings, format, connection } = useApp();
  const { card, now, quantity } = line;
  const words = strings.cart;
  const look = 'text-muted hover:bg-sunken hover:text-ink';
  const takeOut = () => {
    for (let left = quantity; left > 0; left--) connection.mark('cart-remove', now);
  };
  return (
    <li className="flex gap-4 border-b border-line py-4 first:pt-0">
      <Picture src={card.image} seed={card.id} className="size-20 shrink-0 rounded-2xl" />
      <div className="min-w-0 flex-1">
        <p className="line-clamp-2 leading-snug font-medium break-words">{card.title}</p>
        <p className="mt-1 font-semibold tabular-nums">{now.price ? format.money(now.price) : strings.card.noPrice}</p>
        {line.priceChanged && card.price && now.price && (
          <p className="text-[0.8125rem] text-warn">
            {words.priceChanged(format.money(card.price), format.money(now.price))}
          </p>
        )}
        {line.soldOut && <p className="text-[0.8125rem] text-danger">{words.soldOut}</p>}
        <fieldset className="mt-1 -ms-2 flex items-center">
          <legend className="sr-only">{words.quantity}</legend>
          <IconButton
            label={words.less(card.title)}
            className={look}
            onClick={() => connection.mark('cart-remove', now)}
          >
            <Minus className="size-4" aria-hidden />
          </IconButton>
          <output aria-label={words.quantity} className="min-w-6 text-center font-medium tabular-nums">
            {format.number(quantity)}
          </output>
          <IconButton
            label={words.more(card.title)}
            className={look}
            disabled={line.soldOut}
            onClick={() => connection.mark('cart-add', now)}
          >
            <Plus className="size-4" aria-hidden />
          </IconButton>
          <IconButton label={words.remove(card.title)} className={`ms-auto ${look}`} onClick={takeOut}>
            <Trash2 className="size-4" aria-hidden />
          </IconButton>
        </fieldset>
      </div>
    </li>
  );
}

function Totals({ cart }: { cart: CheckedCart }) {
  const { strings, format, host } = useApp();
  const words = strings.cart;
  const checkout = host.checkoutUrl && buildCheckoutUrl(host.checkoutUrl, cart.lines);
  return (
    <div className="sticky bottom-0 -mx-6 -mb-8 bg-surface px-6 pt-4 pb-8">
      <p role="status" className="flex justify-between gap-4 text-lg font-semibold tabular-nums">
        <span>{words.total}</span>
        <span>{format.list(cart.totals.map(format.money))}</span>
      </p>
      {cart.withoutPrice > 0 && (
        <p className="text-end text-[0.8125rem] text-muted">
          {words.withoutPrice(cart.withoutPrice, format.number(cart.withoutPrice))}
        </p>
      )}
      {checkout && isWebAddress(checkout) ? (
        <a
          href={checkout}
          target="_top"
          className="mt-4 flex min-h-12 items-center justify-center gap-2 rounded-full bg-accent font-medium text-on-accent hover:bg-accent-strong"
        >
          {words.checkout}
          <ExternalLink className="size-4" aria-hidden />
        </a>
      ) : (
        <p className="mt-3 text-sm text-muted">{words.noCheckout}</p>
      )}
    </div>
  );
}
