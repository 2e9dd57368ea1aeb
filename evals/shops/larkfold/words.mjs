/** Shades as they are written in prose, each with the family that a shopper would name. */
const SHADES = [
  'black',
  'ivory',
  'navy',
  'olive green',
  'dusty rose',
  'charcoal grey',
  'mustard yellow',
  'burgundy',
  'cream',
  'sky blue',
  'rust orange',
  'forest green',
  'lilac',
  'white',
  'camel',
  'teal',
  'jet black',
  'blush pink',
  'cobalt blue',
  'chocolate brown',
  'sage green',
  'scarlet',
  'silver grey',
  'sand',
  'plum',
  'bright red',
];
const PATTERNS = [
  '',
  '',
  '',
  '',
  ' with fine stripes',
  ' with a small floral print',
  '',
  ' in a check',
  '',
  ' with polka dots',
  '',
  '',
];

export function buildColour(draw) {
  const shade = draw.pick(SHADES);
  return { shade, prose: `${shade}${PATTERNS[draw.int(0, PATTERNS.length - 1)]}` };
}

export const ALPHA_SIZES = ['XS', 'S', 'M', 'L', 'XL'];
export const SHOE_SIZES = ['5', '6', '7', '8', '9', '10'];
