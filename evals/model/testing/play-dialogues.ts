import type { Constraint, StateEdit } from '../../../server/contract/constraint.ts';
import { type SeenTurn, Shopper, seeTurn } from '../../../server/testing/shopper.ts';
import { resolveEdit } from '../../kinds/run-dialogue.ts';
import { mapPool } from '../../shop/map-pool.ts';
import { turnIdOf } from '../../shop/play-turn.ts';
import type { DialogueCase } from '../../suite/cases.ts';

export interface PlayedTurn {
  caseId: string;
  /** From 0. */
  turn: number;
  seen: SeenTurn;
}

const SHOPPERS = 4;

/** Real clients over the socket, each through its conversations one turn after the other. */
export async function playDialogues(url: string, cases: readonly DialogueCase[]): Promise<PlayedTurn[]> {
  const played = await mapPool([...cases], SHOPPERS, (one) => playDialogue(url, one));
  return played.flat();
}

async function playDialogue(url: string, { id, turns }: DialogueCase): Promise<PlayedTurn[]> {
  const shopper = await Shopper.visit(url);
  let active: Constraint[] = [];
  try {
    const played: PlayedTurn[] = [];
    for (const [turn, { text, edit }] of turns.entries()) {
      const seen = await playTurn(
        shopper,
        turnIdOf(id, turn + 1),
        edit ? { edit: resolveEdit(edit, active) } : { text },
      );
      active = seen.understanding?.constraints ?? active;
      played.push({ caseId: id, turn, seen });
    }
    return played;
  } finally {
    shopper.close();
  }
}

/** The same turn has the same id in every run, so that what is drawn from it repeats. */
async function playTurn(
  { client }: Shopper,
  turnId: string,
  turn: { text?: string; edit?: StateEdit },
): Promise<SeenTurn> {
  const answer = await client.send('turn:start', { turnId, ...turn });
  if (!answer.ok) throw new Error(`refused: ${answer.error?.code} ${answer.error?.message}`);
  return seeTurn(turnId, await client.receiver.untilEnded(turnId));
}
