import { CircleDashed, Lock } from 'lucide-react';
import { useMemo } from 'react';
import type { Constraint } from '../../server/contract/index.ts';
import { useApp, useAppState } from '../ui/app-context.tsx';
import { Segments } from '../ui/segments.tsx';
import { LimitSlider } from './limit-slider.tsx';
import { offeredValues } from './offered-values.ts';
import { sliderRange } from './slider-range.ts';
import { ValueList } from './value-list.tsx';

interface ConstraintEditorProps {
  constraint: Constraint;
  onSet: (constraint: Constraint) => void;
}

/** What stands behind a chip: the shopper's words, how much it matters, and a slider or the other values there are. */
export function ConstraintEditor({ constraint, onSet }: ConstraintEditorProps) {
  const { strings } = useApp();
  const turns = useAppState((state) => state.conversation.turns);
  const range = useMemo(() => sliderRange(constraint, turns), [constraint, turns]);
  const values = useMemo(() => offeredValues(constraint, turns), [constraint, turns]);
  const words = strings.constraints;
  const icon = 'size-3.5 shrink-0';
  return (
    <div className="p-2">
      {constraint.words !== '' && (
        <p className="mb-3 px-1 text-sm break-words text-muted">{words.yourWords(constraint.words)}</p>
      )}
      <Segments
        label={words.strength}
        value={constraint.strength}
        onChange={(strength) => onSet({ ...constraint, strength })}
        choices={[
          { value: 'must', label: words.must, icon: <Lock className={icon} aria-hidden /> },
          { value: 'prefer', label: words.prefer, icon: <CircleDashed className={icon} aria-hidden /> },
        ]}
      />
      {range && <LimitSlider constraint={constraint} range={range} onSet={onSet} />}
      {values.length > 0 && (
        <ValueList
          values={values}
          onChoose={(value) => onSet({ ...constraint, relation: 'is', value, words: value })}
        />
      )}
    </div>
  );
}
