import { checkSentence } from './check-sentence.ts';
import type { ClaimKind, ClaimScene, SceneItem } from './claim-scene.ts';
import { SentenceHolder } from './sentence-holder.ts';

export interface GateReport {
  passed: number;
  /** Sentences that did not leave, with what was wrong. */
  held: { sentence: string; kind: ClaimKind; reason: string }[];
  /** The template spoke in place of the model. */
  usedTemplate: boolean;
  /** The stream broke off; what had passed until then stays. */
  fault?: unknown;
}

export interface Gate {
  scene: ClaimScene;
  /** What Aisle says without a model; takes the place of the first sentence that fails, and of an answer that says nothing. */
  template: string;
}

/** Sentences of an answer beyond this are not read: a shopper wants cards. */
const MOST_SENTENCES = 8;

/**
 * Lets a model's reply through sentence by sentence. What is yielded is checked against the records and has its mentions filled in; a
 * sentence that fails is replaced by the template once and dropped after. Never throws but for the reason of an aborted signal.
 */
export async function* gateReply(
  stream: AsyncIterable<string>,
  { scene, template }: Gate,
  report: GateReport,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const holder = new SentenceHolder();
  let before: readonly SceneItem[] = [];
  let seen = 0;
  let said = 0;

  function* check(sentence: string): Generator<string> {
    seen += 1;
    const checked = checkSentence(sentence.trim(), scene, before);
    if (checked.ok) {
      before = checked.subjects;
      report.passed += 1;
      yield spaced(checked.text);
      return;
    }
    report.held.push({ sentence: sentence.trim(), kind: checked.kind, reason: checked.reason });
    // What "it" means after a sentence that nobody has read is not what the model thinks.
    before = [];
    if (!report.usedTemplate && said === 0) {
      report.usedTemplate = true;
      yield spaced(template);
    }
  }
  const spaced = (text: string): string => (said++ === 0 ? text : ` ${text}`);

  try {
    for await (const delta of stream) {
      signal.throwIfAborted();
      for (const sentence of holder.push(delta)) if (seen < MOST_SENTENCES) yield* check(sentence);
      if (seen >= MOST_SENTENCES) break;
    }
    const rest = holder.end();
    if (rest && seen < MOST_SENTENCES) yield* check(rest);
  } catch (fault) {
    signal.throwIfAborted();
    // Half a sentence says half the truth: it stays unsaid.
    report.fault = fault;
  }
  if (said === 0) {
    report.usedTemplate = true;
    yield spaced(template);
  }
}

export const emptyReport = (): GateReport => ({ passed: 0, held: [], usedTemplate: false });
