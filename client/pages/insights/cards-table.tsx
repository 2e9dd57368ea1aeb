import type { Insights } from '../../../server/contract/insights.ts';
import { DataTable } from '../data-table.tsx';
import { usePage } from '../page-context.tsx';
import { Section } from '../section.tsx';
import { ShareBar } from '../share-bar.tsx';

/** From a card on the screen to the till. */
export function CardsTable({ insights: { interactions } }: { insights: Insights }) {
  const { words, format } = usePage();
  const { cardsSeen, cartByWords, dislikes, cartRemovals, funnel } = interactions;
  const lead = [cardsSeen, cartByWords, dislikes, cartRemovals].map(format.number) as [string, string, string, string];
  return (
    <Section heading={words.cards.heading} lead={words.cards.lead(...lead)}>
      <DataTable
        caption={words.cards.heading}
        hideCaption
        empty={words.none}
        columns={[
          { label: words.cards.step },
          { label: words.times, number: true },
          { label: words.cards.cards, number: true },
          { label: words.cards.ofSeen, number: true },
        ]}
        rows={funnel.map(({ kind, times, cards }) => {
          const share = cardsSeen === 0 ? 0 : cards / cardsSeen;
          return {
            key: kind,
            cells: [
              words.cards.kinds[kind],
              format.number(times),
              format.number(cards),
              <span key="share" className="inline-flex items-center justify-end gap-2">
                {cardsSeen === 0 ? words.none : format.percent(share)} <ShareBar share={share} />
              </span>,
            ],
          };
        })}
      />
    </Section>
  );
}
