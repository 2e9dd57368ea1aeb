import type { Meanings } from '../dialogue/apply-changes.ts';
import type { CatalogProfile } from '../domain/catalog-profile.ts';
import type { TraceSink } from '../insights/turn-trace.ts';
import type { Lexicon } from '../language/lexicon.ts';
import type { TurnModel } from '../llm/turn-model.ts';
import type { Weights } from '../ranking/weights.ts';
import type { Embedder } from '../retrieval/embedder.ts';
import type { Retriever } from '../retrieval/retriever.ts';
import type { Parser } from '../understanding/parse-text.ts';

/** One shop, opened: what was learned of its catalog, and the parts that search it. */
export interface Shop {
  profile: CatalogProfile;
  lexicon: Lexicon;
  parser: Parser;
  meanings: Meanings;
  retriever: Retriever;
  /** Left out: words alone. */
  embedder?: Embedder;
  /** Other first-stage weights, for offline runs that ask what each feature is worth. */
  weights?: Weights;
  /** Products as ranked, nothing folded or mixed in, for offline runs that ask what the blend costs. */
  isPlainRow?: boolean;
  /** Where turns leave how they went; left out: nowhere. */
  traces?: TraceSink;
  /** Left out: the embedded parser and templates do all. */
  model?: TurnModel;
}
