import { z } from 'zod';
import { Constraint, StateEdit } from '../../server/contract/constraint.ts';
import { Expectation, ExpectedAct, ExpectedConstraint } from './expectation.ts';

const Id = z.union([z.string().min(1), z.number()]).transform(String);
const Text = z.string().trim().min(1).max(2000);
const Tags = z.array(z.string()).default([]);
/** Other wordings of the same request, for the robustness change `paraphrase`. */
const Paraphrases = z.array(Text).optional();

export const RetrievalCase = z.object({ id: Id, text: Text, tags: Tags, paraphrases: Paraphrases });
export type RetrievalCase = z.infer<typeof RetrievalCase>;

export const UnderstandingCase = z.object({
  id: Id,
  text: Text,
  tags: Tags,
  paraphrases: Paraphrases,
  /** Earlier turns of the conversation, not judged. */
  context: z.array(Text).optional(),
  expect: z.object({ act: ExpectedAct.optional(), constraints: z.array(ExpectedConstraint) }).strict(),
});
export type UnderstandingCase = z.infer<typeof UnderstandingCase>;

/**
 * An edit as the contract has it, or one that names the constraint by what it says: a case cannot know the ids that
 * the assistant will give.
 */
export const CaseEdit = z.union([
  StateEdit,
  z
    .object({ remove: z.object({ facet: z.string(), value: z.union([z.string(), z.number()]).optional() }).strict() })
    .strict(),
  z.object({ set: Constraint.partial({ id: true, strength: true, scope: true, words: true }) }).strict(),
]);
export type CaseEdit = z.infer<typeof CaseEdit>;

export const DialogueTurn = z
  .object({
    text: Text.optional(),
    edit: CaseEdit.optional(),
    expect: Expectation.default({}),
    tags: Tags,
    paraphrases: Paraphrases,
  })
  .refine((turn) => (turn.text === undefined) !== (turn.edit === undefined), {
    message: 'a turn has either text or edit',
  });
export type DialogueTurn = z.infer<typeof DialogueTurn>;

export const DialogueCase = z.object({ id: Id, tags: Tags, turns: z.array(DialogueTurn).min(1) });
export type DialogueCase = z.infer<typeof DialogueCase>;
