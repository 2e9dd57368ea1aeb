import type { Act, Constraint, Strength } from '../contract/constraint.ts';
import type { Intent } from '../domain/intent.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { type AskOptions, askForJson, type ModelTools } from './ask-model.ts';
import { fence } from './fence.ts';
import { groundValue } from './ground-value.ts';
import { cueReaderOf, locateWords } from './locate-words.ts';
import type { ProposedIntent, ProposedWish } from './output-schemas.ts';
import { renderRules, renderVocabulary } from './render-vocabulary.ts';

/** A wish of the model that stands in the text and in the catalog. */
export interface CheckedWish {
  constraint: Constraint;
  /** Characters of the shopper's text, end exclusive. */
  start: number;
  end: number;
}

export type Refusal = 'words' | 'facet' | 'value' | 'number' | 'polarity' | 'direction';

export interface CheckedProposal {
  act: Act;
  confidence: number;
  wishes: CheckedWish[];
  refused: { words: string; facet: string; reason: Refusal }[];
}

/** How the rest of the server makes a constraint of a wish: id and scope are its affair. */
export type BuildConstraint = (
  wish: Pick<Constraint, 'facet' | 'relation' | 'value' | 'unit' | 'words'>,
  strength: Strength,
) => Constraint;

export interface ProposalScene {
  text: string;
  lexicon: Lexicon;
  /** What the embedded parser read. */
  intent: Intent;
  /** Constraints active before this turn. */
  active: readonly Constraint[];
  build: BuildConstraint;
}

/** Asks a model what the text means and keeps of its answer what can be checked. Throws as `askForJson` does. */
export async function proposeIntent(
  tools: ModelTools,
  scene: ProposalScene,
  options: AskOptions,
): Promise<CheckedProposal> {
  const { text, lexicon, intent, active } = scene;
  const proposal = await askForJson(
    tools,
    'parse-intent',
    'intent',
    {
      ...renderRules(),
      facets: renderVocabulary(text, lexicon),
      wishes: fence(active.map(({ facet, relation, value }) => ({ facet, relation, value }))),
      earlier: fence({ act: intent.act, phrases: intent.ledger.map(({ words, outcome }) => ({ words, outcome })) }),
      shopper: fence(text),
    },
    options,
  );
  return checkProposal(proposal, scene);
}

/** Pure. Every wish must point at words of the text, at a facet and value of the catalog, and say what the words say. */
export function checkProposal(
  { act, wishes, confidence }: ProposedIntent,
  { text, lexicon, build }: Pick<ProposalScene, 'text' | 'lexicon' | 'build'>,
): CheckedProposal {
  const tokens = lexicon.language.tokenise(text);
  const cues = cueReaderOf(lexicon.language);
  const checked: CheckedWish[] = [];
  const refused: CheckedProposal['refused'] = [];
  for (const wish of wishes) {
    const result = checkWish(wish);
    if (typeof result === 'string') refused.push({ words: wish.words, facet: wish.facet, reason: result });
    else checked.push(result);
  }
  return { act, confidence, wishes: checked, refused };

  function checkWish(wish: ProposedWish): CheckedWish | Refusal {
    const span = locateWords(wish.words, tokens, lexicon.language);
    if (!span) return 'words';
    const said = tokens.slice(span.firstToken, span.endToken);
    if (!cues.saysSomething(said)) return 'words';
    const grounded = groundValue(wish, said, lexicon);
    if (!grounded.ok) return grounded.reason;
    const { relation } = wish;
    if (relation === 'is' || relation === 'is-not') {
      if (cues.isDenied(tokens, span) !== (relation === 'is-not')) return 'polarity';
    } else {
      const direction = cues.directionOf(tokens, span);
      if (direction && relation !== 'between' && direction !== relation) return 'direction';
    }
    const { facet, unit } = wish;
    const words = text.slice(span.start, span.end);
    // What the words do not say themselves may reorder, never filter.
    const strength = grounded.literal && facet !== 'text' ? wish.strength : 'prefer';
    const constraint = build({ facet, relation, value: grounded.value, ...(unit ? { unit } : {}), words }, strength);
    return { constraint, start: span.start, end: span.end };
  }
}
