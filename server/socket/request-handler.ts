import type { z } from 'zod';
import type { ErrorBody } from '../contract/index.ts';
import { AppError } from '../errors.ts';
import { codes, describeForClient, describeIssues } from '../session/client-error.ts';
import type { Log } from '../session/log.ts';

export type Answer = { ok: true; turnId?: string } | { ok: false; error: ErrorBody };
type Listener = (...args: unknown[]) => void;

export interface RequestHandler {
  /** A listener that parses the payload, does `work` and answers with what it gives; whatever comes in, it neither throws nor stays silent. */
  on<Payload>(schema: z.ZodType<Payload>, work: (payload: Payload) => Promise<{ turnId?: string }>): Listener;
  answerUnknown(event: string, args: unknown[]): void;
  refuse(error: unknown): Answer;
}

export function createRequestHandler(log: Log, sessionId: string): RequestHandler {
  const refuse = (error: unknown): Answer => ({ ok: false, error: describeForClient(error, log, { sessionId }) });
  return {
    refuse,
    on:
      (schema, work) =>
      (...args) => {
        const answer = findAck(args);
        parsePayload(schema, args)
          .then(work)
          .then(
            (result) => answer({ ok: true, ...result }),
            (error: unknown) => answer(refuse(error)),
          );
      },
    answerUnknown: (event, args) => {
      const name = event.slice(0, 40);
      findAck(args)(refuse(new AppError(codes.badRequest, `There is no event "${name}" here. See the contract.`)));
    },
  };
}

/** A client may leave the acknowledgement out; it then hears nothing of the answer. */
function findAck(args: unknown[]): (answer: Answer) => void {
  const ack = args.at(-1);
  return typeof ack === 'function' ? (answer) => ack(answer) : () => undefined;
}

async function parsePayload<Payload>(schema: z.ZodType<Payload>, args: unknown[]): Promise<Payload> {
  const payload = args[0];
  if (typeof payload === 'function' || payload === undefined || payload === null) {
    throw new AppError(codes.badRequest, 'The message is empty: send one JSON object.');
  }
  if (Buffer.isBuffer(payload)) throw new AppError(codes.badRequest, 'The message is binary: send one JSON object.');
  const parsed = schema.safeParse(payload);
  if (!parsed.success) throw new AppError(codes.badRequest, describeIssues(parsed.error));
  return parsed.data;
}
