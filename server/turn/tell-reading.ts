import type { PartOf } from '../contract/part.ts';
import type { SessionMemory } from '../domain/session-memory.ts';
import type { TurnReading } from './read-turn.ts';
import type { TurnTools } from './run-turn.ts';

/** Says what was understood, by whom, and all wishes that are active with it. */
export function tellReading(
  { emit }: Pick<TurnTools, 'emit'>,
  { act, ledger, focus }: TurnReading,
  { dialogue }: SessionMemory,
  source: PartOf<'understanding'>['source'],
): void {
  const { constraints } = dialogue.wishes;
  const about = focus.ids.length > 0 ? { focus: focus.ids } : {};
  emit({ type: 'understanding', source, act, constraints, ledger, ...about });
}
