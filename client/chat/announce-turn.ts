import type { Format } from '../format/create-format.ts';
import type { Turn } from '../state/conversation.ts';
import type { Strings } from '../strings/en.ts';

/** One finished turn in one breath for a screen reader: the answer, how many results, what went wrong. */
export function announceTurn(turn: Turn, strings: Strings, format: Format): string {
  if (turn.status === 'failed') return `${strings.turn.failed} ${turn.error?.message ?? ''}`.trim();
  if (turn.status === 'stopped') return strings.turn.stopped;
  const results = turn.rows.map((row) => {
    const shown = format.number(row.cards.length);
    const count = strings.row.showing(shown, format.number(row.total));
    return row.nearMiss === undefined ? `${strings.row.label}: ${count}.` : `${strings.row.nearMiss}. ${count}.`;
  });
  const question = turn.question?.question ?? '';
  return [turn.answer.trim(), ...results, question].filter((part) => part !== '').join(' ');
}
