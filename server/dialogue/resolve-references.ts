import { compileConstraint } from '../criteria/compile-criterion.ts';
import { judge } from '../domain/criterion.ts';
import type { DialogueState } from '../domain/dialogue-state.ts';
import type { IndexedItem } from '../domain/indexed-item.ts';
import type { Reference } from '../domain/intent.ts';
import type { Lexicon } from '../language/lexicon.ts';

export interface Resolved {
  /** Item ids, in the order of mention. */
  ids: string[];
  /** References to something that was never shown ("the ninth one" of six). */
  missing: string[];
}

/** Which shown items are meant. `shown` holds the records of the latest row. */
export function resolveReferences(
  references: readonly Reference[],
  state: DialogueState,
  shown: readonly IndexedItem[],
  lexicon: Lexicon,
): Resolved {
  const resolved: Resolved = { ids: [], missing: [] };
  for (const reference of references) {
    const ids = resolveOne(reference, state, shown, lexicon);
    if (ids.length === 0) resolved.missing.push(reference.words);
    resolved.ids.push(...ids);
  }
  return { ids: [...new Set(resolved.ids)], missing: resolved.missing };
}

function resolveOne(
  reference: Reference,
  state: DialogueState,
  shown: readonly IndexedItem[],
  lexicon: Lexicon,
): string[] {
  const row = state.rows.at(-1)?.items ?? [];
  switch (reference.by) {
    case 'ordinal': {
      const id = row.at(reference.ordinal > 0 ? reference.ordinal - 1 : reference.ordinal);
      return id === undefined ? [] : [id];
    }
    case 'first':
      return row.slice(0, reference.count);
    case 'focus':
      return state.focus.length > 0 ? state.focus.slice(0, 1) : row.slice(0, 1);
    case 'all':
      return state.focus.length > 1 ? state.focus : row;
    case 'value': {
      const criteria = reference.constraints.flatMap((constraint) => compileConstraint(constraint, lexicon));
      return shown.filter((item) => criteria.every((one) => judge(one, item) === 'yes')).map(({ item }) => item.id);
    }
    case 'extreme': {
      const { facet, direction } = reference.order;
      const among = state.focus.length > 1 ? shown.filter(({ item }) => state.focus.includes(item.id)) : shown;
      const ranked = among
        .filter(({ numbers }) => numbers[facet] !== undefined)
        .sort((a, b) => (a.numbers[facet] ?? 0) - (b.numbers[facet] ?? 0));
      const best = direction === 'ascending' ? ranked[0] : ranked.at(-1);
      return best ? [best.item.id] : [];
    }
  }
}
