import { ExternalLink } from 'lucide-react';
import type { ProductCard } from '../../server/contract/index.ts';
import { CompareToggle } from '../compare/compare-toggle.tsx';
import { describeFacet } from '../constraints/describe-constraint.ts';
import type { Strings } from '../strings/en.ts';
import { useApp } from '../ui/app-context.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { showValue } from '../ui/show-value.ts';
import { AskItem } from './ask-item.tsx';
import { Availability } from './availability.tsx';
import type { CardPlace } from './card-frame.tsx';
import { CartButton } from './cart-button.tsx';
import { isWebAddress } from './is-web-address.ts';
import { OpinionButtons } from './opinion-buttons.tsx';
import { Picture } from './picture.tsx';
import { Price } from './price.tsx';
import { Rating } from './rating.tsx';
import { Reasons } from './reasons.tsx';

interface DetailSheetProps {
  card: ProductCard;
  place: CardPlace;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export default function DetailSheet({ card, place, open, onOpenChange }: DetailSheetProps) {
  const { strings } = useApp();
  return (
    <Sheet open={open} onOpenChange={onOpenChange} title={card.title}>
      <Picture src={card.image} seed={card.id} className="mx-auto aspect-square max-h-72 rounded-card" />
      <div className="mt-5 space-y-3">
        <Price card={card} large />
        {card.rating && card.rating.count > 0 && <Rating rating={card.rating} />}
        <Availability card={card} />
        <Reasons card={card} />
      </div>
      <div className="mt-6 flex flex-wrap items-center gap-2">
        <CartButton card={card} place={place} look="primary" className="flex-1" />
        <CompareToggle card={card} />
        <OpinionButtons card={card} place={place} />
      </div>
      <AskItem card={card} onAsked={() => onOpenChange(false)} />
      {card.url && isWebAddress(card.url) && <ShopLink url={card.url} />}
      <Facts card={card} strings={strings} />
    </Sheet>
  );
}

function ShopLink({ url }: { url: string }) {
  const { strings } = useApp();
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer"
      className="mt-2 inline-flex min-h-11 items-center gap-2 text-sm font-medium text-accent-strong underline-offset-4 hover:underline"
    >
      {strings.card.toShop}
      <ExternalLink className="size-4" aria-hidden />
    </a>
  );
}

function Facts({ card, strings }: { card: ProductCard; strings: Strings }) {
  const facts = useFacts(card);
  return (
    <section className="mt-6 border-t border-line pt-5">
      <h3 className="font-semibold">{strings.card.facts}</h3>
      <p className="mt-0.5 text-[0.8125rem] text-muted">
        {facts.length === 0 ? strings.card.noFacts : strings.card.factsSource}
      </p>
      <dl className="mt-3 text-sm">
        {facts.map(({ name, value }) => (
          <div
            key={name}
            className="grid grid-cols-[minmax(7rem,2fr)_3fr] gap-4 border-b border-line py-2.5 last:border-0"
          >
            <dt className="text-muted break-words">{name}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function useFacts(card: ProductCard): { name: string; value: string }[] {
  const { strings, format } = useApp();
  const own = [
    { name: strings.card.brand, value: card.brand },
    { name: strings.card.category, value: card.category?.join(' › ') },
    { name: strings.card.seller, value: card.seller },
  ];
  const stated = Object.entries(card.attributes).map(([facet, value]) => ({
    name: describeFacet(facet, { strings }),
    value: showValue(value, { strings, format }),
  }));
  return [...own, ...stated].flatMap(({ name, value }) => (value ? [{ name, value }] : []));
}
