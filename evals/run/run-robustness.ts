import type { Answer, Arm, KindContext, Outcome } from '../kinds/outcome.ts';
import { compareUnits, type Difference, type Figure } from '../metrics/figure.ts';
import { hashText, seededRandom } from '../metrics/seeded-random.ts';
import { truth, type Unit } from '../metrics/unit.ts';
import { CHANGES } from '../robustness/changes.ts';
import type { DialogueCase } from '../suite/cases.ts';
import type { ChangeName } from '../suite/suite.ts';
import { type LoadedCases, PRIMARY } from './load-cases.ts';
import { runArm } from './run-arm.ts';

export interface RobustnessOutcome extends Outcome {
  /** `drop:<change>`: what the change costs, paired by case. */
  drops: Figure[];
}

/** Runs the base, then each change over the cases where it applies, and compares the two case by case. */
export async function runRobustness(
  loaded: LoadedCases,
  { changes, seed }: { changes: ChangeName[]; seed: number },
  arm: Arm,
  context: KindContext,
): Promise<RobustnessOutcome> {
  const metric = PRIMARY[loaded.kind];
  const base = await runArm(loaded, arm, context);
  const merged: RobustnessOutcome = {
    units: rename(base.units, metric, 'base'),
    failures: [],
    answers: base.answers,
    notes: [],
    drops: [],
  };
  for (const change of changes) {
    const changed = changeCases(loaded, change, seed);
    const count = changed.loaded.cases.length;
    merged.notes.push(
      `${change}: ${count} of ${loaded.cases.length} cases change${count === 0 ? ', nothing to compare' : ''}`,
    );
    if (count === 0) continue;
    const outcome = await runArm(changed.loaded, arm, context);
    if (change === 'negation-flip') merged.units.push(...judgeFlips(changed, base.answers, outcome));
    else {
      merged.units.push(...rename(outcome.units, metric, change));
      merged.drops.push(...measureDrop(change, compareUnits(base.units, outcome.units, metric)));
      merged.failures.push(...newFailures(change, base, outcome));
    }
  }
  return merged;
}

const rename = (units: Unit[], metric: string, name: string): Unit[] =>
  units.flatMap((unit) => {
    const part = unit.shares[metric];
    return part ? [{ ...unit, shares: { [name]: part } }] : [];
  });

const measureDrop = (change: string, difference: Difference | undefined): Figure[] =>
  difference
    ? [
        {
          metric: `drop:${change}`,
          value: difference.delta,
          low: difference.low,
          high: difference.high,
          count: difference.cases,
        },
      ]
    : [];

/** What the base got right and the change broke. */
function newFailures(change: string, base: Outcome, outcome: Outcome): Outcome['failures'] {
  const known = new Set(base.failures.map((failure) => `${failure.caseId}#${failure.turn}`));
  return outcome.failures
    .filter((failure) => !known.has(`${failure.caseId}#${failure.turn}`))
    .map((failure) => ({ ...failure, tags: [change, ...failure.tags] }));
}

interface ChangedCases {
  loaded: LoadedCases;
  /** Turn (from 0) that was changed, by case; the last one where several were. */
  turns: Map<string, number>;
}

export function changeCases(loaded: LoadedCases, change: ChangeName, seed: number): ChangedCases {
  const turns = new Map<string, number>();
  const apply = (id: string, turn: number, text: string, paraphrases?: string[]): string | undefined =>
    CHANGES[change](text, { random: seededRandom(hashText(`${seed} ${change} ${id} ${turn}`)), paraphrases });
  const single = <Case extends { id: string; text: string; paraphrases?: string[] }>(cases: Case[]): Case[] =>
    cases.flatMap((one) => {
      const text = apply(one.id, 0, one.text, one.paraphrases);
      if (text === undefined) return [];
      turns.set(one.id, 0);
      return [{ ...one, text }];
    });
  // A line that is no case is a fault of the base and would count once more for every change.
  const problems: LoadedCases['problems'] = [];
  if (loaded.kind === 'dialogue') {
    const cases = loaded.cases.flatMap((one) => changeDialogue(one, change, { apply, turns }));
    return { turns, loaded: { ...loaded, problems, cases } };
  }
  if (loaded.kind === 'understanding') return { turns, loaded: { ...loaded, problems, cases: single(loaded.cases) } };
  return { turns, loaded: { ...loaded, problems, cases: single(loaded.cases) } };
}

function changeDialogue(
  one: DialogueCase,
  change: ChangeName,
  {
    apply,
    turns,
  }: {
    apply: (id: string, turn: number, text: string, paraphrases?: string[]) => string | undefined;
    turns: Map<string, number>;
  },
): DialogueCase[] {
  const texts = one.turns.map((turn, at) => (turn.text ? apply(one.id, at, turn.text, turn.paraphrases) : undefined));
  const last = texts.findLastIndex((text) => text !== undefined);
  if (last < 0) return [];
  turns.set(one.id, last);
  // A flip is judged where it happens: everything before stays as it was, nothing comes after.
  const kept = change === 'negation-flip' ? one.turns.slice(0, last + 1) : one.turns;
  const isChanged = (at: number): boolean => change !== 'negation-flip' || at === last;
  return [
    { ...one, turns: kept.map((turn, at) => (isChanged(at) && texts[at] ? { ...turn, text: texts[at] } : turn)) },
  ];
}

/** The flipped request must get another answer, and an answer at all: showing nothing twice is no understanding. */
function judgeFlips({ turns }: ChangedCases, base: Outcome['answers'], outcome: Outcome): Unit[] {
  return [...turns].map(([caseId, turn]) => {
    const before = base.get(caseId)?.[turn];
    const after = outcome.answers.get(caseId)?.[turn];
    return { caseId, tags: [], shares: { 'negation-flip': truth(isOther(before, after)) } };
  });
}

function isOther(before: Answer | undefined, after: Answer | undefined): boolean {
  if (!before || !after || isEmpty(before) || isEmpty(after)) return false;
  const key = (answer: Answer): string =>
    JSON.stringify(answer.cards.length > 0 ? answer.cards : [...answer.constraints].sort());
  return key(before) !== key(after);
}

const isEmpty = (answer: Answer): boolean => answer.cards.length === 0 && answer.constraints.length === 0;
