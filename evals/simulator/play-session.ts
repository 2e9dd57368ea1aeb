import type { ProductCard } from '../../server/contract/card.ts';
import { emptyMemory, type SessionMemory } from '../../server/domain/session-memory.ts';
import type { Assistant } from '../../server/turn/turn.ts';
import type { Random } from '../metrics/seeded-random.ts';
import { playTurn } from '../shop/play-turn.ts';
import { nounOf, type Persona, type Wish } from './persona.ts';
import { createTalker, type Speech, type Talker } from './speech.ts';

export interface SessionResult {
  persona: Persona;
  /** The turn after which the shopper bought; undefined: went away. */
  turns?: number;
  /** Place of what was bought among the product cards, from 1. */
  place?: number;
  /** What it cost. */
  value: number;
  said: string[];
}

export interface SessionOptions {
  id: string;
  speech: Speech;
  random: Random;
  /** The shopper opens and turns down cards, so that interests have something to go by. */
  interacts: boolean;
}

export const MOST_TURNS = 6;
/** The shopper looks this far down a row. */
const LOOKED_AT = 10;
/** In the first few places the target is bought at once; farther down only when there is nothing left to say. */
const AT_ONCE = 3;
const CARDS = 12;
const REJECTS = 0.15;

/** One shopper from the first words to the purchase or the last turn. Nothing of the target but the wishes is ever said. */
export async function playSession(
  assistant: Assistant,
  persona: Persona,
  options: SessionOptions,
): Promise<SessionResult> {
  const talker = createTalker(options.speech, options.random);
  const { words, decidedAt } = planWords(persona, talker);
  const said: string[] = [];
  let memory = emptyMemory();
  let best: { turns: number; place: number } | undefined;
  for (let turn = 1; turn <= MOST_TURNS; turn += 1) {
    const text = words.shift() ?? (options.random() < REJECTS ? talker.reject() : talker.more());
    said.push(text);
    const record = await playTurn(assistant, { caseId: options.id, turn, text, limit: CARDS, memory });
    const cards = record.cards.filter((card) => card.kind === 'product').slice(0, LOOKED_AT);
    // Before the change of mind the shopper has something else in mind.
    const place = turn < decidedAt ? 0 : cards.findIndex((card) => isWanted(card, persona)) + 1;
    if (place > 0) best = { turns: turn, place };
    if (place > 0 && (place <= AT_ONCE || words.length === 0)) break;
    // The target was on screen before the last wish sent it away: the shopper goes back to it.
    if (place === 0 && best && words.length === 0) break;
    memory = options.interacts ? await lookAround(assistant, cards, persona, record.memory) : record.memory;
  }
  const value = best ? (persona.target.price?.amount ?? 0) : 0;
  return { persona, ...(best ?? {}), value, said };
}

interface Script {
  words: string[];
  /** The turn from which on the shopper knows the target for what is wanted. */
  decidedAt: number;
}

/** All that will be said until there is nothing left to say. */
function planWords({ scenario, opening, wishes, change }: Persona, talker: Talker): Script {
  const open = talker.open(opening);
  const [first, ...later] = wishes;
  if (!first) return { words: [open], decidedAt: 1 };
  const told = later.map((wish) => talker.tell(wish));
  if (change && first.kind === 'value') {
    const before = [open, talker.tell(first, change.decoy), ...told.slice(0, change.turn - 3)];
    const words = [...before, talker.instead(first.value, change.decoy), ...told.slice(change.turn - 3)];
    return { words, decidedAt: before.length + 1 };
  }
  const words = scenario === 'early' ? [`${open} ${talker.tell(first)}`, ...told] : [open, talker.tell(first), ...told];
  return { words, decidedAt: 1 };
}

/** Who has no preference takes anything of the kind. */
function isWanted(card: ProductCard, { scenario, target, noun }: Persona): boolean {
  if (card.id === target.id) return true;
  const { attributes, category = [], title } = card;
  return scenario === 'any' && nounOf({ attributes, category, title }) === noun;
}

/** Opens the card that meets most of the wishes and turns down the one that meets fewest of them. */
async function lookAround(
  assistant: Assistant,
  cards: readonly ProductCard[],
  { wishes }: Persona,
  memory: SessionMemory,
): Promise<SessionMemory> {
  if (wishes.length === 0 || cards.length < 2) return memory;
  const ranked = [...cards].sort((a, b) => countMet(b, wishes) - countMet(a, wishes));
  const [liked, disliked] = [ranked[0], ranked.at(-1)];
  if (!liked || !disliked || countMet(liked, wishes) === countMet(disliked, wishes)) return memory;
  const after = await assistant.recordInteraction(memory, { kind: 'open', itemId: liked.id });
  return assistant.recordInteraction(after, { kind: 'dislike', itemId: disliked.id });
}

const countMet = (card: ProductCard, wishes: readonly Wish[]): number =>
  wishes.filter((wish) => {
    if (wish.kind === 'price') return (card.price?.amount ?? Number.POSITIVE_INFINITY) <= wish.atMost;
    if (wish.kind === 'brand') return card.brand === wish.value;
    // Whether it is the thing at all is what the words are for.
    if (wish.kind === 'thing') return true;
    if (wish.kind === 'word') return card.title.toLowerCase().includes(wish.value);
    const stated = card.attributes[wish.name];
    return wish.kind === 'feature' ? stated === true : String(stated ?? '').toLowerCase() === wish.value;
  }).length;
