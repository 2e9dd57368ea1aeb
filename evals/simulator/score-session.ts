import { share, truth, type Unit } from '../metrics/unit.ts';
import { MOST_TURNS, type SessionResult } from './play-session.ts';

const WEIGHTS = { hit: 0.5, mrr: 0.3, turns: 0.2 } as const;

/** One session as a unit of figures: hit@10, reciprocal rank, turn efficiency (1 at the first turn, 0 at the last) and their sum. */
export function scoreSession({ persona, turns, place, value }: SessionResult, caseId: string): Unit {
  const isHit = turns !== undefined && place !== undefined;
  const rank = isHit ? 1 / place : 0;
  const efficiency = isHit ? 1 - (turns - 1) / (MOST_TURNS - 1) : 0;
  return {
    caseId,
    tags: [persona.scenario],
    shares: {
      score: share(WEIGHTS.hit * Number(isHit) + WEIGHTS.mrr * rank + WEIGHTS.turns * efficiency),
      'hit@10': truth(isHit),
      mrr: share(rank),
      efficiency: share(efficiency),
      ...(isHit ? { turns: share(turns) } : {}),
      value: share(value),
    },
  };
}
