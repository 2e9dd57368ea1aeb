import type { Act } from '../contract/constraint.ts';
import type { Intent } from '../domain/intent.ts';
import type { Language } from '../language/language.ts';

/** `always`: nothing in the turn asks for it, but every turn is asked about. */
export type AskReason = 'unexplained' | 'unclear' | 'uncovered' | 'long-text' | 'always';

/** Acts whose wishes a model may add to; for all others it is not worth a call. */
const OPEN_ACTS = new Set<Act>(['search', 'refine', 'unclear']);
/** From this many words on shoppers tell stories, and the embedded parser reads only what it knows of them. */
const LONG_WORDS = 24;
/** Words with a meaning that nothing explains; a single one is mostly a name or a slip. */
const MOST_UNCOVERED = 2;
const SHORTEST_UNCLEAR = 2;

/** Why a model is worth asking about this text, or nothing: easy turns cost no tokens. Pure. */
export function whenToAsk(text: string, { act, ledger }: Intent, language: Language): AskReason | undefined {
  if (!OPEN_ACTS.has(act)) return undefined;
  const words = language.tokenise(text).filter(({ kind }) => kind !== 'symbol');
  const meaning = words.filter(({ stem }) => !language.isFiller(stem));
  if (act === 'unclear') return meaning.length >= SHORTEST_UNCLEAR ? 'unclear' : undefined;
  if (ledger.some(({ outcome }) => outcome === 'unsupported' || outcome === 'asked')) return 'unexplained';
  const uncovered = meaning.filter(
    ({ start, end }) => !ledger.some((entry) => entry.start <= start && end <= entry.end),
  );
  if (uncovered.length > MOST_UNCOVERED) return 'uncovered';
  return words.length >= LONG_WORDS ? 'long-text' : undefined;
}
