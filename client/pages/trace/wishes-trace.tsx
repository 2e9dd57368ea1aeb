import type { TracedConstraint, TurnTraceView } from '../../../server/contract/trace.ts';
import { DataTable } from '../data-table.tsx';
import { describeWish } from '../describe-wish.ts';
import { usePage } from '../page-context.tsx';
import { Section } from '../section.tsx';
import { Source } from './source.tsx';

/** All wishes with what this turn did to them. */
export function WishesTrace({ trace: { constraints, changes, currency } }: { trace: TurnTraceView }) {
  const page = usePage();
  const { words, strings } = page;
  const changeOf = ({ change, before }: TracedConstraint) =>
    change === 'changed'
      ? words.wishes.changes.changed(before ? describeWish(before, page, currency) : '')
      : words.wishes.changes[change];
  return (
    <Section heading={words.wishes.heading}>
      <DataTable
        caption={words.wishes.heading}
        hideCaption
        empty={words.wishes.empty}
        columns={[
          { label: words.wishes.wish },
          { label: words.wishes.formal },
          { label: words.wishes.strength },
          { label: words.wishes.scope },
          { label: words.wishes.words },
          { label: words.wishes.change },
        ]}
        rows={constraints.map((traced) => {
          const { constraint, change } = traced;
          const wish = describeWish(constraint, page, currency);
          return {
            key: `${constraint.id}-${change}`,
            cells: [
              change === 'gone' ? <s key="wish">{wish}</s> : wish,
              <code key="formal">{`${constraint.facet} ${constraint.relation}`}</code>,
              strings.constraints[constraint.strength],
              words.wishes.scopes[constraint.scope],
              constraint.words,
              changeOf(traced),
            ],
          };
        })}
      />
      {changes && changes.length > 0 && (
        <Source label={words.wishes.steps} text={changes.map((change) => JSON.stringify(change)).join('\n')} />
      )}
    </Section>
  );
}
