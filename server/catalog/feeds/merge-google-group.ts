import type { FeedContext, FeedRecord } from './feed-reader.ts';
import { VARIANT_FIELDS } from './google-fields.ts';
import { availabilityOf, mergeOffers, type Offer, optionValues } from './merge-variants.ts';
import type { GoogleOffer } from './read-google-product.ts';
import { tidyMoney } from './tidy-money.ts';

/** The offers of one item group become one product, with the group's id; each of them is a variant. */
export function mergeGoogleGroup(
  group: string,
  members: readonly GoogleOffer[],
  context: FeedContext,
): FeedRecord | undefined {
  const names = VARIANT_FIELDS.filter((name) => new Set(members.map((member) => textOf(member, name))).size > 1);
  const offers = new Map<string, Offer>();
  const sound: GoogleOffer[] = [];
  for (const member of members) {
    const offer = readOffer(member, names);
    if (typeof offer === 'string') {
      context.note({ line: member.line, reason: offer, itemId: group });
      continue;
    }
    const twice = offers.has(offer.id);
    if (twice)
      context.note({
        line: member.line,
        kind: 'duplicate',
        itemId: offer.id,
        reason: `offer "${offer.id}" was already given; this one replaces it`,
      });
    offers.set(offer.id, offer);
    sound.push(member);
  }
  const [first] = sound;
  if (!first) return undefined;
  const list = [...offers.values()];
  const images = sound.flatMap((member) => (Array.isArray(member.value.images) ? member.value.images : []));
  return {
    line: first.line,
    value: {
      ...first.value,
      id: group,
      title: commonTitle(sound, names),
      gtin: sound.length === 1 ? first.value.gtin : undefined,
      model: sound.length === 1 ? first.value.model : undefined,
      images: [...new Set(images)],
      attributes: { ...first.value.attributes, ...optionValues(list) },
      ...mergeOffers(list),
    },
  };

  function readOffer(member: GoogleOffer, optionNames: readonly string[]): Offer | string {
    const { id, title, price, listPrice, availability, stock } = member.value;
    if (typeof id !== 'string') return 'id is missing';
    if (typeof title !== 'string') return 'title is missing';
    const money = price === undefined ? undefined : tidyMoney(price, member.line, context);
    if (money && 'reason' in money) return money.reason;
    const list = listPrice === undefined ? undefined : tidyMoney(listPrice, member.line, context);
    const count = typeof stock === 'number' ? stock : undefined;
    return {
      id,
      options: Object.fromEntries(optionNames.map((name) => [name, textOf(member, name)]).filter(([, text]) => text)),
      price: money?.money,
      listPrice: list && 'money' in list ? list.money : undefined,
      availability: availabilityOf(availability, count),
      stock: count,
    };
  }
}

function textOf(member: GoogleOffer, name: string): string {
  const value = member.value.attributes[name];
  return value === undefined ? '' : Array.isArray(value) ? value.join('/') : String(value);
}

/** "Shirt - red - M" and "Shirt - blue - S" are both a "Shirt"; titles that differ in anything but their options stay whole. */
function commonTitle(members: readonly GoogleOffer[], optionNames: readonly string[]): string {
  const [stem = '', ...others] = members.map((member) => withoutOptions(member, optionNames));
  const isCommon = stem !== '' && others.every((other) => other === stem);
  return isCommon ? stem : String(members[0]?.value.title);
}

function withoutOptions(member: GoogleOffer, optionNames: readonly string[]): string {
  const said = new Set(optionNames.flatMap((name) => wordsOf(textOf(member, name))));
  const words = String(member.value.title).split(/\s+/);
  while (words.length > 0 && wordsOf(words.at(-1) ?? '').every((word) => said.has(word))) words.pop();
  return words.join(' ').replace(/[\s,;:|/([-]+$/, '');
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}.]+/gu) ?? [];
}
