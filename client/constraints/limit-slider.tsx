import { useState } from 'react';
import type { Constraint } from '../../server/contract/index.ts';
import { useApp, useWords } from '../ui/app-context.tsx';
import { Button } from '../ui/button.tsx';
import { describeConstraint, describeFacet } from './describe-constraint.ts';
import type { SliderRange } from './slider-range.ts';

interface LimitSliderProps {
  constraint: Constraint;
  range: SliderRange;
  onSet: (constraint: Constraint) => void;
}

/** Moving it only shows the new limit; the search changes when it is applied, so that one move is one step to undo. */
export function LimitSlider({ constraint, range, onSet }: LimitSliderProps) {
  const { strings } = useApp();
  const words = useWords();
  const [value, setValue] = useState(range.value);
  const changed = { ...constraint, value };
  const shown = describeConstraint(changed, words);
  return (
    <div className="mt-4 px-1">
      <p aria-hidden className="text-lg font-semibold tabular-nums">
        {shown}
      </p>
      <input
        type="range"
        min={range.min}
        max={range.max}
        step={range.step}
        value={value}
        aria-label={strings.constraints.limit(describeFacet(constraint.facet, words))}
        aria-valuetext={shown}
        onChange={(event) => setValue(event.target.valueAsNumber)}
        className="h-11 w-full cursor-pointer accent-accent"
      />
      <Button
        look="primary"
        className="mt-1 w-full"
        disabled={value === range.value}
        // The words said another number: they would be untrue of the new limit.
        onClick={() => onSet({ ...changed, words: shown })}
      >
        {strings.constraints.apply}
      </Button>
    </div>
  );
}
