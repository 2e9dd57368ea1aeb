import { applyChanges } from '../dialogue/apply-changes.ts';
import type { DialogueState } from '../domain/dialogue-state.ts';
import type { SessionMemory } from '../domain/session-memory.ts';
import { type MergedIntent, mergeProposal, type ReadingOption, replaceWishes } from '../llm/merge-proposal.ts';
import type { CheckedProposal } from '../llm/propose-intent.ts';
import type { TurnModel } from '../llm/turn-model.ts';
import { type AskReason, whenToAsk } from '../llm/when-to-ask.ts';
import { buildConstraint, scopeOf } from '../understanding/build-constraint.ts';
import type { TurnReading } from './read-turn.ts';
import type { TurnTools } from './run-turn.ts';

/** A turn as it is read after a model was asked about it, or as it was before. */
export interface Reread {
  reading: TurnReading;
  memory: SessionMemory;
  /** The model added something: understanding and row are worth a next revision. */
  differs: boolean;
  /** Readings for the shopper to confirm. */
  options: ReadingOption[];
  /** The model gave no usable answer. */
  hasFailed: boolean;
}

/**
 * Asks a model what the words mean where the embedded parser left something open. Everything that must be stays; what the model finds beside
 * it comes from the words and the catalog, or it does not come. Never throws but for the reason of an aborted signal.
 */
export async function rereadTurn(tools: TurnTools, reading: TurnReading, memory: SessionMemory): Promise<Reread> {
  const { shop, input, signal, watch } = tools;
  const { model } = shop;
  const same: Reread = { reading, memory, differs: false, options: [], hasFailed: false };
  if (!model || model.uses.reading === 'off' || input.text === undefined) return same;
  const reason = reasonToAsk(model, input.text, reading, tools);
  model.tally.turn(reason);
  if (!reason) return same;
  try {
    const proposal = await watch.time('model', () => propose(model, tools, reading, memory));
    signal.throwIfAborted();
    return adopt(tools, { model, reading, memory, proposal });
  } catch {
    signal.throwIfAborted();
    model.tally.reading('failed');
    return { ...same, hasFailed: true };
  }
}

/** In the cascade a model reads only the turns that are worth a call, otherwise every turn that it may change. */
function reasonToAsk(
  { uses }: TurnModel,
  text: string,
  { intent }: TurnReading,
  { shop }: TurnTools,
): AskReason | undefined {
  const reason = whenToAsk(text, intent, shop.lexicon.language);
  const isOpen = intent.act === 'search' || intent.act === 'refine' || intent.act === 'unclear';
  return uses.reading !== 'cascade' && isOpen ? (reason ?? 'always') : reason;
}

function propose(
  model: TurnModel,
  { shop, input, signal }: TurnTools,
  { intent }: TurnReading,
  { dialogue }: SessionMemory,
): Promise<CheckedProposal> {
  return model.propose(
    {
      text: input.text ?? '',
      lexicon: shop.lexicon,
      intent,
      active: dialogue.wishes.constraints,
      build: (wish, strength) => buildConstraint(wish, { strength, scope: scopeOf(wish.facet) }),
    },
    { sessionId: input.sessionId, signal },
  );
}

interface Asked {
  model: TurnModel;
  reading: TurnReading;
  memory: SessionMemory;
  proposal: CheckedProposal;
}

function adopt(tools: TurnTools, { model, reading, memory, proposal }: Asked): Reread {
  const { input, shop } = tools;
  const before = input.memory.dialogue;
  const hasRow = before.rows.length > 0;
  // References and comparisons are resolved by now; the merge must see what they came to.
  const intent = { ...reading.intent, changes: reading.changes };
  const isAlone = model.uses.reading === 'alone';
  const merged = isAlone
    ? replaceWishes(intent, proposal, { hasRow })
    : mergeProposal(intent, proposal, { hasRow, active: memory.dialogue.wishes.constraints });
  const dialogue = applyChanges(before, merged.intent.changes, shop.meanings);
  const isKept = isAlone || keepsMusts(memory.dialogue, dialogue);
  const differs = merged.differs && isKept;
  const options = isKept ? merged.options : [];
  if (!differs) {
    model.tally.reading(options.length > 0 ? 'question' : 'same');
    return { reading, memory, differs, options, hasFailed: false };
  }
  const { turns, focus } = memory.dialogue;
  return {
    reading: readMerged(reading, merged),
    memory: { ...memory, dialogue: { ...dialogue, turns, focus } },
    differs,
    options,
    hasFailed: false,
  };
}

function readMerged(reading: TurnReading, { intent }: MergedIntent): TurnReading {
  const { act, changes, ledger } = intent;
  return { ...reading, act, changes, ledger, intent, showsRow: act === 'search' || act === 'refine' };
}

/** Whatever a merge does, a wish that must be never goes because a model spoke. */
function keepsMusts(embedded: DialogueState, merged: DialogueState): boolean {
  const kept = new Set(merged.wishes.constraints.map((one) => JSON.stringify(one)));
  return embedded.wishes.constraints.every((one) => one.strength !== 'must' || kept.has(JSON.stringify(one)));
}
