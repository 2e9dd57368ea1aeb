import { testRetriever } from '../retrieval/qdrant/testing/retriever-contract.ts';
import { MemoryRetriever } from './memory-retriever.ts';

testRetriever('MemoryRetriever', async (items, embedder) => ({
  retriever: new MemoryRetriever(items, await embedder.embed(items.map(({ passage }) => passage))),
  close: async () => {},
}));
