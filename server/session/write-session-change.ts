import type { Kysely, Transaction } from 'kysely';
import type { SequencedPart } from '../contract/index.ts';
import { rowsPerStatement, type SessionSchema } from './session-schema.ts';
import type { SessionChange, WriteResult } from './session-store.ts';

/** Thrown inside a transaction so that Kysely rolls it back; never leaves this file. */
class Rollback extends Error {
  readonly result: WriteResult;

  constructor(result: WriteResult) {
    super(result);
    this.result = result;
  }
}

/** Everything of a change in one transaction, or nothing of it. */
export async function writeSessionChange(db: Kysely<SessionSchema>, change: SessionChange): Promise<WriteResult> {
  try {
    await db.transaction().execute(async (transaction) => {
      // The session first, always: it is the lock that keeps two writers of one session apart.
      await writeSession(transaction, change);
      await writeTurn(transaction, change);
      await writeParts(transaction, change.parts, change.sessionId);
      if (change.foldedInteractions?.length) {
        const ids = change.foldedInteractions;
        await transaction.updateTable('interactions').set({ folded: 1 }).where('id', 'in', ids).execute();
      }
    });
    return 'written';
  } catch (error) {
    if (error instanceof Rollback) return error.result;
    throw error;
  }
}

async function writeSession(transaction: Transaction<SessionSchema>, change: SessionChange): Promise<void> {
  let update = transaction
    .updateTable('sessions')
    .set({ last_seq: change.expectedLastSeq + change.parts.length, updated_at: change.at })
    .where('id', '=', change.sessionId)
    .where('last_seq', '=', change.expectedLastSeq);
  if (change.memory !== undefined) {
    update = update
      .set({ memory: JSON.stringify(change.memory.value), version: change.memory.expectedVersion + 1 })
      .where('version', '=', change.memory.expectedVersion);
  }
  const { numUpdatedRows } = await update.executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new Rollback('conflict');
}

async function writeTurn(transaction: Transaction<SessionSchema>, change: SessionChange): Promise<void> {
  if (change.turn === undefined) return;
  const { turnId, owner, ending, record } = change.turn;
  const { status, ...details } = ending ?? { status: 'started' };
  const { numUpdatedRows } = await transaction
    .updateTable('turns')
    .set(ending ? { status, ended_at: change.at, ending: JSON.stringify(details) } : { status })
    .where('session_id', '=', change.sessionId)
    .where('turn_id', '=', turnId)
    .where('owner', '=', owner)
    .where('status', '=', 'started')
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new Rollback('lost');
  if (record === undefined) return;
  const { startedAt, value } = record;
  const row = {
    session_id: change.sessionId,
    turn_id: turnId,
    started_at: startedAt,
    record: JSON.stringify(value),
  };
  await transaction.insertInto('turn_records').values(row).execute();
}

async function writeParts(
  transaction: Transaction<SessionSchema>,
  parts: readonly SequencedPart[],
  sessionId: string,
): Promise<void> {
  for (let start = 0; start < parts.length; start += rowsPerStatement) {
    const rows = parts.slice(start, start + rowsPerStatement).map(({ seq, turnId, part }) => ({
      session_id: sessionId,
      seq,
      turn_id: turnId,
      part: JSON.stringify(part),
    }));
    await transaction.insertInto('parts').values(rows).execute();
  }
}
