import type { ModelUses } from '../llm/turn-model.ts';
import type { TurnTools } from './run-turn.ts';

/** For the rest of a turn whose model did not answer: waiting for it again would double the wait. */
export const withoutModel = (tools: TurnTools): TurnTools => ({ ...tools, shop: { ...tools.shop, model: undefined } });

/** For the rest of a turn that was read again already. */
export function withoutReading(tools: TurnTools): TurnTools {
  const { model } = tools.shop;
  if (!model) return tools;
  const uses: ModelUses = { ...model.uses, reading: 'off' };
  return { ...tools, shop: { ...tools.shop, model: { ...model, uses } } };
}
