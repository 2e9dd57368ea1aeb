const HOME = ['Tindra', 'Wovenwell', 'Nest & Nook'];
const NAMES = ['Arbor', 'Birch', 'Cliff', 'Dune', 'Ember', 'Fjord', 'Grove', 'Heath', 'Isle'];

export const HOME_TYPES = [
  {
    brands: HOME,
    names: NAMES,
    count: 36,
    make: ({ at, name }) => {
      const cloth = [
        'washed linen',
        'cotton percale, 200 thread count',
        'cotton sateen, 400 thread count',
        'brushed flannel',
        'bamboo lyocell',
      ][at % 5];
      const size = ['Single', 'Double', 'King', 'Super King'][at % 4];
      return {
        title: `${name} ${['Duvet Cover Set', 'Fitted Sheet', 'Duvet Cover Set', 'Pillowcase Pair'][Math.floor(at / 4) % 4]} ${size}`,
        text: `Woven in ${cloth}, {colour}. ${at % 3 ? 'Buttons at the foot end. No ironing needed.' : 'OEKO-TEX certified, softer with every wash.'}`,
        base: [28, 44, 59, 75][at % 4] + (at % 5 === 0 ? 40 : 0),
        attributes: at % 3 ? undefined : { Care: 'machine wash 40' },
      };
    },
  },
  {
    brands: ['Nest & Nook', 'Slumberfold'],
    names: ['Cloud', 'Alpine', 'Meadow', 'Drift'],
    count: 22,
    make: ({ at, name }) => {
      const fill = ['goose down', 'hollowfibre', 'wool', 'bamboo fibre'][at % 4];
      const tog = [4.5, 10.5, 13.5][at % 3];
      const isPillow = at % 2 === 1 && at > 5;
      return {
        title: isPillow ? `${name} Pillow` : `${name} Duvet ${tog} Tog ${['Single', 'Double', 'King'][at % 3]}`,
        text: `Filled with ${fill}${fill === 'goose down' ? '' : ', no down or feathers'}. ${isPillow ? (at % 4 === 1 ? 'Firm support for side sleepers.' : 'Soft support.') : tog < 5 ? 'A light duvet for summer.' : tog > 13 ? 'Extra warm for winter.' : 'For all seasons.'} ${fill === 'hollowfibre' ? 'Safe for allergy sufferers, washable at 60 degrees.' : 'Dry clean only.'}`,
        base: (isPillow ? 26 : 55 + tog * 2) * (fill === 'goose down' ? 2 : 1),
        attributes: isPillow ? undefined : { Tog: tog },
      };
    },
  },
  {
    brands: HOME,
    names: NAMES,
    count: 24,
    make: ({ at, name }) => ({
      title: `${name} ${['Bath Towel', 'Hand Towel Pair', 'Towel Bale 6 Piece', 'Bath Mat', 'Beach Towel'][at % 5]}`,
      text: `${at % 3 === 1 ? 'Waffle weave' : 'Thick terry'} cotton in {colour}, ${[450, 550, 650][at % 3]} gsm. ${at % 5 === 3 ? 'Non-slip back, latex-free.' : at % 2 ? 'Quick to dry.' : 'Very absorbent.'}`,
      base: [19, 16, 54, 22, 28][at % 5],
      attributes: at % 2 ? { 'Weight (gsm)': [450, 550, 650][at % 3] } : undefined,
    }),
  },
  {
    brands: HOME,
    names: NAMES,
    count: 24,
    make: ({ at, name }) => ({
      title: `${name} ${at % 4 === 3 ? 'Roller Blind' : `${['Blackout', 'Sheer', 'Thermal'][at % 3]} Curtains`} ${['117 x 137', '168 x 183', '168 x 229', '228 x 229'][at % 4]} cm`,
      text: `${at % 4 === 3 ? 'Cut to width, child-safe chain.' : ['Blocks out 99% of light.', 'Lets daylight through, does not darken the room.', 'Fleece lined against draughts.'][at % 3]} In {colour}, ${at % 2 ? 'polyester' : 'cotton'}. ${at % 4 === 3 ? '' : at % 2 ? 'Eyelet heading.' : 'Pencil pleat, curtain rod not included.'}`,
      base: [35, 48, 62, 29][at % 4] + at,
    }),
  },
  {
    brands: ['Wovenwell', 'Tindra'],
    names: NAMES,
    count: 24,
    make: ({ at, name }) => {
      const [cloth, base] = [
        ['hand-tufted wool', 190],
        ['jute', 85],
        ['recycled polypropylene', 70],
        ['cotton, flat woven', 60],
      ][at % 4];
      return {
        title: `${name} ${at % 5 === 4 ? 'Hallway Runner' : 'Rug'} ${at % 5 === 4 ? '70 x 240' : ['80 x 150', '120 x 170', '160 x 230', '200 x 290'][Math.floor(at / 2) % 4]} cm`,
        text: `Made from ${cloth} in {colour}. ${cloth.startsWith('recycled') ? 'For indoors and outdoors, hose it clean.' : 'For indoor use only.'} ${at % 3 ? '' : 'Suitable for underfloor heating.'}`,
        base: base * [0.7, 1, 1.5, 2.1][Math.floor(at / 2) % 4],
      };
    },
  },
  {
    brands: HOME,
    names: NAMES,
    count: 28,
    make: ({ at, name }) => {
      const [type, base] = [
        ['Cushion Cover 45 x 45 cm', 16],
        ['Throw Blanket', 49],
        ['Cushion with Filling', 27],
        ['Bedspread', 89],
      ][at % 4];
      const cloth = ['velvet', 'chunky cotton knit', 'linen', 'quilted cotton', 'lambswool', 'faux fur'][at % 6];
      return {
        title: `${name} ${type}`,
        text: `${cloth[0].toUpperCase()}${cloth.slice(1)} in {colour}. ${type.startsWith('Cushion Cover') ? 'Inner cushion not included.' : at % 2 ? 'Fringed edges.' : 'Hand wash.'}`,
        base,
      };
    },
  },
  {
    brands: ['Wovenwell', 'Kitchen Loom'],
    names: NAMES,
    count: 24,
    make: ({ at, name }) => ({
      title: `${name} ${['Tablecloth 140 x 250 cm', 'Napkins Set of 4', 'Apron', 'Tea Towels Set of 3', 'Oven Gloves', 'Table Runner'][at % 6]}`,
      text: `${['Stain-resistant cotton, wipe clean, PVC-free,', 'Linen napkins,', 'Heavy cotton apron with two pockets,', 'Lint-free cotton tea towels,', 'Heat resistant to 220 degrees, silicone-free,', 'Hemstitched linen,'][at % 6]} in {colour}.`,
      base: [42, 26, 24, 14, 17, 22][at % 6],
    }),
  },
];
