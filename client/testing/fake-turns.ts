import type {
  Card,
  Constraint,
  LedgerEntry,
  NearMiss,
  ProductCard,
  StateEdit,
  TurnPart,
} from '../../server/contract/index.ts';
import { fakeContent, fakeProducts, fits } from './fake-shop.ts';

export interface FakeState {
  constraints: Constraint[];
  history: Constraint[][];
}

export interface FakeTurn {
  parts: unknown[];
  /** The state once the turn is committed. */
  state: FakeState;
}

const TIMINGS: TurnPart = { type: 'turn-end', timings: { firstCardMs: 12, totalMs: 30, stages: {} }, degraded: [] };

/** What the fake answers to a text: a few trigger words stand for the states that a page must be able to show. */
export function scriptText(text: string, state: FakeState, limit: number): FakeTurn {
  const words = text.toLowerCase();
  const start: TurnPart = { type: 'turn-start' };
  if (words.includes('hello')) {
    return {
      parts: [
        start,
        understood('smalltalk', state.constraints, []),
        ...said('Hello. What may I find for you?'),
        TIMINGS,
      ],
      state,
    };
  }
  if (words.includes('fail')) {
    const error: TurnPart = {
      type: 'error',
      code: 'retrieval-down',
      message: 'The search is not reachable. Try again in a moment.',
    };
    return { parts: [start, understood('search', state.constraints, []), error], state };
  }
  if (words.includes('which')) return { parts: [start, ...question(state), TIMINGS], state };
  const constraints = readConstraints(text, state.constraints);
  const next = { constraints, history: [...state.history, state.constraints] };
  const parts: unknown[] = [start, understood('search', constraints, readLedger(text)), ...answer(constraints, limit)];
  if (words.includes('garbled')) parts.splice(2, 0, { type: 'hologram', beam: 1 });
  return { parts, state: next };
}

export function scriptEdit(edit: StateEdit, state: FakeState, limit: number): FakeTurn {
  const constraints = applyEdit(edit, state);
  const history = 'undo' in edit ? state.history.slice(0, -1) : [...state.history, state.constraints];
  const parts = [{ type: 'turn-start' }, understood('refine', constraints, []), ...answer(constraints, limit)];
  return { parts, state: { constraints, history } };
}

function applyEdit(edit: StateEdit, { constraints, history }: FakeState): Constraint[] {
  if ('undo' in edit) return history.at(-1) ?? [];
  if ('clear' in edit) return [];
  if ('remove' in edit) return constraints.filter(({ id }) => id !== edit.remove);
  return [...constraints.filter(({ id }) => id !== edit.set.id), edit.set];
}

function understood(
  act: 'search' | 'refine' | 'smalltalk',
  constraints: Constraint[],
  ledger: LedgerEntry[],
): TurnPart {
  return { type: 'understanding', source: 'embedded', act, constraints, ledger };
}

const said = (text: string): TurnPart[] => text.split(/(?<= )/).map((delta) => ({ type: 'text-delta', delta }));

function question({ constraints }: FakeState): TurnPart[] {
  const option = (colour: string) => ({ label: colour, edit: { set: constraint('colour', 'is', colour, colour) } });
  return [
    understood('search', constraints, []),
    { type: 'question', question: 'Which colour do you have in mind?', options: ['red', 'green', 'blue'].map(option) },
  ];
}

function answer(constraints: Constraint[], limit: number): TurnPart[] {
  const musts = constraints.filter(({ strength }) => strength === 'must');
  const fitting = fakeProducts().filter((product) => musts.every((wish) => fits(product, wish)));
  if (fitting.length === 0) return nearMiss(musts);
  const cards = mixed(fitting.slice(0, limit), constraints);
  const row: TurnPart = { type: 'cards', rowId: `row-${fitting.length}`, revision: 1, total: fitting.length, cards };
  return [
    row,
    ...said(`Here is what fits, ${fitting.length} in all. The first is the closest to what you described.`),
    {
      type: 'suggestions',
      items: [
        { label: 'Only red ones', text: 'red' },
        { label: 'Cheaper', text: 'under 40' },
      ],
    },
    TIMINGS,
  ];
}

function nearMiss(musts: Constraint[]): TurnPart[] {
  const relaxations: NearMiss['relaxations'] = musts.map((wish) => {
    const others = musts.filter(({ id }) => id !== wish.id);
    const count = fakeProducts().filter((product) => others.every((other) => fits(product, other))).length;
    return { label: `without “${wish.words}”`, count, edit: { remove: wish.id } };
  });
  const cards = mixed(fakeProducts().slice(0, 4), musts);
  return [
    {
      type: 'cards',
      rowId: 'near',
      revision: 1,
      total: cards.length,
      cards,
      nearMiss: { constraintIds: musts.map(({ id }) => id), relaxations },
    },
    ...said('Nothing fits all of it. These are the nearest.'),
    TIMINGS,
  ];
}

/** Products with their reasons; a video third and a live stream last, where there is room. */
function mixed(products: ProductCard[], constraints: Constraint[]): Card[] {
  const explained = products.map((product) => explain(product, constraints));
  const [video, live] = fakeContent(Date.now());
  const cards: Card[] =
    explained.length > 4 && video && live ? [...explained.slice(0, 2), video, ...explained.slice(2), live] : explained;
  return cards.map((card, index) => ({ ...card, ordinal: index + 1 }));
}

function explain(product: ProductCard, constraints: Constraint[]): ProductCard {
  const stated = constraints.filter(({ facet }) => facet === 'price' || product.attributes[facet] !== undefined);
  return {
    ...product,
    why: stated.map(({ id, facet }) => ({
      constraintId: id,
      facet,
      evidence: facet === 'price' ? 'Within your budget' : `${facet}: ${String(product.attributes[facet])}`,
    })),
    unknowns: constraints.filter((wish) => !stated.includes(wish)).map(({ facet }) => facet),
  };
}

function readConstraints(text: string, before: Constraint[]): Constraint[] {
  const price = /under \$?(\d+)/i.exec(text);
  const not = /not (\w+)/i.exec(text);
  const colour = /(?<!not )\b(red|green|blue|sand)\b/i.exec(text);
  const material = /\b(wool|oak|steel|velvet)\b/i.exec(text);
  const soft = /ideally/i.test(text);
  const found = [
    price && constraint('price', 'at-most', Number(price[1]), price[0]),
    not && constraint('colour', 'is-not', not[1]?.toLowerCase() ?? '', not[0]),
    colour && constraint('colour', 'is', colour[0].toLowerCase(), colour[0]),
    material && constraint('material', 'is', material[0].toLowerCase(), material[0], soft ? 'prefer' : 'must'),
  ].filter((wish) => wish !== null);
  const replaced = new Set(found.map(({ id }) => id));
  return [...before.filter(({ id }) => !replaced.has(id)), ...found];
}

function constraint(
  facet: string,
  relation: Constraint['relation'],
  value: string | number,
  words: string,
  strength: Constraint['strength'] = 'must',
): Constraint {
  return { id: `${facet}-${relation}`, facet, relation, value, strength, scope: 'session', words };
}

function readLedger(text: string): LedgerEntry[] {
  const match = /blessed by \w+/i.exec(text);
  if (match === null) return [];
  return [{ start: match.index, end: match.index + match[0].length, words: match[0], outcome: 'unsupported' }];
}
