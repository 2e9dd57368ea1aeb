import type { LearnedShop } from '../catalog/learn-shop.ts';
import type { Meanings } from '../dialogue/apply-changes.ts';
import { buildLexicon, type Lexicon } from '../language/lexicon.ts';
import type { TurnModel } from '../llm/turn-model.ts';
import type { Embedder } from '../retrieval/embedder.ts';
import type { Retriever } from '../retrieval/retriever.ts';
import { createSpeller } from '../understanding/create-speller.ts';
import { EmbeddedParser } from '../understanding/parse-text.ts';
import type { Shop } from './shop.ts';

/** Puts what was learned of a catalog and the parts that search it together. */
export function openShop(
  { profile, context }: LearnedShop,
  parts: { retriever: Retriever; embedder?: Embedder; model?: TurnModel },
): Shop {
  const lexicon = buildLexicon(profile, context.language);
  const parser = new EmbeddedParser(lexicon, createSpeller(profile, context.language));
  return { profile, lexicon, parser, meanings: buildMeanings(lexicon), ...parts };
}

export function buildMeanings({ language }: Lexicon): Meanings {
  const opposites = new Set(
    language.data.opposites.flatMap((pair) =>
      pair.flatMap((left) =>
        pair.filter((right) => right !== left).map((right) => `${language.key(left)}|${language.key(right)}`),
      ),
    ),
  );
  return {
    key: language.key,
    sameType: (left, right) =>
      language.types.expand(language.key(left)).includes(language.key(right)) ||
      language.types.expand(language.key(right)).includes(language.key(left)),
    areOpposites: (left, right) => opposites.has(`${left}|${right}`),
  };
}
