import type { CatalogItem } from '../../server/domain/catalog-item.ts';
import type { TurnModel } from '../../server/llm/turn-model.ts';
import type { Assistant } from '../../server/turn/turn.ts';

/** Ids, best first. One arm of the retrieval alone, without understanding and ranking. */
export type Search = (text: string, limit: number, signal: AbortSignal) => Promise<string[]>;

/** A catalog opened for offline runs: what the suites need of the product, and nothing else of it. */
export interface EvalShop {
  assistant: Assistant;
  /** The same shop with a language model. */
  withModel(model: TurnModel): Assistant;
  items: ReadonlyMap<string, CatalogItem>;
  /** By name: `bm25`, `sparse`, `dense`, `fused`; only those that this shop can run. */
  arms: Record<string, Search>;
  close(): Promise<void>;
}

/** `catalog` is an absolute path. Throws `AppError` when the catalog cannot be opened. */
export type OpenShop = (catalog: string, say: (line: string) => void, language?: string) => Promise<EvalShop>;
