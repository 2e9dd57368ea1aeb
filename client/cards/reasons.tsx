import { Check, CircleHelp } from 'lucide-react';
import type { Card } from '../../server/contract/index.ts';
import { describeFacet } from '../constraints/describe-constraint.ts';
import { useApp } from '../ui/app-context.tsx';
import { distinctBy } from '../ui/distinct-by.ts';
import { showEvidence } from './show-evidence.ts';

interface ReasonsProps {
  card: Pick<Card, 'why' | 'unknowns'>;
  /** How many lines a card has room for; the detail sheet shows all. */
  limit?: number;
}

export function Reasons({ card, limit = Number.POSITIVE_INFINITY }: ReasonsProps) {
  const { strings, format } = useApp();
  if (card.why.length === 0 && card.unknowns.length === 0) return null;
  const reasons = distinctBy(card.why, ({ evidence }) => evidence);
  const unknowns = format.list(card.unknowns.map((facet) => describeFacet(facet, { strings })));
  return (
    <ul aria-label={strings.card.why} className="space-y-1 text-[0.8125rem] leading-snug">
      {reasons.slice(0, limit).map(({ evidence }) => (
        <li key={evidence} className="flex gap-1.5 text-muted">
          <Check className="mt-px size-4 shrink-0 text-accent" strokeWidth={2.5} aria-hidden />
          <span className="line-clamp-2 min-w-0 break-words">{showEvidence(evidence, strings)}</span>
        </li>
      ))}
      {card.unknowns.length > 0 && (
        <li className="flex gap-1.5 text-warn">
          <CircleHelp className="mt-px size-4 shrink-0" strokeWidth={2} aria-hidden />
          <span className="min-w-0 break-words">{strings.card.notStated(unknowns)}</span>
        </li>
      )}
    </ul>
  );
}
