import type { Token } from '../../language/tokenise.ts';
import { ClaimFault, type ClaimScene } from './claim-scene.ts';
import { facetsWith } from './item-assertions.ts';
import type { MarkedSentence } from './mark-mentions.ts';
import { PLAIN_WORDS } from './plain-words.ts';

const OPENER =
  /^(?:would you (?:like|prefer|rather)|do you (?:want|need|prefer|mean)|should (?:it|they|i)|shall i (?:show|look|find|compare)|which (?:one|of these|of them|colour|color|size|material|brand)|what (?:colour|color|size|material|brand|budget|price)|is there a|are you (?:looking|after))\b/;
/** What a question may offer besides the words of the shop. */
const OFFERS = new Set(
  `like want need show compare cheaper similar another other more others different compare rather prefer mean matter matters important most
  or not shall should help budget price colour color size material brand rating something anything else`.split(/\s+/),
);

export const isQuestion = (skeleton: string): boolean => skeleton.endsWith('?');

/** A question asserts nothing when it opens as one and is made of plain words and of facets and values of this shop. */
export function checkQuestion({ skeleton }: MarkedSentence, { lexicon }: ClaimScene): void {
  if (!OPENER.test(skeleton)) throw new ClaimFault('words', 'it asks in a way that may claim something');
  const words = lexicon.language
    .tokenise(skeleton.replace(/@\d+/g, ' '))
    .filter(({ kind }) => kind === 'word' || kind === 'number');
  const open = words.find((token) => token.kind === 'number' || !isOffer(token));
  if (open) throw new ClaimFault('words', `“${open.text}” is not something to ask about here`);

  function isOffer({ norm, text, stem }: Token): boolean {
    if (PLAIN_WORDS.has(norm) || OFFERS.has(norm) || OFFERS.has(text.toLowerCase())) return true;
    const isName = Object.keys(lexicon.profile.facets).some((name) => lexicon.language.stems(name).includes(stem));
    return !SELLING.test(norm) && (isName || facetsWith(stem, lexicon).length > 0);
  }
}

/** Even where a facet is named so: an offer of these would be a promise. */
const SELLING = /^(?:free|sale|discount|deal|warranty|guarantee|shipping|delivery|return|refund|save|gift|code|coupon)/;
