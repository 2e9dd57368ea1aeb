import type { Arm, KindContext, Outcome } from '../kinds/outcome.ts';
import { runDialogue } from '../kinds/run-dialogue.ts';
import { runRetrieval } from '../kinds/run-retrieval.ts';
import { runUnderstanding } from '../kinds/run-understanding.ts';
import { truth, type Unit } from '../metrics/unit.ts';
import type { CaseProblem } from '../suite/read-cases.ts';
import { type LoadedCases, PRIMARY } from './load-cases.ts';

/** Runs one arm over the cases of any kind; broken lines count as failed cases for every arm alike. */
export async function runArm(loaded: LoadedCases, arm: Arm, context: KindContext): Promise<Outcome> {
  const outcome = await runKind(loaded, arm, context);
  const failed = loaded.problems.map((problem) => failProblem(problem, PRIMARY[loaded.kind]));
  return { ...outcome, units: [...outcome.units, ...failed] };
}

function runKind(loaded: LoadedCases, arm: Arm, context: KindContext): Promise<Outcome> {
  if (loaded.kind === 'retrieval') return runRetrieval(loaded.cases, loaded.judgments, arm, context);
  if (loaded.kind === 'understanding') return runUnderstanding(loaded.cases, arm, context);
  return runDialogue(loaded.cases, arm, context);
}

const failProblem = (problem: CaseProblem, metric: string): Unit => ({
  caseId: `line ${problem.line}`,
  tags: [],
  shares: { [metric]: truth(false), errors: truth(true) },
});
