import { pick } from '../metrics/seeded-random.ts';
import type { Change } from './change.ts';

const FILLERS = ['um', 'like', 'you know', 'well', 'hmm', 'ok so', 'I guess'];
const GREETINGS = ['hi there, ', 'good morning, ', 'hello! ', 'excuse me, '];
const THANKS = [', please', ', thank you', ', thanks a lot', ' please, if you can'];
/** Nothing here is a wish about a product. */
const ASIDES = [
  'It has been raining all day.',
  'I just got back from work.',
  'My phone keeps ringing.',
  'Sorry, I am typing on the bus.',
  'My sister told me about this page.',
];

export const changeFiller: Change = (text, { random }) => {
  const words = text.split(' ');
  // In front, never inside: "not, um, red" would be another question than whether filler is ignored.
  return `${pick(random, FILLERS)}, ${words.join(' ')}`;
};

export const changePoliteness: Change = (text, { random }) =>
  `${pick(random, GREETINGS)}${text.replace(/[.!?]+$/, '')}${pick(random, THANKS)}`;

export const changeIrrelevant: Change = (text, { random }) => {
  const aside = pick(random, ASIDES);
  const sentence = /[.!?]$/.test(text) ? text : `${text}.`;
  return random() < 0.5 ? `${aside} ${sentence}` : `${sentence} ${aside}`;
};

/** Turns the parts between commas round: what is wanted does not depend on what is said first. */
export const changeOrder: Change = (text) => {
  const parts = text
    .replace(/[.!?]+$/, '')
    .split(/\s*,\s+/)
    .filter((part) => part !== '');
  // Two equal parts, or one, have no other order.
  const turned = [...parts.slice(1), ...parts.slice(0, 1)];
  return parts.length < 2 || turned.join() === parts.join() ? undefined : turned.join(', ');
};

/** A paraphrase that the case itself brings: only a person knows what means the same. */
export const changeParaphrase: Change = (_text, { random, paraphrases }) =>
  paraphrases && paraphrases.length > 0 ? pick(random, paraphrases) : undefined;
