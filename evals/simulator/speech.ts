import { pick, type Random } from '../metrics/seeded-random.ts';
import type { Wish } from './persona.ts';

/** How a shopper talks: one fixed sentence for each thing, several wordings of it, or fragments as typed in a hurry. */
export type Speech = 'templated' | 'reworded' | 'free-form';
export const SPEECHES: Speech[] = ['templated', 'reworded', 'free-form'];

interface Phrases {
  open: string[];
  thing: string[];
  word: string[];
  value: string[];
  feature: string[];
  brand: string[];
  price: string[];
  instead: string[];
  more: string[];
  reject: string[];
}

const PHRASES: Record<Speech, Phrases> = {
  templated: {
    open: ['I am looking for {noun}'],
    thing: ['I am looking for {value}'],
    word: ['It should be {value}'],
    value: ['The {name} should be {value}'],
    feature: ['It should be {name}'],
    brand: ['It should be from {value}'],
    price: ['under {price}'],
    instead: ['{value} instead of {decoy}'],
    more: ['show me more'],
    reject: ['not the first one'],
  },
  reworded: {
    open: ['Could you show me some {noun}?', 'I would like to buy {noun}.', 'Do you have {noun}?', 'I need {noun}.'],
    thing: ['More exactly, I am looking for {value}.', 'It should be {value}.', 'I am thinking of {value}.'],
    value: [
      'I would prefer {value}.',
      'Only {value}, please.',
      'Do you have it in {value}?',
      'I want {value} for the {name}.',
    ],
    feature: ['It has to be {name}.', 'Only {name} ones, please.', 'Is there one that is {name}?'],
    word: ['I would prefer {value}.', 'Something {value}, please.'],
    brand: ['I like {value}.', 'Only {value}, please.', 'Do you have anything by {value}?'],
    price: ['I do not want to spend more than {price}.', 'My budget is {price}.', 'At most {price}, please.'],
    instead: ['On second thought, {value} rather than {decoy}.', 'Actually, make that {value} instead of {decoy}.'],
    more: ['Do you have any others?', 'Show me some more, please.'],
    reject: ['I do not like the first one.', 'The first one is not for me.'],
  },
  'free-form': {
    open: ['{noun}', 'hey need {noun}', 'looking 4 {noun}', 'got any {noun}?? its for this weekend'],
    thing: ['{value} i mean', 'like {value}', 'u know, {value}'],
    value: ['{value}', '{value} pls', 'hmm {value} maybe', 'oh and {value}'],
    feature: ['{name}', '{name} tho', 'has to be {name} btw'],
    word: ['{value}', '{value} pls', 'smth {value}'],
    brand: ['{value}', 'only {value}', '{value} if u have it'],
    price: ['max {price}', '{price} tops', 'cant go over {price} sorry', 'under {price}'],
    instead: ['nah not {decoy}, {value}', 'wait {value} not {decoy}'],
    more: ['more', 'what else', 'others?'],
    reject: ['not the 1st one', 'nope, not the first'],
  },
};

export interface Talker {
  open(noun: string): string;
  tell(wish: Wish, decoy?: string): string;
  instead(value: string, decoy: string): string;
  more(): string;
  reject(): string;
}

export function createTalker(speech: Speech, random: Random): Talker {
  const phrases = PHRASES[speech];
  const say = (choices: readonly string[], slots: Record<string, string | number> = {}): string =>
    pick(random, choices).replace(/\{(\w+)\}/g, (_, name: string) => String(slots[name] ?? ''));
  return {
    open: (noun) => say(phrases.open, { noun }),
    tell: (wish, decoy) => {
      if (wish.kind === 'price') return say(phrases.price, { price: wish.atMost });
      if (wish.kind === 'feature') return say(phrases.feature, { name: wish.name });
      if (wish.kind === 'word') return say(phrases.word, { value: wish.value });
      if (wish.kind === 'thing') return say(phrases.thing, { value: wish.value });
      if (wish.kind === 'brand') return say(phrases.brand, { value: wish.value });
      return say(phrases.value, { name: wish.name, value: decoy ?? wish.value });
    },
    instead: (value, decoy) => say(phrases.instead, { value, decoy }),
    more: () => say(phrases.more),
    reject: () => say(phrases.reject),
  };
}
