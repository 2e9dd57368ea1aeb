import type { Act } from '../contract/constraint.ts';
import type { Change, Intent, Reference } from '../domain/intent.ts';
import type { Lexicon } from '../language/lexicon.ts';
import type { Assembled } from './assemble-wishes.ts';
import type { Chart } from './chart.ts';
import type { ParseContext } from './parse-context.ts';

interface Reading {
  chart: Chart;
  signals: ReadonlyMap<string, number>;
  assembled: Assembled;
  act: Act;
  context: ParseContext;
}

/** Acts that ask or do something with what is shown and change no wish. */
const KEEPS_WISHES = new Set<Act>([
  'ask-item',
  'compare',
  'cart-add',
  'cart-remove',
  'cart-view',
  'order-status',
  'return-item',
  'ask-shop',
  'undo',
  'smalltalk',
  'help',
  'out-of-scope',
  'unclear',
]);

/** Puts the sentence-level meaning and the wishes together. */
export function refine(reading: Reading, lexicon: Lexicon): Intent {
  const { chart, assembled, act, context } = reading;
  const keeps = KEEPS_WISHES.has(act);
  const adds = assembled.changes.flatMap((change) => (change.do === 'add' ? [change.constraint] : []));
  return {
    act,
    changes: keeps ? sentenceChanges(reading) : [...sentenceChanges(reading), ...nameTopic(reading, lexicon)],
    references:
      keeps || (assembled.mayPoint && context.hasRow)
        ? [...namedReferences(assembled), ...valueReference(reading)]
        : namedReferences(assembled),
    ledger: assembled.ledger,
    query: chart
      .findings()
      .filter(isContent)
      .map((finding) => chart.words(finding))
      .join(' '),
    asked: keeps
      ? [...assembled.facetNames, ...adds.map(({ facet, value }) => (facet === 'text' ? String(value) : facet))]
      : [],
  };
}

const isContent = ({ kind }: { kind: string }): boolean =>
  kind === 'type' || kind === 'wish' || kind === 'word' || kind === 'need';

function sentenceChanges({ signals, act, assembled, chart }: Reading): Change[] {
  if (act === 'undo') return [{ do: 'undo' }];
  if (signals.has('redo') && assembled.changes.length === 0) return [{ do: 'redo' }];
  if (signals.has('clear')) return [{ do: 'clear' }];
  if (signals.has('returnTo') || (signals.has('again') && assembled.changes.length > 0)) {
    const stems = chart
      .findings()
      .filter(isContent)
      .flatMap(({ start, end }) => chart.tokens.slice(start, end).map(({ stem }) => stem));
    return stems.length > 0 ? [{ do: 'return', stems }] : [];
  }
  return [];
}

/** "mascara too": a new head or a word like "instead" opens a new topic; the wishes follow. */
function nameTopic({ assembled, context }: Reading, _lexicon: Lexicon): Change[] {
  const opens = assembled.startsAfresh
    ? !assembled.hasHead
    : assembled.hasHead && context.hasCategory && assembled.switches;
  return opens ? [{ do: 'new-topic' }, ...assembled.changes] : assembled.changes;
}

/** "The first one, what does it cost": the pronoun is the item just named. */
const namedReferences = ({ references, points }: Assembled): Reference[] =>
  points
    ? references.filter(({ by }) => by !== 'focus')
    : references.length > 1
      ? references.filter(({ by }) => by !== 'focus')
      : references;

/** "the red one": a shown item by what it is like. */
function valueReference({ assembled }: Reading): Reference[] {
  if (assembled.references.length > 0 && !assembled.points) return [];
  const constraints = assembled.changes.flatMap((change) => (change.do === 'add' ? [change.constraint] : []));
  return constraints.length > 0
    ? [{ by: 'value', constraints, words: constraints.map(({ words }) => words).join(' ') }]
    : [];
}
