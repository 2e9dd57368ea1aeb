import type { SampleProduct } from '../build-product.ts';
import { randomFor } from '../random.ts';
import { isPale, mix } from './colours.ts';
import { buildPaint } from './paint.ts';
import { shapes } from './shapes.ts';
import { circle, line, oval, path, rect } from './svg.ts';

const SIZE = 400;
/** White on off-white cannot be seen: pale items get one of these behind them. */
const BEHIND_PALE = ['#c3d2d6', '#cbd5c3', '#dcc9bd', '#cfc8da', '#d6cdb4'];
type Drawn = Pick<SampleProduct, 'id' | 'draw' | 'facts'>;

export function drawPicture(item: Drawn): string {
  const { paint, defs } = buildPaint(item.facts);
  const back = isPale(paint.main) ? randomFor(item.id).pick(BEHIND_PALE) : mix(paint.main, '#f5f1ea', 0.86);
  return wrap(
    `${defs}${rect(0, 0, SIZE, SIZE, back)}${oval(200, 346, 132, 14, mix(back, '#3c3530', 0.14))}${shapeOf(item)(paint)}`,
  );
}

/** The first product on a stage of its own colour, with what marks a video or a stream. */
export function drawPoster(content: { kind: 'video' | 'live' }, products: readonly Drawn[]): string {
  const [first] = products;
  if (first === undefined) throw new Error('a poster needs a product; list one under "products"');
  const { paint, defs } = buildPaint(first.facts);
  const back = mix(paint.main, '#2a2733', 0.62);
  const stage = `${circle(200, 190, 165, mix(back, '#fff3e0', 0.72))}${oval(200, 346, 132, 14, mix(back, '#000000', 0.3))}`;
  return wrap(
    `${defs}${rect(0, 0, SIZE, SIZE, back)}${stage}${shapeOf(first)(paint)}${content.kind === 'video' ? PLAY : ON_AIR}`,
  );
}

const PLAY = `${circle(340, 340, 38, '#fffaf2')}${path('M328 320v40l34-20z', '#2a2733')}`;
/** Waves around a dot, without a word: the same poster serves before, during and after the stream. */
const ON_AIR = `${circle(340, 340, 38, '#d8343f')}${circle(340, 340, 8, '#fff')}${line('M328 352a17 17 0 0 1 0-24M352 328a17 17 0 0 1 0 24M319 361a30 30 0 0 1 0-42M361 319a30 30 0 0 1 0 42', '#fff', 5)}`;

function shapeOf(item: Drawn) {
  const shape = shapes[item.draw];
  if (shape === undefined)
    throw new Error(`"${item.id}" wants the shape "${item.draw}", which nobody draws; see draw/shapes.ts`);
  return shape;
}

const wrap = (inner: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}">${inner}</svg>\n`;
