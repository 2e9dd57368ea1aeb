import type { ReadingOption } from '../llm/merge-proposal.ts';
import { describeConstraint } from '../reply/describe.ts';
import { pickReplyStrings } from '../reply/strings/pick-reply-strings.ts';
import type { TurnTools } from './run-turn.ts';

/** Readings that would take a wish away, or leave nothing to show, are the shopper's to confirm with a tap. */
export function askToConfirm({ emit, shop }: TurnTools, options: readonly ReadingOption[]): void {
  if (options.length === 0) return;
  const { currency } = shop.profile;
  const strings = pickReplyStrings(shop.lexicon.language.code);
  emit({
    type: 'question',
    question: strings.confirm,
    options: options.map(({ constraint, edit }) => ({
      label: describeConstraint(constraint, currency, strings),
      edit,
    })),
  });
}
