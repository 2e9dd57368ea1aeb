import { ALPHA_SIZES, SHOE_SIZES } from './words.mjs';

const WOMEN = ['Maren Vale', 'Osier', 'Linnet & Co'];
const MEN = ['Harrow Street', 'Osier', 'Bexley Mill'];
const NAMES = [
  'Alva',
  'Brienne',
  'Corin',
  'Delphi',
  'Esme',
  'Fable',
  'Greta',
  'Hollis',
  'Imogen',
  'Juno',
  'Kit',
  'Lorne',
];
const sizes = { Size: ALPHA_SIZES };
const shoes = { 'Shoe size': SHOE_SIZES };

export const FASHION_TYPES = [
  {
    brands: WOMEN,
    names: NAMES,
    count: 30,
    make: ({ at, name }) => {
      const cut = ['Wrap Dress', 'Midi Dress', 'Shirt Dress', 'Maxi Dress', 'Slip Dress', 'Jumper Dress'][at % 6];
      const cloth = {
        'Wrap Dress': 'flowing viscose',
        'Midi Dress': 'crisp cotton poplin',
        'Shirt Dress': 'washed linen',
        'Maxi Dress': 'light cotton voile',
        'Slip Dress': at % 4 ? 'satin-finish polyester' : 'pure silk',
        'Jumper Dress': 'ribbed merino wool',
      }[cut];
      return {
        title: `${name} ${cut}`,
        text: `Cut from ${cloth} in {colour}. ${['Sleeveless with a tie belt.', 'Long sleeves and hidden pockets.', 'Short sleeves, no pockets.', 'Machine washable at 30 degrees.'][at % 4]}`,
        base: [59, 64, 79, 69, 85, 95][at % 6],
        options: sizes,
      };
    },
  },
  {
    brands: [...WOMEN, 'Harrow Street'],
    names: NAMES,
    count: 36,
    make: ({ at, name }) => {
      const isMen = at % 4 === 3;
      const knit = ['Cable Knit Jumper', 'Roll Neck Jumper', 'Cardigan', 'Hoodie', 'Sweatshirt'][at % 5];
      const cloth =
        at % 5 > 2
          ? 'brushed organic cotton'
          : ['lambswool', 'cashmere', 'a wool-free cotton blend', 'soft alpaca'][at % 4];
      return {
        title: `${isMen ? "Men's" : "Women's"} ${name} ${knit}`,
        text: `Knitted in ${cloth}, {colour}. ${at % 3 ? 'Relaxed fit.' : 'Hand wash only, do not tumble dry.'}`,
        base: at % 5 > 2 ? 48 : cloth === 'cashmere' ? 139 : 72,
        options: sizes,
      };
    },
  },
  {
    brands: MEN,
    names: ['Oxford', 'Ashby', 'Denton', 'Weald', 'Cove'],
    count: 20,
    make: ({ at, name }) => ({
      title: `${name} ${['Button-Down Shirt', 'Linen Shirt', 'Flannel Shirt', 'Short Sleeve Shirt', 'Overshirt'][at % 5]}`,
      text: `A men's shirt in {colour}. ${['Cotton oxford that needs no ironing.', 'Breathable linen for hot days.', 'Brushed cotton flannel, warm without weight.', 'Seersucker cotton, not see-through.', 'Heavy twill, wear it as a jacket.'][at % 5]}`,
      base: [45, 55, 49, 39, 68][at % 5],
      options: sizes,
    }),
  },
  {
    brands: [...MEN, 'Linnet & Co'],
    names: NAMES.slice(3),
    count: 30,
    make: ({ at, name, draw }) => {
      const isMen = (at + Math.floor(at / 6)) % 2 === 0;
      const cut = ['Slim Jeans', 'Straight Jeans', 'Chino Trousers', 'Wide Leg Trousers', 'Linen Trousers', 'Joggers'][
        at % 6
      ];
      return {
        title: `${name} ${isMen ? "Men's" : "Women's"} ${cut}`,
        text: `${cut.includes('Jeans') ? `${at % 3 ? 'Stretch' : 'Rigid'} denim in ${draw.pick(['indigo blue', 'black', 'light blue wash'])}` : cut === 'Linen Trousers' ? 'Washed linen in {colour}' : cut === 'Joggers' ? 'Loopback cotton in {colour}' : 'Cotton twill in {colour}'}. ${at % 2 ? 'High rise.' : 'Regular rise, tapered.'}`,
        base: cut === 'Joggers' ? 39 : 62 + at,
        options: { Waist: ['28', '30', '32', '34', '36'] },
      };
    },
  },
  {
    brands: [...WOMEN, 'Bexley Mill'],
    names: NAMES,
    count: 34,
    make: ({ at, name }) => {
      const [cut, cloth] = [
        ['Trench Coat', 'water-repellent cotton gabardine'],
        ['Wool Coat', 'a double-faced wool blend'],
        ['Puffer Jacket', 'recycled polyester, filled without down'],
        ['Rain Jacket', 'a waterproof 3-layer shell, PFC-free'],
        ['Biker Jacket', at % 4 ? 'faux leather' : 'soft lamb leather'],
        ['Parka', 'heavy cotton with a detachable faux fur hood'],
        ['Down Jacket', 'light nylon filled with responsible goose down'],
      ][at % 7];
      const who = at % 3 === 2 ? "men's" : "women's";
      return {
        title: `${name} ${cut}`,
        text: `A ${who} layer in {colour}, made from ${cloth}. ${at % 5 === 1 ? 'Not waterproof.' : at % 2 ? 'Two-way zip.' : 'Fully lined.'}`,
        base: [129, 179, 98, 110, cloth.startsWith('soft') ? 260 : 89, 149, 165][at % 7],
        options: sizes,
      };
    },
  },
  {
    brands: ['Tread & Tarn', 'Cobbler Row', 'Maren Vale'],
    names: NAMES,
    count: 46,
    make: ({ at, name }) => {
      const [type, cloth] = [
        ['Ankle Boots', at % 4 ? 'smooth leather' : 'suede'],
        ['Trainers', at % 4 === 1 ? 'vegan leather' : 'canvas'],
        ['Sandals', 'leather straps on a cork sole'],
        ['Hiking Boots', 'waterproof nubuck leather'],
        ['Loafers', at % 4 ? 'polished leather' : 'suede'],
        ['Slippers', at % 4 === 1 ? 'felted wool' : 'synthetic fleece, free of wool'],
        ['Wellington Boots', 'natural rubber'],
      ][at % 7];
      const who = at % 2 ? "Women's" : "Men's";
      return {
        title: `${who} ${name} ${type}`,
        text: `${cloth[0].toUpperCase()}${cloth.slice(1)} in {colour}. ${['Cushioned insole.', 'Runs small, order a size up.', 'Wide fit.'][at % 3]}`,
        base: [119, 65, 55, 145, 95, 32, 48][at % 7],
        options: shoes,
      };
    },
  },
  {
    brands: ['Cobbler Row', 'Linnet & Co', 'Osier'],
    names: NAMES,
    count: 34,
    make: ({ at, name }) => {
      const [type, base] = [
        ['Tote Bag', 58],
        ['Crossbody Bag', 72],
        ['Backpack', 68],
        ['Weekend Bag', 110],
        ['Clutch', 42],
      ][at % 5];
      const cloth = [
        'full-grain leather',
        'faux leather that no animal died for',
        'waxed canvas with leather trim',
        'recycled nylon',
        'cotton canvas, no leather at all',
      ][(at + Math.floor(at / 5)) % 5];
      return {
        title: `${name} ${type}`,
        text: `In {colour}, made of ${cloth}. ${{ 'Tote Bag': 'Fits a 13 inch laptop.', Backpack: 'Holds 18 litres, laptop sleeve for 15 inch.', 'Weekend Bag': 'Holds 40 litres, cabin size.', 'Crossbody Bag': 'Adjustable strap, zip pocket.', Clutch: 'Magnetic closure, wrist strap.' }[type]}`,
        base: base * (cloth.startsWith('full') ? 1.7 : 1),
      };
    },
  },
  {
    brands: ['Linnet & Co', 'Bexley Mill', 'Osier'],
    names: NAMES,
    count: 34,
    make: ({ at, name, draw }) => {
      const [type, text, base] = [
        ['Scarf', at % 2 ? 'Woven in lambswool, {colour}.' : 'Airy cotton gauze in {colour}.', 29],
        ['Beanie', at % 2 ? 'Merino wool beanie in {colour}, does not itch.' : 'Acrylic knit in {colour}.', 19],
        ['Leather Belt', 'Vegetable tanned leather in {colour}, brass buckle.', 35],
        ['Gloves', at % 2 ? 'Lined leather in {colour}.' : 'Touchscreen gloves in {colour}, wool blend.', 27],
        [
          'Socks 3 Pack',
          at % 2 ? 'Three pairs in {colour}, combed cotton.' : 'Three pairs of hiking socks in {colour}, merino wool.',
          15,
        ],
      ][at % 5];
      return {
        title: `${name} ${type}`,
        text: `${text} ${draw.chance(0.5) ? 'Arrives in a gift box.' : ''}`,
        base,
        ...(type === 'Leather Belt' ? { options: sizes } : {}),
      };
    },
  },
  {
    brands: ['Osier', 'Harrow Street'],
    names: NAMES,
    count: 26,
    make: ({ at, name }) => ({
      title: `${name} ${['Pyjama Set', 'Bathrobe', 'Nightdress', 'Swimsuit', 'Swim Shorts'][at % 5]}`,
      text: `${['Cotton jersey pyjamas in {colour}.', 'Terry cotton robe in {colour} with a shawl collar.', at % 2 ? 'Satin nightdress in {colour}, not silk.' : 'Cotton nightdress in {colour}.', "Women's swimsuit in {colour}, chlorine resistant.", "Men's quick-dry shorts in {colour}, mesh-free."][at % 5]}`,
      base: [45, 62, 39, 48, 32][at % 5],
      options: sizes,
    }),
  },
];
