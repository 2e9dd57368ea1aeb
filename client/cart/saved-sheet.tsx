import { HeartOff } from 'lucide-react';
import { CartButton } from '../cards/cart-button.tsx';
import { Picture } from '../cards/picture.tsx';
import { useApp, useAppState } from '../ui/app-context.tsx';
import { IconButton } from '../ui/button.tsx';
import { Sheet } from '../ui/sheet.tsx';

interface SavedSheetProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

const NO_PLACE = { turnId: undefined, live: false, focused: false };

export default function SavedSheet({ open, onOpenChange }: SavedSheetProps) {
  const { strings, format, connection } = useApp();
  const saved = useAppState((state) => state.marks.saved);
  const words = strings.header;
  return (
    <Sheet open={open} onOpenChange={onOpenChange} title={words.saved} description={words.savedLead}>
      {saved.length === 0 && <p className="text-muted">{words.savedEmpty}</p>}
      <ul>
        {saved.map((card) => (
          <li key={card.id} className="flex gap-4 border-b border-line py-4 first:pt-0 last:border-0">
            <Picture
              src={card.kind === 'product' ? card.image : card.poster}
              seed={card.id}
              className="size-20 shrink-0 rounded-2xl"
            />
            <div className="min-w-0 flex-1">
              <p className="line-clamp-2 leading-snug font-medium break-words">{card.title}</p>
              {card.kind === 'product' && card.price && (
                <p className="mt-1 font-semibold tabular-nums">{format.money(card.price)}</p>
              )}
              <div className="mt-2 flex items-center gap-2">
                {card.kind === 'product' && <CartButton card={card} place={NO_PLACE} />}
                <IconButton
                  label={strings.interests.forget(card.title)}
                  onClick={() => connection.markHere({ type: 'unsaved', itemId: card.id })}
                  className="ms-auto text-muted hover:bg-sunken hover:text-ink"
                >
                  <HeartOff className="size-4.5" aria-hidden />
                </IconButton>
              </div>
            </div>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
