import { createAdapter } from '@socket.io/postgres-adapter';
import type { Pool } from 'pg';
import { z } from 'zod';
import type { Log } from '../session/log.ts';
import type { SessionHub } from '../session/session-hub.ts';
import type { SocketServer } from './socket-door.ts';

const event = 'session';
const SessionMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('parts'), sessionId: z.string(), lastSeq: z.number() }),
  z.object({ kind: z.literal('turn'), sessionId: z.string(), turnId: z.string() }),
  z.object({ kind: z.literal('cancel'), sessionId: z.string(), turnId: z.string() }),
]);

/** The adapter keeps messages above PostgreSQL's limit for a notification here; ours are far below, but it asks for the table.
 * The lock, held until the end of this one query, keeps nodes that start together apart: "if not exists" alone does not. */
const attachments = `select pg_advisory_xact_lock(4739911);
create table if not exists socket_io_attachments (
  id bigserial primary key, created_at timestamptz default now(), payload bytea)`;

/** Nodes tell each other of new parts, newer turns and cancels, through PostgreSQL's notifications. */
export async function connectCluster(io: SocketServer, hub: SessionHub, pool: Pool, log: Log): Promise<void> {
  await pool.query(attachments);
  const errorHandler = (error: Error) =>
    log.warn({ error }, 'the connection between the nodes failed and is tried again');
  io.adapter(createAdapter(pool, { errorHandler }));
  io.on(event, (message: unknown) => {
    const parsed = SessionMessage.safeParse(message);
    if (parsed.success) hub.receive(parsed.data);
  });
  hub.connectBus({ publish: (message) => void io.serverSideEmit(event, message) });
}
