import { type CheckedSentence, ClaimFault, type ClaimScene } from './claim-scene.ts';
import type { MarkedSentence } from './mark-mentions.ts';
import { COUNT, readCount } from './plain-words.ts';
import { moneyPattern } from './read-money.ts';

/** A sentence about the cart says one of these things and nothing else. */
export const speaksOfCart = (skeleton: string): boolean => /\b(?:cart|basket|checkout)\b/.test(skeleton);

export function checkCart({ text, skeleton, mentions }: MarkedSentence, scene: ClaimScene): CheckedSentence {
  const money = moneyPattern(scene);
  const sentence = skeleton.replace(/[.!]$/, '').replace(/\s+/g, ' ').trim();
  const ids = Object.keys(scene.cart).filter((id) => (scene.cart[id] ?? 0) > 0);
  const quantity = ids.reduce((sum, id) => sum + (scene.cart[id] ?? 0), 0);
  const forms: [RegExp, (groups: string[]) => boolean][] = [
    [
      /^(@\d+(?: ?(?:,|and) @\d+)*) (?:is|are) (?:now |also |already )?in your cart(?: now)?$/,
      () => mentions.every(({ id }) => ids.includes(id)),
    ],
    [
      /^(@\d+(?: ?(?:,|and) @\d+)*) (?:is|are) (?:not|no longer) in your cart(?: now)?$/,
      () => mentions.every(({ id }) => !ids.includes(id)),
    ],
    [/^your cart is (?:now )?empty(?: now)?$/, () => ids.length === 0],
    [
      new RegExp(
        `^(?:your cart (?:now )?(?:has|holds|contains)|there (?:is|are)) (${COUNT}) (?:items?|products?|things?)(?: in your cart)?(?: now)?$`,
      ),
      ([count = '']) => readCount(count) === quantity,
    ],
    [
      new RegExp(`^your cart (?:total )?(?:comes to|is|totals|costs) ${money}(?: in total| together)?$`),
      ([amount = '']) => Math.abs(totalOf(scene, ids) - Number(amount.replaceAll(',', ''))) < 0.005,
    ],
    [
      new RegExp(`^your cart (?:now )?(?:has|holds|contains) (${COUNT}) (?:x |× |of )?@0$`),
      ([count = '']) => readCount(count) === scene.cart[mentions[0]?.id ?? ''],
    ],
  ];
  for (const [form, holds] of forms) {
    const match = form.exec(sentence);
    if (!match) continue;
    if (holds(match.slice(1).map((one) => one ?? ''))) return { ok: true, text, claims: ['cart'], subjects: mentions };
    throw new ClaimFault('cart', 'the cart holds something else');
  }
  throw new ClaimFault('cart', 'only what the cart holds may be said of it');
}

function totalOf({ others, shown, cart, currency }: ClaimScene, ids: readonly string[]): number {
  const known = new Map([...others, ...shown].map((item) => [item.id, item.product]));
  return ids.reduce((sum, id) => {
    const price = known.get(id)?.price;
    return price?.currency === currency ? sum + price.amount * (cart[id] ?? 0) : Number.NaN;
  }, 0);
}
