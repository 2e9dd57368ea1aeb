import { Pin, X } from 'lucide-react';
import type { InterestView } from '../../server/contract/index.ts';
import { describeFacet } from '../constraints/describe-constraint.ts';
import { useApp, useAppState } from '../ui/app-context.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { Sheet } from '../ui/sheet.tsx';

interface InterestsSheetProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

type Interest = InterestView['likes'][number];

/** What is thought of the shopper's taste, why, and how to change it. */
export default function InterestsSheet({ open, onOpenChange }: InterestsSheetProps) {
  const { strings, format, connection } = useApp();
  const profile = useAppState((state) => state.conversation.interests);
  const words = strings.interests;
  const likes = profile?.likes ?? [];
  const band = profile?.priceBand;
  const money = (amount: number) => format.money({ amount, currency: band?.currency ?? 'USD' });
  return (
    <Sheet open={open} onOpenChange={onOpenChange} title={strings.header.interests} description={words.lead}>
      {likes.length === 0 && band === undefined && <p className="text-muted">{words.empty}</p>}
      <Group heading={words.likes} interests={likes.filter(({ weight }) => weight > 0)} />
      <Group heading={words.dislikes} interests={likes.filter(({ weight }) => weight < 0)} />
      {band && <p className="mt-4 text-sm">{words.priceBand(money(band.low), money(band.high))}</p>}
      {likes.length > 0 && (
        <Button className="mt-6" onClick={() => connection.editInterests({ forget: 'all' })}>
          {words.forgetAll}
        </Button>
      )}
    </Sheet>
  );
}

function Group({ heading, interests }: { heading: string; interests: Interest[] }) {
  if (interests.length === 0) return null;
  return (
    <section className="mb-6">
      <h3 className="text-sm font-semibold text-muted">{heading}</h3>
      <ul className="mt-1">
        {interests.map((interest) => (
          <InterestLine key={`${interest.facet} ${interest.value}`} interest={interest} />
        ))}
      </ul>
    </section>
  );
}

function InterestLine({ interest }: { interest: Interest }) {
  const { strings, connection } = useApp();
  const { facet, value, pinned, because } = interest;
  const words = strings.interests;
  return (
    <li className="flex items-center gap-1 border-b border-line py-2 last:border-0">
      <div className="min-w-0 flex-1">
        <p className="font-medium break-words">
          {value} <span className="font-normal text-muted">{describeFacet(facet, { strings })}</span>
        </p>
        <p className="text-[0.8125rem] text-muted">{because}</p>
      </div>
      <IconButton
        label={`${pinned ? words.pinned : words.pin}: ${value}`}
        aria-pressed={pinned}
        onClick={() => connection.editInterests({ pin: { facet, value } })}
        className={pinned ? 'text-accent' : 'text-muted hover:bg-sunken'}
      >
        <Pin className={`size-4.5 ${pinned ? 'fill-current' : ''}`} aria-hidden />
      </IconButton>
      <IconButton
        label={words.forget(value)}
        onClick={() => connection.editInterests({ forget: { facet, value } })}
        className="text-muted hover:bg-sunken"
      >
        <X className="size-4.5" aria-hidden />
      </IconButton>
    </li>
  );
}
