import type { Act } from '../contract/constraint.ts';
import type { Intent } from '../domain/intent.ts';
import type { Language } from '../language/language.ts';
import { cueReaderOf } from './locate-words.ts';

/** `always`: nothing in the turn asks for it, but every turn is asked about. */
export type AskReason = 'unexplained' | 'unclear' | 'uncovered' | 'loose' | 'long-text' | 'always';

/** Acts whose wishes a model may add to; for all others it is not worth a call. */
const OPEN_ACTS = new Set<Act>(['search', 'refine', 'unclear']);
/** From this many words on shoppers tell stories, and the embedded parser reads only what it knows of them. */
const LONG_WORDS = 24;
const SHORTEST_UNCLEAR = 2;

/** Why a model is worth asking about this text, or nothing: easy turns cost no tokens. Pure. */
export function whenToAsk(text: string, { act, ledger, changes }: Intent, language: Language): AskReason | undefined {
  if (!OPEN_ACTS.has(act)) return undefined;
  const cues = cueReaderOf(language);
  const words = language.tokenise(text).filter(({ kind }) => kind !== 'symbol');
  const meaning = words.filter((token) => cues.saysSomething([token]));
  if (act === 'unclear') return meaning.length >= SHORTEST_UNCLEAR ? 'unclear' : undefined;
  if (ledger.some(({ outcome }) => outcome === 'unsupported' || outcome === 'asked')) return 'unexplained';
  const isCovered = ({ start, end }: { start: number; end: number }): boolean =>
    ledger.some((entry) => entry.start <= start && end <= entry.end);
  if (!meaning.every(isCovered)) return 'uncovered';
  // Words looked for in texts because no facet explains them: a model may know which facet they mean.
  const isLoose = changes.some(
    (change) => change.do === 'add' && change.constraint.facet === 'text' && change.constraint.relation === 'is',
  );
  if (isLoose) return 'loose';
  return words.length >= LONG_WORDS ? 'long-text' : undefined;
}
