import type { ChangeName } from '../suite/suite.ts';
import type { Change } from './change.ts';
import { changeCurrency } from './change-currency.ts';
import { changeCase, changeTypos } from './change-spelling.ts';
import { changeFiller, changeIrrelevant, changeOrder, changeParaphrase, changePoliteness } from './change-wording.ts';
import { flipNegation } from './flip-negation.ts';

/** All but `negation-flip` keep what is asked for, so the score has to stay; that one turns it round. */
export const CHANGES: Record<ChangeName, Change> = {
  typos: changeTypos,
  case: changeCase,
  filler: changeFiller,
  politeness: changePoliteness,
  reorder: changeOrder,
  currency: changeCurrency,
  irrelevant: changeIrrelevant,
  'negation-flip': flipNegation,
  paraphrase: changeParaphrase,
};
