import type { Shape } from './paint.ts';
import { rect } from './svg.ts';

/** Every shape by its name in the department files. */
export const shapes: Record<string, Shape> = {
  box: (p) => rect(110, 150, 180, 196, p.fill, 10) + rect(110, 150, 180, 40, p.dark, 10),
};
