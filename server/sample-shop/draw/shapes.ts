import { bagShapes } from './bag-shapes.ts';
import { beautyShapes } from './beauty-shapes.ts';
import { clothingShapes } from './clothing-shapes.ts';
import { decorShapes } from './decor-shapes.ts';
import { footwearShapes } from './footwear-shapes.ts';
import { furnitureShapes } from './furniture-shapes.ts';
import { gardenShapes } from './garden-shapes.ts';
import { kitchenShapes } from './kitchen-shapes.ts';
import { packShapes } from './pack-shapes.ts';
import type { Shape } from './paint.ts';
import { petShapes } from './pet-shapes.ts';
import { playShapes } from './play-shapes.ts';
import { screenShapes } from './screen-shapes.ts';
import { seatingShapes } from './seating-shapes.ts';
import { soundAndDeskShapes } from './sound-and-desk-shapes.ts';
import { sportShapes } from './sport-shapes.ts';

/** Every shape by its name in the department files; each draws in a square of 400 and stands on y = 346. */
export const shapes: Record<string, Shape> = {
  ...bagShapes,
  ...beautyShapes,
  ...clothingShapes,
  ...decorShapes,
  ...footwearShapes,
  ...furnitureShapes,
  ...gardenShapes,
  ...kitchenShapes,
  ...packShapes,
  ...petShapes,
  ...playShapes,
  ...screenShapes,
  ...seatingShapes,
  ...soundAndDeskShapes,
  ...sportShapes,
};
