import { startQdrant } from '../qdrant-process.ts';

/** A server in miniature, to be killed: starts Qdrant in the folder given, prints where it is, and stays. */
const [folder = ''] = process.argv.slice(2);
const qdrant = await startQdrant({ folder, startTimeoutMs: 60_000 });
process.stdout.write(`${JSON.stringify({ url: qdrant.url, pid: qdrant.pid() })}\n`);
setInterval(() => undefined, 1_000);
