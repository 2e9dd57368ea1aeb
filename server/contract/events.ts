import { z } from 'zod';
import { Constraint, StateEdit } from './constraint.ts';
import type { InterestsEdit } from './interests.ts';
import type { SequencedPart } from './part.ts';

export const Handshake = z.object({
  session: z.string().max(2000).optional(),
  lastSeq: z.number().int().min(0).optional(),
  locale: z.string().max(35).optional(),
});
export type Handshake = z.infer<typeof Handshake>;

/** One earlier turn of the session, so that a client without memory can show the conversation again. */
export const TurnSummary = z.object({
  turnId: z.string(),
  text: z.string().optional(),
  edit: StateEdit.optional(),
  startedAt: z.number().int(),
});
export type TurnSummary = z.infer<typeof TurnSummary>;

export const SessionReady = z.object({
  /** Signed token; send it back in the handshake to resume. */
  session: z.string(),
  sessionId: z.string(),
  resumed: z.boolean(),
  /** The newest `seq` of the session on the server. */
  lastSeq: z.number().int().min(0),
  state: z.object({
    constraints: z.array(Constraint),
    turns: z.array(TurnSummary),
    canUndo: z.boolean(),
  }),
  catalog: z.object({ name: z.string(), items: z.number().int(), currency: z.string() }),
});
export type SessionReady = z.infer<typeof SessionReady>;

export const TurnStart = z
  .object({
    turnId: z.uuid(),
    text: z.string().trim().min(1).max(2000).optional(),
    edit: StateEdit.optional(),
    limit: z.number().int().min(1).max(50).optional(),
  })
  .refine((turn) => (turn.text === undefined) !== (turn.edit === undefined), {
    message: 'a turn has either text or edit',
  });
export type TurnStart = z.infer<typeof TurnStart>;

export const TurnCancel = z.object({ turnId: z.uuid() });
export type TurnCancel = z.infer<typeof TurnCancel>;

export const InteractionKind = z.enum(['impression', 'open', 'like', 'dislike', 'cart-add', 'cart-remove', 'purchase']);
export type InteractionKind = z.infer<typeof InteractionKind>;

export const InteractionRecord = z.object({
  kind: InteractionKind,
  itemId: z.string().min(1).max(200),
  turnId: z.uuid().optional(),
  position: z.number().int().min(1).optional(),
});
export type InteractionRecord = z.infer<typeof InteractionRecord>;

export const ErrorBody = z.object({ code: z.string(), message: z.string() });
export type ErrorBody = z.infer<typeof ErrorBody>;

export type Ack = { ok: true } | { ok: false; error: ErrorBody };
export type TurnAck = { ok: true; turnId: string } | { ok: false; error: ErrorBody };

/** `POST /api/turns`. */
export const HttpTurn = z.object({
  session: z.string().max(2000).optional(),
  text: z.string().trim().min(1).max(2000),
  limit: z.number().int().min(1).max(50).optional(),
});
export type HttpTurn = z.infer<typeof HttpTurn>;

export interface ClientToServerEvents {
  'turn:start': (turn: TurnStart, ack: (answer: TurnAck) => void) => void;
  'turn:cancel': (turn: TurnCancel, ack: (answer: Ack) => void) => void;
  'interaction:record': (interaction: InteractionRecord, ack: (answer: Ack) => void) => void;
  'interests:edit': (edit: InterestsEdit, ack: (answer: Ack) => void) => void;
}

export interface ServerToClientEvents {
  'session:ready': (ready: SessionReady) => void;
  'turn:part': (part: SequencedPart) => void;
}
