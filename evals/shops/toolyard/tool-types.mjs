const MACHINES = ['Kronvar', 'Bramhall', 'Ostrey', 'Veltik', 'Anvil'];
const HAND = ['Anvil', 'Torrigan', 'Maddox & Pyne', 'Pindle'];
const KITS = ['body only', '1 x 2.0Ah', '2 x 2.0Ah', '2 x 4.0Ah'];
const kitText = (kit) =>
  kit === 'body only'
    ? 'Bare unit: battery and charger are not included.'
    : `Comes with ${kit.split(' ')[0] === '1' ? 'one battery' : 'two batteries'} and a charger.`;
const POWER = 'Power Tools';
const EXTRAS = 'Power Tool Accessories';
const round = (value, step) => Math.round(value / step) * step;

export const TOOL_TYPES = [
  {
    path: [POWER, 'Drills & Drivers', 'Cordless Drills'],
    brands: MACHINES,
    count: 20,
    spread: 0.06,
    make: ({ at, brand, draw }) => {
      const volts = [12, 18, 18, 18, 36][Math.floor(at / 2) % 5];
      const kit = KITS[at % 4];
      const isBrushless = at % 3 !== 0;
      const isCombi = at % 5 > 2;
      return {
        title: `${brand} ${volts}V ${isBrushless ? 'Brushless ' : ''}Cordless ${isCombi ? 'Combi Drill' : 'Drill Driver'} ${kit}`,
        text: `${isCombi ? 'Hammer action for brick and block.' : 'For wood and metal, no hammer action.'} Two gears, LED work light. ${kitText(kit)}`,
        base: volts * 3 + KITS.indexOf(kit) * 28 + (isBrushless ? 20 : 0),
        attributes: {
          Voltage: `${volts} V`,
          'Max. torque': `${round(volts * 2.6 + at, 5)} Nm`,
          'Chuck size': volts > 12 ? '13 mm' : '10 mm',
          'Weight (kg)': draw.int(9, 21) / 10,
          'Battery included': kit !== 'body only',
          Motor: isBrushless ? 'brushless' : 'brushed',
          Colour: { Kronvar: 'green', Bramhall: 'blue', Ostrey: 'yellow', Veltik: 'red', Anvil: 'black' }[brand],
        },
      };
    },
  },
  {
    path: [POWER, 'Drills & Drivers', 'Hammer Drills'],
    brands: MACHINES.slice(0, 4),
    count: 9,
    make: ({ at, brand, draw }) => {
      const watts = [500, 650, 750, 850, 1050, 1100][at % 6];
      return {
        title: `${brand} ${watts}W ${at % 2 ? 'SDS Plus Rotary Hammer' : 'Corded Hammer Drill'}`,
        text: `Mains powered with a ${at % 2 ? 4 : 3} m cable. ${at % 3 ? 'Keyless chuck and side handle.' : 'Supplied in a carry case.'}`,
        base: 30 + watts / 9,
        attributes: {
          'Power (W)': watts,
          'Weight (kg)': draw.int(18, 42) / 10,
          'Noise level (dB)': draw.int(92, 104),
          'Power source': 'mains',
        },
      };
    },
  },
  {
    path: [POWER, 'Drills & Drivers', 'Impact Drivers'],
    brands: MACHINES,
    count: 10,
    make: ({ at, brand }) => ({
      title: `${brand} ${at % 3 ? 18 : 12}V Impact Driver ${KITS[at % 4]}`,
      text: `Drives long screws without wrist strain. Hex 1/4 in chuck. ${kitText(KITS[at % 4])}`,
      base: 55 + (at % 4) * 26,
      attributes: {
        Voltage: `${at % 3 ? 18 : 12} V`,
        'Max. torque': `${[110, 140, 170, 180][at % 4]} Nm`,
        'Battery included': at % 4 !== 0,
      },
    }),
  },
  {
    path: [POWER, 'Saws', 'Circular Saws'],
    brands: MACHINES,
    count: 10,
    make: ({ at, brand, draw }) => ({
      title: `${brand} ${at % 2 ? '18V Cordless' : `${[1200, 1400, 1600][at % 3]}W`} Circular Saw ${at % 3 ? 165 : 190}mm`,
      text: `Bevel cuts to 45 degrees. ${at % 2 ? kitText(KITS[at % 4]) : 'Laser guide, blade and rip fence supplied.'}`,
      base: at % 2 ? 105 + (at % 4) * 25 : 70,
      attributes: {
        'Blade diameter (mm)': at % 3 ? 165 : 190,
        'Weight (kg)': draw.int(27, 46) / 10,
        'Power source': at % 2 ? 'battery' : 'mains',
      },
    }),
  },
  {
    path: [POWER, 'Saws', 'Jigsaws'],
    brands: MACHINES,
    count: 10,
    make: ({ at, brand, draw }) => ({
      title: `${brand} ${at % 2 ? `${[500, 600, 750][at % 3]}W Jigsaw` : '18V Cordless Jigsaw'}`,
      text: `Tool-free blade change, four pendulum settings. ${at % 2 ? 'Mains cable 2.5 m.' : kitText(KITS[at % 3])}`,
      base: at % 2 ? 42 + at * 3 : 78 + at * 4,
      attributes: {
        'Cutting depth (mm)': [65, 80, 100, 135][at % 4],
        'Weight (kg)': draw.int(17, 28) / 10,
        'Power source': at % 2 ? 'mains' : 'battery',
      },
    }),
  },
  {
    path: [POWER, 'Grinders & Sanders', 'Angle Grinders'],
    brands: MACHINES,
    count: 8,
    make: ({ at, brand }) => ({
      title: `${brand} ${at % 3 === 2 ? '18V Cordless' : `${[710, 850, 1100, 2200][at % 4]}W`} Angle Grinder ${at % 4 === 3 ? 230 : at % 2 ? 125 : 115}mm`,
      text: `Restart protection and ${at % 2 ? 'soft start' : 'a paddle switch'}. Disc not included.`,
      base: at % 4 === 3 ? 95 : 44 + at * 4,
      attributes: {
        'Disc diameter (mm)': at % 4 === 3 ? 230 : at % 2 ? 125 : 115,
        'Power source': at % 3 === 2 ? 'battery' : 'mains',
      },
    }),
  },
  {
    path: [POWER, 'Grinders & Sanders', 'Sanders'],
    brands: MACHINES,
    count: 12,
    make: ({ at, brand, draw }) => ({
      title: `${brand} ${['Random Orbital', 'Detail', 'Belt'][at % 3]} Sander ${[300, 200, 900][at % 3]}W`,
      text: `${['Leaves no swirl marks.', 'Reaches corners and spindles.', 'For quick stock removal on doors and floors.'][at % 3]} Dust box included${at % 2 ? ', low vibration' : ''}.`,
      base: [48, 29, 84][at % 3],
      attributes: {
        'Power (W)': [300, 200, 900][at % 3],
        'Weight (kg)': draw.int(9, 30) / 10,
        'Noise level (dB)': draw.int(78, 96),
      },
    }),
  },
  {
    path: [EXTRAS, 'Drill Bits'],
    brands: ['Torrigan', 'Pindle', 'Kronvar'],
    count: 15,
    make: ({ at, brand }) => {
      const kind = ['HSS', 'Masonry', 'Wood', 'SDS', 'Tile & Glass'][at % 5];
      const pieces = [1, 5, 10, 19, 25][Math.floor(at / 3) % 5];
      return {
        title:
          pieces === 1
            ? `${brand} ${kind} Drill Bit ${[6, 8, 10][at % 3]}mm`
            : `${brand} ${pieces} Piece ${kind} Drill Bit Set`,
        text: `${{ HSS: 'For steel, aluminium and plastic.', Masonry: 'For brick, block and stone.', Wood: 'Brad point for clean holes in timber.', SDS: 'Fits every SDS plus drill.', 'Tile & Glass': 'Carbide spear tip. Not for hammer drills.' }[kind]}${pieces > 5 ? ' In a steel case.' : ''}`,
        base: 3 + pieces * 1.1,
        attributes: {
          'Suitable for': { HSS: 'metal', Masonry: 'masonry', Wood: 'wood', SDS: 'concrete', 'Tile & Glass': 'tile' }[
            kind
          ],
          'Pieces in pack': pieces,
        },
      };
    },
  },
  {
    path: [EXTRAS, 'Screwdriver Bits'],
    brands: ['Torrigan', 'Pindle'],
    count: 5,
    make: ({ at, brand }) => ({
      title: `${brand} ${[12, 25, 32, 40, 60][at]} Piece Screwdriver Bit Set`,
      text: `PH, PZ, hex and Torx bits${at % 2 ? ' with a magnetic holder' : ''}. ${at > 2 ? 'Impact rated.' : 'Not impact rated.'}`,
      base: 6 + at * 5,
      attributes: { 'Pieces in pack': [12, 25, 32, 40, 60][at] },
    }),
  },
  {
    path: [EXTRAS, 'Saw Blades'],
    brands: ['Torrigan', 'Kronvar', 'Bramhall'],
    count: 18,
    make: ({ at, brand }) =>
      at % 3 === 2
        ? {
            title: `${brand} Jigsaw Blades for ${at % 2 ? 'Metal' : 'Wood'} Pack of ${at > 4 ? 10 : 5}`,
            text: 'T-shank, fits most jigsaws.',
            base: 6 + at,
            attributes: { 'Pieces in pack': at > 4 ? 10 : 5 },
          }
        : {
            title: `${brand} Circular Saw Blade ${at % 2 ? 165 : 190}mm ${[24, 40, 60][Math.floor(at / 3) % 3]} Teeth`,
            text: 'Carbide tipped, for timber and sheet material.',
            base: 12 + at * 2,
            attributes: { 'Blade diameter (mm)': at % 2 ? 165 : 190, Teeth: [24, 40, 60][Math.floor(at / 3) % 3] },
          },
  },
  {
    path: [EXTRAS, 'Batteries & Chargers'],
    brands: MACHINES.slice(0, 4),
    count: 15,
    make: ({ at, brand }) => {
      const [what, base] = [
        ['2.0Ah Li-Ion Battery', 32],
        ['4.0Ah Li-Ion Battery', 52],
        ['Fast Charger', 39],
      ][Math.floor(at / 4) % 3];
      return {
        title: `${brand} 18V ${what}`,
        text: `For every tool of the ${brand} 18V range. ${at % 3 ? 'With charge indicator.' : 'Does not fit 12V tools.'}`,
        base,
        attributes: { Voltage: '18 V', Capacity: what.includes('Ah') ? what.split(' ')[0] : undefined },
      };
    },
  },
  {
    path: [EXTRAS, 'Tool Bags & Cases'],
    brands: ['Haulwright', 'Kronvar', 'Anvil'],
    count: 8,
    make: ({ at, brand }) => ({
      title: `${brand} ${['Drill Carry Case', 'Tool Bag 16in', 'Open Tool Tote', 'Tool Backpack'][at % 4]}${at > 3 ? ' Pro' : ''}`,
      text: `${['Moulded case for one drill and two batteries.', 'Waterproof base, 14 pockets.', 'Quick access, steel handle.', 'Padded straps, fits a 15 in laptop too.'][at % 4]} ${at % 2 ? 'Not waterproof throughout.' : 'PVC-free.'}`,
      base: [18, 32, 36, 64][at % 4] * (at > 3 ? 1.4 : 1),
      attributes: {
        Material: ['plastic', 'polyester', 'polyester', 'nylon'][at % 4],
        Colour: at % 2 ? 'black' : 'grey',
      },
    }),
  },
  {
    path: ['Hand Tools', 'Hammers'],
    brands: HAND,
    count: 16,
    make: ({ at, brand, draw }) => {
      const kind = ['Claw Hammer', 'Rubber Mallet', 'Sledgehammer', 'Ball Pein Hammer'][at % 4];
      const handle = ['hickory', 'fibreglass', 'steel'][at % 3];
      return {
        title: `${brand} ${kind} ${[16, 24, 112, 20][at % 4]}oz`,
        text: `${handle === 'hickory' ? 'Hickory' : handle === 'steel' ? 'One-piece steel' : 'Fibreglass'} handle${at % 2 ? ', shock absorbing grip' : ''}.`,
        base: [14, 11, 32, 13][at % 4] + draw.int(0, 9),
        attributes: { 'Handle material': handle },
      };
    },
  },
  {
    path: ['Hand Tools', 'Screwdrivers'],
    brands: HAND,
    count: 14,
    make: ({ at, brand }) => ({
      title:
        at % 3 === 0
          ? `${brand} Ratchet Screwdriver`
          : `${brand} ${[6, 8, 12][at % 3]} Piece ${at % 2 ? 'Insulated VDE ' : ''}Screwdriver Set`,
      text: `${at % 3 && at % 2 ? 'Tested to 1000 V for electricians.' : 'Soft grip, magnetic tips.'} ${at % 3 ? 'Slotted and Pozi.' : 'Six bits in the handle.'}`,
      base: at % 3 ? 16 + at * 3 : 15,
      attributes: { Insulated: at % 3 !== 0 && at % 2 === 1 },
    }),
  },
  {
    path: ['Hand Tools', 'Spanners & Sockets'],
    brands: HAND,
    count: 15,
    make: ({ at, brand }) => {
      const kind = ['Adjustable Spanner', 'Combination Spanner Set', 'Socket Set'][at % 3];
      return {
        title: `${brand} ${kind === 'Adjustable Spanner' ? `${kind} ${[200, 250, 300][Math.floor(at / 3) % 3]}mm` : `${[12, 40, 94][Math.floor(at / 3) % 3]} Piece ${kind}`}`,
        text: `Chrome vanadium steel. ${at % 3 === 2 ? 'Metric sizes with a 72-tooth ratchet in a blow case.' : 'Polished finish.'}`,
        base: at % 3 ? 25 + (Math.floor(at / 3) % 3) * 27 : 12 + at,
        attributes: {
          Material: 'chrome vanadium steel',
          'Pieces in pack': at % 3 ? [12, 40, 94][Math.floor(at / 3) % 3] : 1,
        },
      };
    },
  },
  {
    path: ['Hand Tools', 'Measuring'],
    brands: HAND,
    count: 17,
    make: ({ at, brand }) => {
      const kind = ['Tape Measure', 'Spirit Level', 'Laser Distance Meter', 'Cross Line Laser Level'][at % 4];
      const size = {
        'Tape Measure': ` ${[3, 5, 8][Math.floor(at / 4) % 3]}m`,
        'Spirit Level': ` ${[40, 60, 120][Math.floor(at / 4) % 3]}cm`,
        'Laser Distance Meter': ` ${[20, 40, 50][Math.floor(at / 4) % 3]}m`,
        'Cross Line Laser Level': '',
      }[kind];
      return {
        title: `${brand} ${kind}${size}`,
        text: `${kind.includes('Laser') ? 'Runs on two AAA batteries, splash proof (IP54).' : 'Clear scale in metric and imperial.'} ${at % 4 === 0 ? 'Magnetic hook.' : ''}`.trim(),
        base: [8, 18, 42, 78][at % 4] + at,
        attributes: { 'IP rating': kind.includes('Laser') ? 'IP54' : undefined },
      };
    },
  },
];
