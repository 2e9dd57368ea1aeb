import type { Relation } from '../contract/constraint.ts';
import type { Order } from '../domain/dialogue-state.ts';
import type { Reference } from '../domain/intent.ts';
import type { Token } from '../language/tokenise.ts';

/** What small words do to their neighbours. */
export type Cue =
  | 'negate'
  | 'negate-back'
  | 'relax'
  | 'relax-back'
  | 'prefer'
  | 'must'
  | 'or'
  | 'and'
  | 'clause'
  | 'for'
  | 'with'
  | 'switch'
  | 'also'
  | 'any'
  | 'neutral';

interface Place {
  /** Token indexes, end exclusive. */
  start: number;
  end: number;
}

export interface Wish extends Place {
  kind: 'wish';
  facet: string;
  relation: Relation;
  value: string | number | [number, number] | string[];
  unit?: string;
  /** Vague words and people ("for my dad") only ever prefer. */
  soft?: boolean;
  /** How many people it is for. */
  counts?: boolean;
  /** Named by a person: kept apart from the plain value. */
  recipient?: boolean;
}

export type Finding =
  | Wish
  | (Place & { kind: 'type'; type: string })
  | (Place & { kind: 'need'; prefer: string[]; types: string[] })
  | (Place & { kind: 'order'; order: Order })
  | (Place & { kind: 'than'; facet: string; direction: Order['direction'] })
  | (Place & { kind: 'reference'; reference: Reference })
  | (Place & { kind: 'facet-name'; facet: string })
  | (Place & { kind: 'cue'; cue: Cue })
  | (Place & { kind: 'word' });

/** Tokens of a text and who explains them; a token is explained once. */
export class Chart {
  readonly tokens: readonly Token[];
  readonly text: string;
  private readonly owners: (Finding | undefined)[];

  constructor(text: string, tokens: readonly Token[]) {
    this.text = text;
    this.tokens = tokens;
    this.owners = tokens.map(() => undefined);
  }

  isFree(start: number, end = start + 1): boolean {
    return this.owners.slice(start, end).every((owner) => owner === undefined);
  }

  /** All tokens up to the first behind `index` that is explained already: a longer phrase must not hide a shorter one that fits. */
  freeFrom(index: number): readonly Token[] {
    const taken = this.owners.findIndex((owner, at) => at >= index && owner !== undefined);
    return taken < 0 ? this.tokens : this.tokens.slice(0, taken);
  }

  /** Explains tokens; false when one of them is explained already. */
  claim(finding: Finding): boolean {
    if (finding.end > this.tokens.length || !this.isFree(finding.start, finding.end)) return false;
    this.owners.fill(finding, finding.start, finding.end);
    return true;
  }

  ownerAt(index: number): Finding | undefined {
    return this.owners[index];
  }

  /** Findings from left to right. */
  findings(): Finding[] {
    return [...new Set(this.owners.filter((owner) => owner !== undefined))];
  }

  words(place: Place): string {
    const [first, last] = [this.tokens[place.start], this.tokens[place.end - 1]];
    return first && last ? this.text.slice(first.start, last.end) : '';
  }

  stemAt(index: number): string | undefined {
    return this.tokens[index]?.stem;
  }
}
