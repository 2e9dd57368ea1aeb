import { checkSentence } from '../../server/reply/claims/check-sentence.ts';
import type { LabelledSentence } from './labelled-sentence.ts';

export interface ClaimsReport {
  trueSentences: number;
  falseSentences: number;
  /** False sentences that would leave; must be none. */
  falsePasses: LabelledSentence[];
  /** True sentences held back, with what was wrong with them. */
  heldBack: { labelled: LabelledSentence; reason: string }[];
}

export function judgeClaims(sentences: readonly LabelledSentence[]): ClaimsReport {
  const report: ClaimsReport = { trueSentences: 0, falseSentences: 0, falsePasses: [], heldBack: [] };
  for (const labelled of sentences) {
    const { scene, sentence, previous, isTrue } = labelled;
    const before = previous ? checkSentence(previous, scene) : undefined;
    const checked = checkSentence(sentence, scene, before?.ok ? before.subjects : []);
    if (isTrue) report.trueSentences += 1;
    else report.falseSentences += 1;
    if (isTrue && !checked.ok) report.heldBack.push({ labelled, reason: checked.reason });
    if (!isTrue && checked.ok) report.falsePasses.push(labelled);
  }
  return report;
}
