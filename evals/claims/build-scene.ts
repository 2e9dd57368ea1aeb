import type { Constraint } from '../../server/contract/constraint.ts';
import type { NearMiss } from '../../server/contract/part.ts';
import { judgeWishes } from '../../server/criteria/judge-wishes.ts';
import type { IndexedItem } from '../../server/domain/indexed-item.ts';
import type { Lexicon } from '../../server/language/lexicon.ts';
import type { ClaimScene, SceneItem } from '../../server/reply/claims/claim-scene.ts';
import { formatMoney } from '../../server/reply/describe.ts';

export interface SceneParts {
  lexicon: Lexicon;
  shown: readonly IndexedItem[];
  others?: readonly IndexedItem[];
  focus?: readonly string[];
  total?: number;
  nearMiss?: NearMiss;
  constraints?: readonly Constraint[];
  cart?: Record<string, number>;
}

/** A scene as the turn builds one, from indexed items. */
export function buildScene({ lexicon, shown, others = [], ...rest }: SceneParts): ClaimScene {
  const all = new Map([...others, ...shown].map((indexed) => [indexed.item.id, indexed]));
  const { constraints = [] } = rest;
  const { currency } = lexicon.profile;
  return {
    shown: shown.map(buildItem),
    others: others.map(buildItem),
    focus: rest.focus ?? [],
    total: rest.total ?? shown.length,
    nearMiss: rest.nearMiss,
    constraints,
    cart: rest.cart ?? {},
    currency,
    locale: 'en',
    lexicon,
    formatMoney: (amount) => formatMoney(amount, currency, 'en'),
    fits: (id) => judgeWishes(all.get(id), constraints, lexicon),
  };
}

function buildItem({ item, facts }: IndexedItem): SceneItem {
  const base = { id: item.id, title: item.title, facts };
  return item.kind === 'product' ? { ...base, product: item } : base;
}
