import type { Constraint } from '../../server/contract/constraint.ts';
import { emptyMemory } from '../../server/domain/session-memory.ts';
import type { Assistant } from '../../server/turn/turn.ts';
import { type ConstraintMatch, describeConstraint, matchConstraints } from '../metrics/match-constraints.ts';
import { share, truth } from '../metrics/unit.ts';
import { mapPool } from '../shop/map-pool.ts';
import { playTurn, type TurnRecord } from '../shop/play-turn.ts';
import type { UnderstandingCase } from '../suite/cases.ts';
import type { ExpectedConstraint } from '../suite/expectation.ts';
import { type Arm, CASES_AT_ONCE, type KindContext, mergeOutcomes, type Outcome } from './outcome.ts';

export async function runUnderstanding(cases: UnderstandingCase[], arm: Arm, context: KindContext): Promise<Outcome> {
  const { assistant } = arm;
  if (!assistant)
    return { units: [], failures: [], answers: new Map(), notes: [`arm ${arm.name} understands nothing`] };
  const outcomes = await mapPool(cases, CASES_AT_ONCE, async (one) => {
    const record = await understand(assistant, one);
    context.tick();
    return judgeUnderstanding(one, record);
  });
  return mergeOutcomes(outcomes);
}

async function understand(assistant: Assistant, one: UnderstandingCase): Promise<TurnRecord> {
  let memory = emptyMemory();
  for (const [at, text] of (one.context ?? []).entries()) {
    const record = await playTurn(assistant, { caseId: one.id, turn: at + 1, text, limit: 12, memory });
    memory = record.memory;
  }
  const turn = (one.context?.length ?? 0) + 1;
  return playTurn(assistant, { caseId: one.id, turn, text: one.text, limit: 12, memory });
}

export function judgeUnderstanding(one: UnderstandingCase, record: TurnRecord): Outcome {
  const understood = record.error === undefined ? record.constraints : [];
  const match = matchConstraints(one.expect.constraints, understood);
  const [hits, misses, extras] = [match.matched.length, match.missing.length, match.surplus.length];
  const actFits = one.expect.act === undefined || fitsAct(one.expect.act, record);
  const isExact = misses === 0 && extras === 0 && actFits && record.error === undefined;
  const shares = {
    f1: share(2 * hits, 2 * hits + misses + extras),
    precision: share(hits, hits + extras),
    recall: share(hits, hits + misses),
    exact: truth(isExact),
    ...(one.expect.act === undefined ? {} : { act: truth(actFits && record.error === undefined) }),
    errors: truth(record.error !== undefined),
  };
  const constraints = understood.map(describeConstraint);
  const units = [{ caseId: one.id, tags: one.tags, shares }];
  const answers = new Map([[one.id, [{ cards: [], constraints }]]]);
  if (isExact) return { units, failures: [], answers, notes: [] };
  const reasons = describeMisses(match, actFits ? undefined : { expected: one.expect.act, record }, record.error);
  const score = hits + misses + extras === 0 ? 0.5 : (2 * hits) / (2 * hits + misses + extras);
  const text = [...(one.context ?? []), one.text].join(' → ');
  return {
    units,
    failures: [{ caseId: one.id, text, tags: one.tags, reasons, constraints, cards: [], score }],
    answers,
    notes: [],
  };
}

type ExpectedAct = UnderstandingCase['expect']['act'];

export function fitsAct(expected: NonNullable<ExpectedAct>, record: TurnRecord): boolean {
  return record.act !== undefined && [expected].flat().includes(record.act);
}

function describeMisses(
  match: ConstraintMatch,
  act: { expected: ExpectedAct; record: TurnRecord } | undefined,
  error: string | undefined,
): string[] {
  return [
    ...(error === undefined ? [] : [`error: ${error}`]),
    ...(act ? [`act is ${act.record.act ?? 'missing'}, expected ${[act.expected].flat().join(' or ')}`] : []),
    ...match.missing.map((one: ExpectedConstraint) => `missed: ${describeConstraint(one)}`),
    ...match.surplus.map((one: Constraint) => `not asked for: ${describeConstraint(one)}`),
  ];
}
