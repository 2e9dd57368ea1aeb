import type { Attributes } from '../department.ts';
import { hexOf, mix } from './colours.ts';
import { surfaceFor } from './surfaces.ts';

/** What a shape may paint with. */
export interface Paint {
  /** The main surface: the item's own colour with its pattern or material. */
  fill: string;
  main: string;
  dark: string;
  deep: string;
  light: string;
  /** Wood, metal or plastic of legs, handles and frames. */
  trim: string;
  /** A second colour that goes with the first. */
  accent: string;
  facts: Attributes;
}
export type Shape = (paint: Paint) => string;

/** `defs` belongs before the shape. */
export function buildPaint(facts: Attributes): { paint: Paint; defs: string } {
  const main = hexOf(facts.colour, facts.material);
  const { fill, defs } = surfaceFor(main, facts);
  const paint = {
    fill,
    main,
    dark: mix(main, '#1b1a22', 0.22),
    deep: mix(main, '#1b1a22', 0.5),
    light: mix(main, '#ffffff', 0.32),
    trim: trimFor(String(facts.material ?? '')),
    accent: mix(main, '#f4c77b', 0.62),
    facts,
  };
  return { paint, defs };
}

function trimFor(material: string): string {
  if (/steel|metal|iron|alumin/.test(material)) return '#7d848c';
  if (/walnut|acacia|mango/.test(material)) return '#7a5236';
  return '#b98b5e';
}
