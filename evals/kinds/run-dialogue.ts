import type { Card } from '../../server/contract/card.ts';
import type { Constraint, StateEdit } from '../../server/contract/constraint.ts';
import { emptyMemory } from '../../server/domain/session-memory.ts';
import type { Assistant } from '../../server/turn/turn.ts';
import { describeConstraint, isSameValue } from '../metrics/match-constraints.ts';
import { truth, type Unit } from '../metrics/unit.ts';
import { normaliseText } from '../predicate/words.ts';
import { mapPool } from '../shop/map-pool.ts';
import { playTurn } from '../shop/play-turn.ts';
import type { CaseEdit, DialogueCase, DialogueTurn } from '../suite/cases.ts';
import { judgeTurn, type TurnVerdict } from './judge-turn.ts';
import {
  type Answer,
  type Arm,
  CASES_AT_ONCE,
  type Failure,
  type KindContext,
  mergeOutcomes,
  type Outcome,
} from './outcome.ts';

const ROW_LIMIT = 12;

export async function runDialogue(cases: DialogueCase[], arm: Arm, context: KindContext): Promise<Outcome> {
  const { assistant } = arm;
  if (!assistant) return { units: [], failures: [], answers: new Map(), notes: [`arm ${arm.name} holds no dialogue`] };
  const outcomes = await mapPool(cases, CASES_AT_ONCE, async (one) => {
    const outcome = await playDialogue(one, assistant, context);
    context.tick();
    return outcome;
  });
  return mergeOutcomes(outcomes);
}

export async function playDialogue(one: DialogueCase, assistant: Assistant, context: KindContext): Promise<Outcome> {
  const units: Unit[] = [];
  const failures: Failure[] = [];
  const answers: Answer[] = [];
  const seen = new Set<string>();
  let shown: Card[] = [];
  let memory = emptyMemory();
  let active: Constraint[] = [];
  for (const [at, turn] of one.turns.entries()) {
    const request = { caseId: one.id, turn: at + 1, limit: ROW_LIMIT, memory, ...ask(turn, active) };
    const record = await playTurn(assistant, request);
    const verdict = judgeTurn({ expect: turn.expect, record, shown, seen, matcher: context.matcher });
    const place = { caseId: one.id, turn: at + 1, tags: [...one.tags, ...turn.tags] };
    units.push({ ...place, shares: verdict.shares });
    const constraints = record.constraints.map(describeConstraint);
    answers.push({ cards: record.cards.slice(0, 5).map((card) => card.id), constraints });
    if (!verdict.satisfied) failures.push(describeFailure(one, at, verdict, { place, constraints }));
    if (record.cards.length > 0) shown = record.cards;
    for (const card of record.cards) seen.add(card.id);
    ({ memory } = record);
    if (record.error === undefined) active = record.constraints;
  }
  const last = units.at(-1);
  if (last) last.shares = { ...last.shares, conversation: truth(failures.length === 0) };
  return { units, failures, answers: new Map([[one.id, answers]]), notes: [] };
}

function ask(turn: DialogueTurn, active: Constraint[]): { text?: string; edit?: StateEdit } {
  return turn.edit ? { edit: resolveEdit(turn.edit, active) } : { text: turn.text };
}

/** Gives an edit that names a constraint by what it says the id that the assistant gave it. */
export function resolveEdit(edit: CaseEdit, active: Constraint[]): StateEdit {
  if ('remove' in edit && typeof edit.remove === 'object') {
    const { facet, value } = edit.remove;
    const found = active.find(
      (one) =>
        normaliseText(one.facet) === normaliseText(facet) && (value === undefined || isSameValue(value, one.value)),
    );
    // An id that nobody has: the turn is then judged by what removing nothing shows.
    return { remove: found?.id ?? `none-${facet}` };
  }
  if ('set' in edit) {
    const defaults = { id: `set-${edit.set.facet}`, strength: 'must', scope: 'category', words: '' } as const;
    return { set: { ...defaults, ...edit.set } };
  }
  return edit as StateEdit;
}

function describeFailure(
  one: DialogueCase,
  at: number,
  verdict: TurnVerdict,
  { place, constraints }: { place: { caseId: string; turn: number; tags: string[] }; constraints: string[] },
): Failure {
  const texts = one.turns.slice(0, at + 1).map((turn) => turn.text ?? JSON.stringify(turn.edit));
  const judged = verdict.cards.length;
  const good = verdict.cards.filter((card) => card.broke.length === 0).length;
  const score = judged === 0 ? 0 : good / judged;
  return { ...place, text: texts.join(' → '), reasons: verdict.reasons, constraints, cards: verdict.cards, score };
}
