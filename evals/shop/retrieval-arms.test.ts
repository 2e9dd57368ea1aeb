import { describe, expect, it } from 'vitest';
import type { Embedder } from '../../server/retrieval/embedder.ts';
import type { Recall, Retriever } from '../../server/retrieval/retriever.ts';
import { buildRetrievalArms } from './retrieval-arms.ts';

const asked: Recall[] = [];
const retriever: Pick<Retriever, 'recall'> = {
  async recall(request) {
    asked.push(request);
    return [];
  },
};
const embedder: Embedder = {
  id: 'e',
  dimensions: 2,
  embed: async (texts) => texts.map(() => Float32Array.of(1, 0)),
  close: async () => undefined,
};
const sparseQuery = (text: string): Record<string, number> => ({ [text]: 1 });

describe('retrieval arms', () => {
  it('send the words, the vector or both, over products without any filter', async () => {
    const arms = buildRetrievalArms({ retriever, embedder, sparseQuery });
    const signal = AbortSignal.timeout(1000);
    for (const name of ['sparse', 'dense', 'fused']) await arms[name]?.('lamp', 100, signal);
    expect(asked.map((request) => [request.dense !== undefined, request.sparse !== undefined])).toEqual([
      [false, true],
      [true, false],
      [true, true],
    ]);
    expect(asked[0]).toMatchObject({ limit: 100, eligible: { kinds: ['product'], criteria: [], exclude: [] } });
  });

  it('leaves out what the shop cannot do', () => {
    expect(Object.keys(buildRetrievalArms({ retriever, sparseQuery }))).toEqual(['sparse']);
    expect(Object.keys(buildRetrievalArms({ retriever, embedder }))).toEqual(['dense']);
  });
});
