import type { ProductCard as Product } from '../../server/contract/index.ts';
import { CompareToggle } from '../compare/compare-toggle.tsx';
import { useApp } from '../ui/app-context.tsx';
import { Availability } from './availability.tsx';
import { CardFrame, type CardPlace } from './card-frame.tsx';
import { CartButton } from './cart-button.tsx';
import { MoreLikeThis } from './more-like-this.tsx';
import { OpinionButtons } from './opinion-buttons.tsx';
import { Picture } from './picture.tsx';
import { Price } from './price.tsx';
import { Rating } from './rating.tsx';
import { Reasons } from './reasons.tsx';

interface ProductCardProps {
  card: Product;
  place: CardPlace;
  onOpen: () => void;
}

export function ProductCard({ card, place, onOpen }: ProductCardProps) {
  return (
    <CardFrame card={card} place={place} media={<ProductPicture card={card} place={place} />}>
      <div>
        <Maker card={card} />
        <h3 className="text-[0.9375rem] leading-snug font-medium">
          {/* The button covers the card, so that all of it opens the details; other controls lie above it. */}
          <button
            type="button"
            onClick={onOpen}
            className="text-start outline-none after:absolute after:inset-0 after:rounded-card focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
          >
            <span className="line-clamp-2 min-h-[2lh] break-words">{card.title}</span>
          </button>
        </h3>
      </div>
      {card.rating && card.rating.count > 0 && <Rating rating={card.rating} />}
      <Price card={card} />
      <Availability card={card} />
      {card.more && <MoreLikeThis more={card.more} />}
      <Reasons card={card} limit={3} />
      <div className="relative mt-auto flex gap-2">
        <CartButton card={card} place={place} className="min-w-0 flex-1" />
        <CompareToggle card={card} />
      </div>
    </CardFrame>
  );
}

function ProductPicture({ card, place }: Pick<ProductCardProps, 'card' | 'place'>) {
  return (
    <>
      <Picture src={card.image} seed={card.id} className="aspect-square" />
      <OpinionButtons card={card} place={place} className="absolute end-1 top-1 z-1" />
    </>
  );
}

function Maker({ card }: { card: Product }) {
  const { strings } = useApp();
  const by = card.seller === undefined || card.seller === card.brand ? undefined : strings.card.by(card.seller);
  const words = [card.brand, by].filter((part) => part !== undefined).join(' · ');
  return words === '' ? null : <p className="mb-1 truncate text-xs text-muted">{words}</p>;
}
