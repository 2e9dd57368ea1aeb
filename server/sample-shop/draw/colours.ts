import type { AttributeValue } from '../../domain/catalog-item.ts';

/** Colour words of the shop, as they are painted; a little softer than the screen's own. */
const HEX: Record<string, string> = {
  black: '#35363d',
  white: '#f6f4ef',
  grey: '#949aa2',
  'light grey': '#c6cacf',
  'dark grey': '#5a5f68',
  charcoal: '#4a4e56',
  red: '#c9363e',
  burgundy: '#7d2338',
  coral: '#f0785f',
  pink: '#e99ab4',
  blush: '#efc3bd',
  rose: '#cf6a82',
  berry: '#96305f',
  orange: '#e8893a',
  terracotta: '#c2694a',
  rust: '#a9532f',
  yellow: '#efc548',
  mustard: '#d3a02e',
  gold: '#d6b05a',
  green: '#4d8c5a',
  'dark green': '#2f5d43',
  olive: '#7a7c46',
  sage: '#a3b394',
  mint: '#a6d8c3',
  teal: '#2d8289',
  turquoise: '#4cb9ba',
  blue: '#3f74b8',
  navy: '#2b3d63',
  'light blue': '#9cc3e2',
  denim: '#54749b',
  purple: '#7a559c',
  lilac: '#bda7d6',
  plum: '#6b3a5c',
  brown: '#84593c',
  tan: '#c1935f',
  cognac: '#a9683a',
  camel: '#c69c6d',
  beige: '#dccbb0',
  cream: '#f1e7d3',
  oatmeal: '#dfd4c0',
  natural: '#d8b98a',
  ivory: '#f3ecdd',
  silver: '#c3c8ce',
  copper: '#c17f56',
  brass: '#c8a24e',
  clear: '#d5e6ea',
  nude: '#d9a88c',
  multicolour: '#e2725b',
  transparent: '#d5e6ea',
  stone: '#bfb5a5',
  sand: '#d9c6a3',
  graphite: '#52565e',
  taupe: '#9d8d7f',
}; // prettier-ignore
const MATERIAL_HEX: Record<string, string> = {
  oak: '#cfa470',
  walnut: '#7d5539',
  pine: '#dcb987',
  bamboo: '#d6bb7c',
  acacia: '#93613b',
  beech: '#dbb88c',
  glass: '#cfe4e6',
  'stainless steel': '#c0c5ca',
  steel: '#aab0b7',
  aluminium: '#c4c9ce',
  'cast iron': '#3f4147',
  leather: '#8a5a3a',
  rattan: '#cfa86f',
  wool: '#d9cfbd',
  cork: '#c49a6c',
  stoneware: '#cfc3b0',
  terracotta: '#c2694a',
  wood: '#c9a06c',
  mango: '#a8703f',
  cardboard: '#c9a273',
}; // prettier-ignore

export const NEUTRAL = '#8fa3ad';

export function hexOf(colour: AttributeValue | undefined, material?: AttributeValue): string {
  const word = Array.isArray(colour) ? colour[0] : colour;
  return HEX[String(word)] ?? MATERIAL_HEX[String(material)] ?? NEUTRAL;
}

export const isKnownColour = (word: string): boolean => word in HEX;

/** `share` of `other` in `hex`. */
export function mix(hex: string, other: string, share: number): string {
  const channel = (at: number) => {
    const own = Number.parseInt(hex.slice(at, at + 2), 16);
    const added = Number.parseInt(other.slice(at, at + 2), 16);
    return Math.round(own + (added - own) * share)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

export function isPale(hex: string): boolean {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return Math.min(...channels) > 205;
}
