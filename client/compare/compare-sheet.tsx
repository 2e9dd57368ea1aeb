import { X } from 'lucide-react';
import { useState } from 'react';
import type { ProductCard } from '../../server/contract/index.ts';
import { CartButton } from '../cards/cart-button.tsx';
import { Picture } from '../cards/picture.tsx';
import { useApp, useAppState } from '../ui/app-context.tsx';
import { IconButton } from '../ui/button.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { type ComparedFacet, compareCards } from './compare-cards.ts';

interface CompareSheetProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

const NO_PLACE = { turnId: undefined, live: false, focused: false };

/** Up to four cards as columns, their facts as rows; a difference is marked in words too, silence is named. */
export default function CompareSheet({ open, onOpenChange }: CompareSheetProps) {
  const { strings, format } = useApp();
  const picks = useAppState((state) => state.marks.picks);
  const [onlyDifferences, setOnlyDifferences] = useState(false);
  const words = strings.compare;
  const facets = compareCards(picks, { strings, format });
  const different = facets.filter(({ differs }) => differs);
  const lead = different.length === 0 ? words.same : words.lead(format.list(different.map(({ name }) => name)));
  return (
    <Sheet open={open} onOpenChange={onOpenChange} shape="wide" title={words.title} description={lead}>
      <label className="mb-3 inline-flex min-h-11 cursor-pointer items-center gap-2.5 text-sm">
        <input
          type="checkbox"
          checked={onlyDifferences}
          onChange={(event) => setOnlyDifferences(event.target.checked)}
          className="size-5 accent-accent"
        />
        {words.onlyDifferences}
      </label>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section aria-label={words.facet} tabIndex={0} className="-mx-6 overflow-x-auto px-6">
        <table className="w-full table-fixed border-separate border-spacing-0 text-start text-sm">
          <thead>
            <tr className="align-top">
              <th scope="col" className="sticky start-0 z-1 w-28 bg-surface sm:w-36">
                <span className="sr-only">{words.facet}</span>
              </th>
              {picks.map((card) => (
                <ColumnHead key={card.id} card={card} />
              ))}
            </tr>
          </thead>
          <tbody>
            {(onlyDifferences ? different : facets).map((facet) => (
              <FacetLine key={facet.facet} {...facet} ids={picks.map(({ id }) => id)} />
            ))}
          </tbody>
        </table>
      </section>
    </Sheet>
  );
}

function ColumnHead({ card }: { card: ProductCard }) {
  const { strings, connection } = useApp();
  return (
    <th scope="col" className="w-40 p-2 pb-4 text-start font-medium">
      <div className="flex items-start justify-between">
        <Picture src={card.image} seed={card.id} className="size-24 rounded-2xl" />
        <IconButton
          label={strings.compare.drop(card.title)}
          onClick={() => connection.markHere({ type: 'picked', card, on: false })}
          className="-me-1 text-muted hover:bg-sunken hover:text-ink"
        >
          <X className="size-4" aria-hidden />
        </IconButton>
      </div>
      <p className="mt-2 line-clamp-2 min-h-[2lh] leading-snug break-words">{card.title}</p>
      <CartButton card={card} place={NO_PLACE} className="mt-2 w-full" />
    </th>
  );
}

function FacetLine({ name, values, differs, ids }: ComparedFacet & { ids: string[] }) {
  const { strings } = useApp();
  const tint = differs ? 'bg-accent-soft' : '';
  return (
    <tr>
      <th
        scope="row"
        className="sticky start-0 z-1 border-t border-line bg-surface py-2 pe-3 text-start align-top font-normal break-words text-muted"
      >
        {name}
        {differs && <span className="ms-1.5 text-xs font-semibold text-accent-strong">{strings.compare.differs}</span>}
      </th>
      {values.map((value, index) => (
        <td key={ids[index]} className={`border-t border-line px-2 py-2 align-top break-words ${tint}`}>
          {value ?? <span className="text-warn italic">{strings.compare.notStated}</span>}
        </td>
      ))}
    </tr>
  );
}
