import type { Review } from '../domain/catalog-item.ts';
import type { History } from './build-product.ts';
import type { Attributes, Family } from './department.ts';
import { fillTemplate } from './fill-template.ts';
import type { Random } from './random.ts';

const DAY_MS = 86_400_000;
const LAST_DAY = Date.UTC(2026, 10, 21);
const AUTHORS = [
  'Amira T.',
  'Ben O.',
  'Carla M.',
  'Dmitri P.',
  'Esther L.',
  'Farid K.',
  'Greta H.',
  'Hugo V.',
  'Ines R.',
  'Jonas W.',
  'Keiko S.',
  'Liam D.',
  'Maya B.',
  'Noor A.',
  'Oskar E.',
  'Priya N.',
  'Quentin F.',
  'Rosa G.',
  'Sven J.',
  'Tilda C.',
  'Uma Y.',
  'Victor Z.',
  'Wanda I.',
  'Yusuf Q.',
]; // prettier-ignore
const HEADLINES = {
  good: [
    'Very happy',
    'Would buy again',
    'Exactly as described',
    'Better than expected',
    'Glad I chose this',
    'A keeper',
  ],
  mixed: ['Good, not perfect', 'Mostly pleased', 'Does the job', 'Fine for the price', 'Some good, some less so'],
  bad: ['Not for me', 'Expected more', 'Disappointed', 'Think twice'],
};
const TURNS = ['On the other hand:', 'My one complaint:', 'Less good:', 'That said:', 'What I would change:'];

/** 1 to 6 reviews; pros and cons come from templates that the product's stated facets allow, so none denies a fact. */
export function buildReviews(family: Family, facts: Attributes, history: History, random: Random): Review[] {
  const pros = random.shuffle(family.pros).flatMap((text) => fillTemplate(text, facts) ?? []);
  const cons = random.shuffle(family.cons).flatMap((text) => fillTemplate(text, facts) ?? []);
  const count = Math.min(random.whole(1, 6), history.rating?.count ?? 1, pros.length + cons.length);
  const authors = random.shuffle(AUTHORS);
  return Array.from({ length: count }, (_, index) => {
    const stars = drawStars(history.rating?.average ?? 4, random);
    const pro = pros.shift();
    const con = stars <= 4 || pro === undefined ? cons.shift() : undefined;
    return { ...buildReview(pro, con, stars, random), author: authors[index], createdAt: drawDay(history, random) };
  }).filter((review) => review.text !== '');
}

function buildReview(pro: string | undefined, con: string | undefined, stars: number, random: Random): Review {
  const rating =
    con === undefined ? Math.max(4, stars) : pro === undefined ? Math.min(2, stars) : Math.min(4, Math.max(2, stars));
  const headline = random.pick(rating >= 4 && !con ? HEADLINES.good : rating <= 2 ? HEADLINES.bad : HEADLINES.mixed);
  const text = pro && con ? `${pro} ${random.pick(TURNS)} ${lowerStart(con)}` : (pro ?? con ?? '');
  return { rating, title: headline, text };
}

/** "I" stays as it is; a colon is followed by a small letter otherwise. */
const lowerStart = (text: string): string => (/^I\b/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1));

const drawStars = (average: number, random: Random): number =>
  Math.max(1, Math.min(5, Math.round(average + (random.next() - 0.5) * 2.2)));

function drawDay(history: History, random: Random): string {
  const first = Date.parse(history.createdAt);
  return new Date(first + Math.floor((random.next() * (LAST_DAY - first)) / DAY_MS) * DAY_MS)
    .toISOString()
    .slice(0, 10);
}
