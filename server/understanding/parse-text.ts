import type { Intent } from '../domain/intent.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { WishAssembler } from './assemble-wishes.ts';
import { Chart } from './chart.ts';
import { buildCueBooks, type CueBooks } from './cue-books.ts';
import { claimSentenceWords, decideAct, findSignals } from './decide-act.ts';
import { MoneyWords } from './money-words.ts';
import type { ParseContext } from './parse-context.ts';
import { recogniseAmounts } from './recognise-amounts.ts';
import { recogniseNamedValues } from './recognise-named-values.ts';
import { recogniseOrders } from './recognise-orders.ts';
import { recognisePhrases } from './recognise-phrases.ts';
import { recogniseReferences } from './recognise-references.ts';
import { refine } from './refine-intent.ts';
import { repairSpelling, type Speller } from './spelling.ts';

/** Turns a shopper's words into an intent. */
export interface Parser {
  parse(text: string, context: ParseContext): Intent;
}

/** The parser that needs no model: the grammar's phrases, the shop's vocabulary, and who explains which word. */
export class EmbeddedParser implements Parser {
  private readonly lexicon: Lexicon;
  private readonly books: CueBooks;
  private readonly money: MoneyWords;
  private readonly speller: Speller;

  constructor(lexicon: Lexicon, speller: Speller) {
    this.lexicon = lexicon;
    this.books = buildCueBooks(lexicon.language);
    this.money = new MoneyWords(lexicon.language);
    this.speller = speller;
  }

  parse(text: string, context: ParseContext): Intent {
    const { lexicon, books, money } = this;
    const { language } = lexicon;
    const chart = new Chart(text, repairSpelling(language.tokenise(text), this.speller));
    recogniseNamedValues(chart, lexicon);
    recogniseAmounts(chart, { language, lexicon, books, money, context });
    recogniseOrders(chart, books);
    const signals = findSignals(chart, books, lexicon);
    claimSentenceWords(chart, books, lexicon);
    const { makeIt, relatives } = language.data.grammar;
    if (context.hasRow)
      recogniseReferences(chart, books, { numbers: money, compares: signals.has('compare'), setTo: makeIt, relatives });
    recognisePhrases(chart, lexicon, books, { asksItem: context.hasRow && signals.has('askItem') });
    const assembled = new WishAssembler(chart, lexicon, context).assemble();
    return refine({ chart, signals, assembled, act: decideAct(signals, assembled, context), context }, lexicon);
  }
}
