import type { Card } from '../contract/card.ts';
import type { Wishes } from '../domain/dialogue-state.ts';
import { fence } from '../llm/fence.ts';
import type { ClaimScene } from '../reply/claims/claim-scene.ts';
import { emptyReport, gateReply } from '../reply/claims/gate-reply.ts';
import type { RowFacts } from '../reply/compose-reply.ts';
import { buildClaimScene, describeItem, GATED_LANGUAGE } from './build-claim-scene.ts';
import type { TurnTools } from './run-turn.ts';
import type { SearchRow } from './search-row.ts';

export interface SpokenRow {
  row: SearchRow;
  cards: readonly Card[];
  wishes: Wishes;
  facts: Pick<RowFacts, 'unsupported'>;
}

/** Items of which a model is told; the rest of the row is on the screen all the same. */
const MOST_TOLD = 5;

/**
 * The words above a row: the template, or what a model says of it as far as the records bear it out. Where something could not be used or
 * nothing fits, the template alone speaks: it says all that must be said. Gives what was degraded.
 */
export async function speakRow(tools: TurnTools, spoken: SpokenRow, template: string): Promise<string[]> {
  const { shop, emit, input, signal } = tools;
  const { row, cards, facts } = spoken;
  const isPlain = !row.nearMiss && row.total > 0 && cards.length > 0 && facts.unsupported.length === 0;
  if (
    !shop.model?.uses.replies ||
    !isPlain ||
    input.text === undefined ||
    shop.lexicon.language.code !== GATED_LANGUAGE
  ) {
    emit({ type: 'text-delta', delta: template });
    return [];
  }
  const records = await shop.retriever.items(
    cards.map(({ id }) => id),
    signal,
  );
  const { total, nearMiss } = row;
  const scene = buildClaimScene(tools, records, { total, nearMiss, constraints: spoken.wishes.constraints, focus: [] });
  const report = emptyReport();
  const stream = shop.model.speak('compose-reply', variablesOf(scene, input.text), {
    sessionId: input.sessionId,
    signal,
  });
  for await (const delta of gateReply(stream, { scene, template }, report, signal)) emit({ type: 'text-delta', delta });
  shop.model.tally.reply(report);
  return report.fault === undefined ? [] : ['model'];
}

const variablesOf = ({ shown, total, constraints }: ClaimScene, text: string): Record<string, string> => ({
  row: fence({ productsThatFit: total, shown: shown.filter(({ product }) => product).length }),
  items: shown.slice(0, MOST_TOLD).map(describeItem).join('\n'),
  wishes: fence(constraints.map(({ facet, relation, value, strength }) => ({ facet, relation, value, strength }))),
  shopper: fence(text),
});
