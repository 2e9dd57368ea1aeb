import { openSqliteStore } from '../../session/open-sqlite-store.ts';
import { createFakeAssistant } from '../../session/testing/fake-assistant.ts';
import type { Assistant } from '../../turn/turn.ts';
import { startTestServer } from './test-server.ts';

/**
 * A server of its own process, there to be killed: `crash-server.ts FILE PORT [hold]`. Says its port on the first line.
 * With `hold`, turns whose text has "hold" show their cards and then never end, so that a kill surely cuts them.
 */
const [file = '', port = '0', mode] = process.argv.slice(2);
const fake = createFakeAssistant({ stepMs: 40 });
const holding: Assistant = {
  ...fake,
  runTurn: (input, emit, signal) => {
    const text = input.text?.includes('hold') ? `${input.text} endless` : input.text;
    return fake.runTurn({ ...input, text }, emit, signal);
  },
};
const store = await openSqliteStore({ file, busyTimeoutMs: 5_000 });
const assistant = mode === 'hold' ? holding : fake;
const server = await startTestServer({ store, assistant, port: Number(port), hub: { turnTimeoutMs: 600_000 } });
process.stdout.write(`${server.port}\n`);
