import type { Verdict } from '../../domain/fact.ts';
import { ClaimFault, type ClaimKind, type ClaimScene, type SceneItem } from './claim-scene.ts';

/** A claim about one item at a time; `at` is where in the segment it stands, so that a denial before it turns it round. */
export interface ItemClaim {
  kind: ClaimKind;
  at: number;
  verdict(item: SceneItem): Verdict;
}

/** Where the readers take their words from; what is taken is blanked, so that no word is explained twice. */
export class SegmentReader {
  readonly scene: ClaimScene;
  readonly mentions: readonly SceneItem[];
  readonly claims: ItemClaim[] = [];
  /** Claims about several items together; each throws what is wrong. */
  readonly groups: ((items: readonly SceneItem[]) => void)[] = [];
  /** Kinds of claims about the row or the cart that were checked and hold. */
  readonly proven: ClaimKind[] = [];
  text: string;

  constructor(text: string, mentions: readonly SceneItem[], scene: ClaimScene) {
    this.text = text;
    this.mentions = mentions;
    this.scene = scene;
  }

  /** Takes every match out of the text; `read` gets its groups and where it stood. */
  take(pattern: RegExp, read: (groups: string[], at: number) => void): void {
    this.text = this.text.replace(
      new RegExp(pattern.source, pattern.unicode ? 'gu' : 'g'),
      (match: string, ...rest: (string | number | undefined)[]) => {
        const at = rest.find((one): one is number => typeof one === 'number') ?? 0;
        const groups = rest.slice(0, rest.indexOf(at)).map((one) => String(one ?? ''));
        read(groups, at);
        return ' '.repeat(match.length);
      },
    );
  }

  claim(kind: ClaimKind, at: number, verdict: (item: SceneItem) => Verdict): void {
    this.claims.push({ kind, at, verdict });
  }

  /** A claim about the whole row or cart. */
  prove(kind: ClaimKind, holds: boolean, what: string): void {
    if (!holds) throw new ClaimFault(kind, what);
    this.proven.push(kind);
  }

  mention(number: string): SceneItem {
    const item = this.mentions[Number(number)];
    if (!item) throw new ClaimFault('item', 'it names an item that is not on the screen');
    return item;
  }
}

export const verdictOf = (holds: boolean | undefined): Verdict =>
  holds === undefined ? 'unknown' : holds ? 'yes' : 'no';
