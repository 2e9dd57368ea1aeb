import type { SampleProduct } from '../build-product.ts';
import { randomFor } from '../random.ts';
import { isPale, mix } from './colours.ts';
import { buildPaint } from './paint.ts';
import { shapes } from './shapes.ts';
import { circle, oval, path, rect } from './svg.ts';

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
const ON_AIR = `${rect(24, 24, 92, 36, '#d8343f', 18)}${circle(46, 42, 8, '#fff')}${path('M64 34h8v13h9v5H64zM85 34h8v18h-8z', '#fff')}`;

function shapeOf(item: Drawn) {
  const shape = shapes[item.draw];
  if (shape === undefined)
    throw new Error(`"${item.id}" wants the shape "${item.draw}", which nobody draws; see draw/shapes.ts`);
  return shape;
}

const wrap = (inner: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}">${inner}</svg>\n`;
