import { expect, test } from 'vitest';
import { checkTree, findBreaches } from '../scripts/check-imports.mjs';

test('every file keeps the direction of imports', () => {
  expect(checkTree()).toEqual([]);
});

test.each([
  ['server/contract/card.ts', `import pino from 'pino';`, 'zod'],
  ['server/domain/fact.ts', `import { readFile } from 'node:fs';`, 'no I/O'],
  ['server/domain/fact.ts', `import { rank } from '../ranking/rank.ts';`, 'no I/O'],
  ['server/language/words.ts', `import { merge } from '../dialogue/merge.ts';`, 'hand the data in'],
  ['server/ranking/rank.ts', `import { blend } from '../blend/blend.ts';`, 'turn/ puts stages together'],
  [
    'server/reply/reply.ts',
    `import { QdrantRetriever } from '../retrieval/qdrant/qdrant-retriever.ts';`,
    'reply/ is a stage',
  ],
  ['server/http/turns.ts', `import type {\n  Rank,\n} from '../ranking/rank.ts';`, 'only turn/'],
  ['server/session/store.ts', `const x = await import('../blend/blend.ts');`, 'only turn/'],
  ['server/turn/run-turn.ts', `import { QdrantClient } from '@qdrant/js-client-rest';`, 'server/retrieval/'],
  ['server/reply/write.ts', `import OpenAI from 'openai';`, 'server/llm/'],
  ['server/main.ts', `import { pipeline } from '@huggingface/transformers';`, 'server/retrieval/embedding/'],
  ['server/turn/run-turn.ts', `export { x } from '../../client/x.ts';`, 'does not know its page'],
  ['client/app.tsx', `import { Product } from '../server/domain/catalog-item.ts';`, 'server/contract/'],
])('in %s the import %j is refused with the right home', (file, source, home) => {
  expect(findBreaches(file, source)).toEqual([expect.stringContaining(home)]);
});

test.each([
  ['server/turn/run-turn.ts', `import { rank } from '../ranking/rank.ts';`],
  ['server/ranking/rank.ts', `import type { Retriever } from '../retrieval/retriever.ts';`],
  ['server/ranking/rank.test.ts', `import { blend } from '../blend/blend.ts';`],
  ['server/socket/open.ts', `import { Server } from 'socket.io';`],
  [
    'client/socket/open.ts',
    `import { io } from 'socket.io-client';\nimport { Card } from '../../server/contract/card.ts';`,
  ],
])('in %s the import %j is fine', (file, source) => {
  expect(findBreaches(file, source)).toEqual([]);
});
