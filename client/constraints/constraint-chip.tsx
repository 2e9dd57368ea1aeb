import { ChevronDown, CircleDashed, Lock, Trash2, X } from 'lucide-react';
import type { Constraint } from '../../server/contract/index.ts';
import { useApp, useWords } from '../ui/app-context.tsx';
import { Menu } from '../ui/menu.tsx';
import { describeConstraint } from './describe-constraint.ts';

interface ConstraintChipProps {
  constraint: Constraint;
  onRemove: () => void;
  onSet: (constraint: Constraint) => void;
}

/** Solid for a must, dashed for a wish; the name opens the choices, the cross removes at once. */
export function ConstraintChip({ constraint, onRemove, onSet }: ConstraintChipProps) {
  const { strings } = useApp();
  const must = constraint.strength === 'must';
  const what = describeConstraint(constraint, useWords());
  const words = strings.constraints;
  const look = must
    ? 'border-transparent bg-accent-soft text-accent-strong'
    : 'border-dashed border-line-strong bg-surface text-ink';
  return (
    <div className={`flex max-w-[80vw] items-stretch rounded-full border text-sm font-medium sm:max-w-80 ${look}`}>
      <Menu
        trigger={
          <button
            type="button"
            aria-label={words.change(what, must ? words.must : words.prefer)}
            className="flex min-h-11 min-w-0 items-center gap-1 rounded-s-full ps-3.5 pe-1 hover:opacity-75"
          >
            <span className="truncate">{what}</span>
            <ChevronDown className="size-3.5 shrink-0 opacity-60" aria-hidden />
          </button>
        }
        heading={constraint.words && words.yourWords(constraint.words)}
        choices={[
          must
            ? {
                label: words.makePrefer,
                icon: <CircleDashed className="size-4.5 text-muted" aria-hidden />,
                onSelect: () => onSet({ ...constraint, strength: 'prefer' }),
              }
            : {
                label: words.makeMust,
                icon: <Lock className="size-4.5 text-muted" aria-hidden />,
                onSelect: () => onSet({ ...constraint, strength: 'must' }),
              },
          { label: words.remove, icon: <Trash2 className="size-4.5 text-muted" aria-hidden />, onSelect: onRemove },
        ]}
      />
      <button
        type="button"
        aria-label={words.removeOne(what)}
        title={words.removeOne(what)}
        onClick={onRemove}
        className="grid w-11 shrink-0 place-items-center rounded-e-full hover:opacity-75"
      >
        <X className="size-4" aria-hidden />
      </button>
    </div>
  );
}
