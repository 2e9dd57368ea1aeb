import type { Act, LedgerEntry, StateEdit } from '../contract/constraint.ts';
import { resolveComparison } from '../dialogue/resolve-comparison.ts';
import { type Resolved, resolveReferences } from '../dialogue/resolve-references.ts';
import type { DialogueState } from '../domain/dialogue-state.ts';
import type { IndexedItem } from '../domain/indexed-item.ts';
import type { Change, Intent, Reference } from '../domain/intent.ts';
import type { ParseContext } from '../understanding/parse-context.ts';
import type { TurnTools } from './run-turn.ts';

/** An intent with every reference and comparison resolved against what is on the screen. */
export interface TurnReading {
  act: Act;
  /** As the parser gave it, before anything was resolved. */
  intent: Intent;
  changes: Change[];
  ledger: LedgerEntry[];
  focus: Resolved;
  asked: string[];
  /** The turn shows a row of products; otherwise it answers in words. */
  showsRow: boolean;
  /** Records of the latest row and of what is in focus. */
  shown: IndexedItem[];
}

const SHOWS_ROW = new Set<Act>(['search', 'refine', 'relax', 'undo', 'more', 'similar']);

export async function readTurn(tools: TurnTools): Promise<TurnReading> {
  const { input, shop, signal } = tools;
  const { dialogue } = input.memory;
  const row = dialogue.rows.at(-1);
  const intent = input.edit ? intentOfEdit(input.edit) : shop.parser.parse(input.text ?? '', contextOf(tools));
  const shown =
    needsRecords(intent) && row
      ? await shop.retriever.items([...new Set([...row.items, ...dialogue.focus])], signal)
      : [];
  const references = intent.references.length > 0 ? intent.references : impliedReferences(intent, dialogue);
  const named = resolveReferences(references, dialogue, shown, shop.lexicon);
  // "How high is the heel?" names no card by its heel: the question is about the card that is talked about.
  const asksOfFocus =
    intent.act === 'ask-item' && named.ids.length === 0 && references.every(({ by }) => by === 'value');
  const focus = asksOfFocus ? resolveReferences([{ by: 'focus', words: '' }], dialogue, shown, shop.lexicon) : named;
  const changes = intent.changes.flatMap((change) => resolveChange(change, { intent, shown, focus }, tools));
  const act = settleAct(intent, focus);
  const { ledger, asked } = intent;
  return { act, intent, changes, ledger, focus, asked, showsRow: SHOWS_ROW.has(act), shown };
}

function contextOf({ input, shop }: Pick<TurnTools, 'input' | 'shop'>): ParseContext {
  const { rows, wishes, question } = input.memory.dialogue;
  const heads = wishes.constraints.filter(({ facet, relation }) => facet === 'category' && relation === 'is');
  return {
    hasRow: rows.length > 0,
    hasCategory: heads.length > 0,
    hasPrice: wishes.constraints.some(({ facet }) => facet === 'price'),
    types: heads.flatMap(({ value }) => [value].flat().map((type) => shop.lexicon.language.key(String(type)))),
    asking: question !== undefined,
  };
}

/** "How high is the heel?" is about the card in focus, else the first one; "add it to my cart" only about what is in focus or alone. */
function impliedReferences({ act }: Intent, { focus, rows }: DialogueState): Reference[] {
  const isClear = focus.length > 0 || rows.at(-1)?.items.length === 1;
  const implied = act === 'ask-item' || ((act === 'cart-add' || act === 'cart-remove') && isClear);
  return implied ? [{ by: 'focus', words: '' }] : [];
}

const needsRecords = ({ references, changes, act }: Intent): boolean =>
  references.length > 0 ||
  changes.some(({ do: kind }) => kind === 'than' || kind === 'reject') ||
  act === 'similar' ||
  act === 'compare' ||
  act === 'ask-item' ||
  act === 'cart-add' ||
  act === 'cart-remove';

/** "Similar" with nothing to be similar to is "more", or the wish that was said beside it ("the fifth one, but in blue", of three). */
function settleAct({ act, changes }: Intent, focus: Resolved): Act {
  if (act !== 'similar' || focus.ids.length === 1) return act;
  return changes.some((change) => change.do === 'add') ? 'refine' : 'more';
}

interface Scene {
  intent: Intent;
  shown: IndexedItem[];
  focus: Resolved;
}

function resolveChange(change: Change, { intent, shown, focus }: Scene, { shop, input }: TurnTools): Change[] {
  if (change.do === 'reject') {
    const { ids } = resolveReferences([change.reference], input.memory.dialogue, shown, shop.lexicon);
    return ids.length > 0 ? [{ do: 'hide', ids }] : [];
  }
  if (change.do !== 'than') return [change];
  // "The pricier ones, 80 plus": the shopper's own bound says it better.
  if (intent.changes.some((one) => one.do === 'add' && one.constraint.facet === change.facet)) return [];
  const named = focus.ids.length > 0 ? focus.ids : input.memory.dialogue.rows.at(-1)?.items.slice(0, 1);
  const compared = shown.filter(({ item }) => named?.includes(item.id));
  const number = shop.lexicon.numbers.keyOf(change.facet, contextOf({ input, shop }).types);
  const constraint = number && resolveComparison({ ...change, facet: number.facet }, compared, number.key);
  if (constraint) return [{ do: 'add', constraint, also: false }];
  // "Cheaper laptops" with nothing to compare with: the cheap ones first.
  const { facet, direction, words } = change;
  return compared.length === 0 ? [{ do: 'order', order: { facet, direction, words } }] : [];
}

/** A chip or slider says exactly what changes; no words to understand. */
function intentOfEdit(edit: StateEdit): Intent {
  const base = { references: [], ledger: [], query: '', asked: [] };
  if ('undo' in edit) return { ...base, act: 'undo', changes: [{ do: 'undo' }] };
  if ('clear' in edit) return { ...base, act: 'relax', changes: [{ do: 'clear' }] };
  if ('set' in edit) return { ...base, act: 'refine', changes: [{ do: 'add', constraint: edit.set, also: false }] };
  return { ...base, act: 'relax', changes: [{ do: 'drop', id: edit.remove }] };
}
