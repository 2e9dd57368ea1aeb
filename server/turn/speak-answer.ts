import { fence } from '../llm/fence.ts';
import { emptyReport, gateReply } from '../reply/claims/gate-reply.ts';
import { buildClaimScene, describeItem, GATED_LANGUAGE } from './build-claim-scene.ts';
import type { TurnReading } from './read-turn.ts';
import type { TurnTools } from './run-turn.ts';

/** Items that one answer speaks of; more than these nobody compares in words. */
const MOST_ITEMS = 3;

/**
 * The answer to a question about shown items or to a comparison: the template, or what a model says as far as the records bear it out. Gives
 * what was degraded.
 */
export async function speakAnswer(
  { emit, signal, ...tools }: TurnTools,
  reading: TurnReading,
  template: string,
): Promise<string[]> {
  const { shop, input } = tools;
  const items = reading.focus.ids.slice(0, MOST_ITEMS);
  const records = reading.shown.filter(({ item }) => items.includes(item.id));
  const isAboutItems = records.length > 0 && (reading.act === 'compare' ? records.length > 1 : true);
  const { model } = shop;
  if (!model?.uses.replies || !isAboutItems || !input.text || shop.lexicon.language.code !== GATED_LANGUAGE) {
    emit({ type: 'text-delta', delta: template });
    return [];
  }
  const { constraints } = input.memory.dialogue.wishes;
  // How many fit is not known here: nothing may be said of all that fit, only of what is on the screen.
  const row = { total: Number.POSITIVE_INFINITY, constraints, focus: items };
  const scene = buildClaimScene({ emit, signal, ...tools }, reading.shown, row);
  const told = scene.shown.filter(({ id }) => items.includes(id)).map(describeItem);
  const shopper = fence(input.text);
  const options = { sessionId: input.sessionId, signal };
  const stream =
    reading.act === 'compare'
      ? model.speak('compare', { items: told.join('\n'), differences: fence(template), shopper }, options)
      : model.speak('answer-about-item', { item: told.join('\n'), asked: fence(reading.asked), shopper }, options);
  const report = emptyReport();
  let said = '';
  for await (const delta of gateReply(stream, { scene, template }, report, signal)) {
    said += delta;
    emit({ type: 'text-delta', delta });
  }
  const isOffTopic = reading.asked.length > 0 && !isAbout(said, template, tools);
  if (isOffTopic) emit({ type: 'text-delta', delta: ` ${template}` });
  model.tally.reply(isOffTopic ? { ...report, usedTemplate: true } : report);
  return report.fault === undefined ? [] : ['model'];
}

/** True words about something else are no answer: what the record says of the question, beside the item's name, must occur. */
function isAbout(said: string, template: string, { shop }: Pick<TurnTools, 'shop'>): boolean {
  const { language } = shop.lexicon;
  const stemsOf = (text: string): string[] =>
    language.tokenise(text).flatMap(({ kind, stem }) => (kind === 'symbol' || language.isFiller(stem) ? [] : [stem]));
  const answer = new Set(stemsOf(template.slice(template.indexOf(':') + 1)));
  return stemsOf(said).some((stem) => answer.has(stem));
}
