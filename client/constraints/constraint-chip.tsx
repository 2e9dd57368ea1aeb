import { ChevronDown, CircleDashed, Lock, X } from 'lucide-react';
import type { Constraint } from '../../server/contract/index.ts';
import { useApp, useWords } from '../ui/app-context.tsx';
import { Popover } from '../ui/popover.tsx';
import { ConstraintEditor } from './constraint-editor.tsx';
import { describeConstraint } from './describe-constraint.ts';

interface ConstraintChipProps {
  constraint: Constraint;
  onRemove: () => void;
  onSet: (constraint: Constraint) => void;
}

/** Solid for a must, dashed for a wish: the sign in front changes that, the name opens its values, the cross removes at once. */
export function ConstraintChip({ constraint, onRemove, onSet }: ConstraintChipProps) {
  const { strings } = useApp();
  const must = constraint.strength === 'must';
  const what = describeConstraint(constraint, useWords());
  const words = strings.constraints;
  const turn = must ? words.toPrefer(what) : words.toMust(what);
  const Sign = must ? Lock : CircleDashed;
  return (
    <div
      className={`flex max-w-[80cqi] items-stretch rounded-full border text-sm font-medium sm:max-w-80 ${
        must
          ? 'border-transparent bg-accent-soft text-accent-strong'
          : 'border-dashed border-line-strong bg-surface text-ink'
      }`}
    >
      <button
        type="button"
        aria-label={turn}
        title={turn}
        onClick={() => onSet({ ...constraint, strength: must ? 'prefer' : 'must' })}
        className="grid min-h-11 w-11 shrink-0 place-items-center rounded-s-full hover:opacity-75"
      >
        <Sign className="size-3.5" aria-hidden />
      </button>
      <Popover
        label={what}
        trigger={(button) => (
          <button
            type="button"
            aria-label={words.change(what, must ? words.must : words.prefer)}
            {...button}
            className="flex min-h-11 min-w-11 items-center gap-1 pe-1 hover:opacity-75"
          >
            <span className="truncate">{what}</span>
            <ChevronDown className="size-3.5 shrink-0 opacity-60" aria-hidden />
          </button>
        )}
      >
        {(close) => (
          <ConstraintEditor
            constraint={constraint}
            onSet={(changed) => {
              close();
              onSet(changed);
            }}
          />
        )}
      </Popover>
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
