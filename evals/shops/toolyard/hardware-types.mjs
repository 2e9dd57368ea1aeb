const LADDERS = ['Haulwright', 'Oxley', 'Pindle'];
const LIGHTS = ['Lumenor', 'Ostrey', 'Brightwick'];
const PAINTS = ['Farrenby', 'Colourhaus', 'Dunmore'];
const SAFETY = ['Gripwell', 'Torrigan', 'Oxley'];

export const HARDWARE_TYPES = [
  {
    path: ['Ladders & Storage', 'Ladders'],
    brands: LADDERS,
    count: 14,
    make: ({ at, brand, draw }) => {
      const kind = ['Extension Ladder', 'Step Ladder', 'Telescopic Ladder', 'Multi-Purpose Ladder'][at % 4];
      const height = [3.2, 2.1, 2.6, 3.5, 5.1, 2.9, 3.8, 4.4][at % 8];
      const material = at % 3 === 2 ? 'fibreglass' : 'aluminium';
      return {
        title: `${brand} ${kind} ${height}m`,
        text: `${material === 'fibreglass' ? 'Fibreglass, does not conduct electricity.' : 'Light aluminium.'} ${['Rubber feet.', 'Wide platform and tool tray.', 'Folds to 80 cm for the car boot.'][at % 3]}`,
        base: 32 + height * 22 + (material === 'fibreglass' ? 40 : 0),
        attributes: {
          'Max. load (kg)': at % 4 === 2 ? 120 : 150,
          'Working height (m)': height,
          'Weight (kg)': draw.int(50, 160) / 10,
          Material: material,
        },
      };
    },
  },
  {
    path: ['Ladders & Storage', 'Step Stools'],
    brands: LADDERS,
    count: 11,
    make: ({ at, brand }) => ({
      title: `${brand} ${at % 2 ? 'Folding Step Stool' : 'Hop-Up Work Platform'} ${at < 3 ? '2' : '3'} Tread`,
      text: `${at % 2 ? 'Folds flat to 5 cm.' : 'Non-slip platform.'} ${at % 3 ? 'Holds up to 150 kg.' : 'Holds up to 100 kg.'}`,
      base: 22 + at * 4,
      attributes: {
        'Max. load (kg)': at % 3 ? 150 : 100,
        Material: at % 2 ? 'steel' : 'aluminium',
        Colour: ['black', 'silver', 'orange'][at % 3],
      },
    }),
  },
  {
    path: ['Ladders & Storage', 'Toolboxes'],
    brands: ['Haulwright', 'Anvil', 'Pindle'],
    count: 8,
    make: ({ at, brand }) => ({
      title: `${brand} ${at % 3 === 2 ? 'Rolling Tool Chest' : 'Toolbox'} ${[13, 16, 19, 22][at % 4]}in`,
      text: `${at % 3 === 2 ? 'On wheels with a telescopic handle.' : 'Removable tray.'} ${at % 2 ? 'Powder coated steel.' : 'Tough plastic, metal latches.'}`,
      base: at % 3 === 2 ? 79 + at * 6 : 12 + at * 4,
      attributes: { Material: at % 2 ? 'steel' : 'plastic', Colour: ['red', 'black', 'yellow', 'blue'][at % 4] },
    }),
  },
  {
    path: ['Ladders & Storage', 'Shelving'],
    brands: LADDERS,
    count: 12,
    make: ({ at, brand }) => ({
      title: `${brand} ${[4, 5][at % 2]} Tier ${at % 3 ? 'Garage Shelving Unit' : 'Plastic Shelving Unit'} ${[75, 90, 120][at % 3]}cm`,
      text: `Boltless, no tools needed. ${at % 3 ? 'Galvanised steel frame with MDF shelves.' : 'All plastic: will not rust.'} `.trim(),
      base: at % 3 ? 38 + at * 6 : 24,
      attributes: {
        'Max. load per shelf (kg)': at % 3 ? [100, 175, 265][at % 3] : 25,
        Material: at % 3 ? 'steel' : 'plastic',
        'Width (cm)': [75, 90, 120][at % 3],
      },
    }),
  },
  {
    path: ['Ladders & Storage', 'Workbenches'],
    brands: ['Bramhall', 'Haulwright'],
    count: 10,
    make: ({ at, brand }) => ({
      title: `${brand} ${at % 2 ? 'Folding Workbench' : 'Saw Horse Pair'}`,
      text: `${at % 2 ? 'Clamps boards up to 80 mm.' : 'Stackable.'} Carries ${[100, 200, 350][at % 3]} kg.`,
      base: 35 + at * 12,
      attributes: { 'Max. load (kg)': [100, 200, 350][at % 3], Foldable: at % 2 === 1 || undefined },
    }),
  },
  {
    path: ['Lighting', 'Work Lights'],
    brands: LIGHTS,
    count: 13,
    make: ({ at, brand }) => ({
      title: `${brand} LED Work Light ${[1000, 2000, 3000, 5000][at % 4]}lm${at % 3 === 0 ? ' Rechargeable' : ''}`,
      text: `${at % 3 === 0 ? 'Up to 6 hours on one charge, USB-C.' : 'Mains powered, 3 m cable.'} ${at % 4 === 1 ? 'For indoor use only, not waterproof.' : 'Dust and jet proof.'}`,
      base: 16 + (at % 4) * 11 + (at % 3 === 0 ? 12 : 0),
      attributes: {
        'Brightness (lm)': [1000, 2000, 3000, 5000][at % 4],
        'IP rating': at % 4 === 1 ? 'IP20' : 'IP65',
        'Power source': at % 3 === 0 ? 'battery' : 'mains',
      },
    }),
  },
  {
    path: ['Lighting', 'Torches'],
    brands: LIGHTS,
    count: 16,
    make: ({ at, brand }) => ({
      title: `${brand} ${at % 3 === 2 ? 'Head Torch' : 'LED Torch'} ${[200, 350, 500, 1000][at % 4]}lm`,
      text: `${at % 2 ? 'Rechargeable by USB.' : 'Takes three AAA batteries (not included).'} ${at % 3 ? 'Aluminium body.' : 'Floats.'} ${at % 4 === 3 ? 'Waterproof to 1 m.' : ''}`.trim(),
      base: 9 + (at % 4) * 8,
      attributes: {
        'Brightness (lm)': [200, 350, 500, 1000][at % 4],
        'IP rating': at % 4 === 3 ? 'IP67' : 'IPX4',
        Rechargeable: at % 2 === 1,
        Colour: ['black', 'yellow', 'black', 'orange'][at % 4],
      },
    }),
  },
  {
    path: ['Lighting', 'Outdoor Lights'],
    brands: LIGHTS,
    count: 18,
    make: ({ at, brand }) => ({
      title: `${brand} ${['Solar Path Lights 4 Pack', 'LED Floodlight 20W', 'Wall Lantern', 'LED Floodlight 50W', 'Solar Wall Light'][at % 5]}${at > 4 ? ' with Motion Sensor' : ''}`,
      text: `${at % 5 === 0 || at % 5 === 4 ? 'Charges by day, no wiring.' : 'Hard-wired to the mains.'} ${at % 2 ? 'Warm white.' : 'Cool white.'}`,
      base: [22, 18, 34, 31, 27][at % 5] + (at > 4 ? 8 : 0),
      attributes: {
        'IP rating': ['IP44', 'IP65', 'IP44', 'IP65', 'IP65'][at % 5],
        'Power source': at % 5 === 0 || at % 5 === 4 ? 'solar' : 'mains',
        Colour: ['black', 'black', 'anthracite', 'white', 'black'][at % 5],
      },
    }),
  },
  {
    path: ['Electrical', 'Extension Leads'],
    brands: ['Ostrey', 'Brightwick', 'Pindle'],
    count: 17,
    make: ({ at, brand }) => ({
      title: `${brand} ${at % 3 === 1 ? 'Cable Reel' : 'Extension Lead'} ${[2, 5, 10, 25, 40][at % 5]}m ${[1, 4, 2][at % 3]} Socket`,
      text: `${at % 3 === 1 ? 'Thermal cut-out, steel drum.' : 'Surge protected.'} ${at % 2 ? 'For outdoor use.' : 'Indoor use only.'}`,
      base: 8 + [2, 5, 10, 25, 40][at % 5],
      attributes: {
        'Cable length': `${[2, 5, 10, 25, 40][at % 5]} m`,
        'IP rating': at % 2 ? 'IP44' : 'IP20',
        Colour: at % 2 ? 'orange' : 'white',
      },
    }),
  },
  {
    path: ['Electrical', 'Alarms'],
    brands: ['Brightwick', 'Veltik'],
    count: 9,
    make: ({ at, brand }) => ({
      title: `${brand} ${at % 2 ? 'Carbon Monoxide Alarm' : 'Smoke Alarm'}${at % 6 > 2 ? ' Twin Pack' : ''}`,
      text: `${at % 3 ? 'Sealed 10 year battery.' : 'Takes a 9V battery, included.'}`,
      base: at % 6 > 2 ? 32 : 15 + (at % 3),
      attributes: { 'Battery included': true, Colour: 'white' },
    }),
  },
  {
    path: ['Paint & Decorating', 'Interior Paint'],
    brands: PAINTS,
    count: 27,
    make: ({ at, brand }) => {
      const [name, colour] = [
        ['Chalk Mist', 'white'],
        ['Harbour', 'blue'],
        ['Sage Walk', 'green'],
        ['Slate Roof', 'grey'],
        ['Plaster', 'pink'],
        ['Ink Well', 'navy'],
        ['Oat', 'beige'],
        ['Terra', 'terracotta'],
        ['Buttercup', 'yellow'],
      ][at % 9];
      const finish = ['matt', 'silk', 'eggshell', 'matt'][at % 4];
      const litres = [2.5, 5, 1][(at + Math.floor(at / 9)) % 3];
      return {
        title: `${brand} ${name} ${finish[0].toUpperCase()}${finish.slice(1)} Emulsion ${litres}L`,
        text: `${finish === 'eggshell' ? 'Washable, for kitchens and bathrooms.' : 'For walls and ceilings.'} Covers up to ${litres * 13} m² per tin. ${at % 2 ? 'Low odour, solvent-free.' : ''}`.trim(),
        base: litres === 5 ? 38 : litres === 1 ? 14 : 24,
        attributes: { Colour: colour, Finish: finish, Volume: `${litres} l` },
      };
    },
  },
  {
    path: ['Paint & Decorating', 'Spray Paint'],
    brands: PAINTS,
    count: 14,
    make: ({ at, brand }) => ({
      title: `${brand} Spray Paint ${['Black', 'White', 'Red', 'Silver', 'Gold', 'Green', 'Blue'][at % 7]} ${at % 3 === 1 ? 'Gloss' : 'Matt'} 400ml`,
      text: 'For metal, wood and plastic. Dry in 20 minutes.',
      base: 8 + (at % 3),
      attributes: {
        Colour: ['black', 'white', 'red', 'silver', 'gold', 'green', 'blue'][at % 7],
        Finish: at % 3 === 1 ? 'gloss' : 'matt',
        Volume: '400 ml',
      },
    }),
  },
  {
    path: ['Paint & Decorating', 'Brushes & Rollers'],
    brands: ['Dunmore', 'Pindle', 'Farrenby'],
    count: 15,
    make: ({ at, brand }) => ({
      title: `${brand} ${['Paint Brush Set 5 Piece', 'Paint Roller Kit 9in', 'Angled Paint Brush 2in'][at % 3]}`,
      text: `${['No-loss bristles, wooden handles.', 'Roller, frame and tray.', 'For cutting in along edges.'][at % 3]} ${at % 2 ? 'Synthetic filaments, no animal hair.' : 'Natural bristle.'}`,
      base: [13, 11, 6][at % 3] + at,
      attributes: { 'Bristle type': at % 3 === 1 ? undefined : at % 2 ? 'synthetic' : 'natural' },
    }),
  },
  {
    path: ['Fixings & Adhesives', 'Screws'],
    brands: ['Pindle', 'Torrigan'],
    count: 17,
    make: ({ at, brand }) => ({
      title: `${brand} ${['Wood Screws', 'Drywall Screws', 'Decking Screws'][at % 3]} ${[4, 3.5, 4.5][at % 3]} x ${[30, 40, 60, 80][at % 4]}mm Box of ${[100, 200, 500][at % 3]}`,
      text: `${['Pozi head.', 'Bugle head, black phosphate.', 'Torx head, weather resistant.'][at % 3]} ${at % 4 === 2 ? 'A2 stainless steel, will not rust.' : 'Zinc plated.'}`,
      base: 6 + at,
      attributes: {
        'Length (mm)': [30, 40, 60, 80][at % 4],
        'Pack quantity': [100, 200, 500][at % 3],
        Material: at % 4 === 2 ? 'stainless steel' : 'steel',
      },
    }),
  },
  {
    path: ['Fixings & Adhesives', 'Glues & Sealants'],
    brands: ['Dunmore', 'Gripwell'],
    count: 16,
    make: ({ at, brand }) => ({
      title: `${brand} ${['Wood Glue 500ml', 'Super Glue 3g', 'Silicone Sealant 310ml Clear', 'Grab Adhesive 290ml', 'Silicone Sealant 310ml White'][at % 5]}`,
      text: `${['Sets in 10 minutes. Not waterproof.', 'Bonds metal, rubber and most plastics.', 'Mould resistant, for bathrooms.', 'Replaces nails. Solvent-free.', 'Mould resistant, paintable: no.'][at % 5]}`,
      base: [7, 4, 8, 6, 8][at % 5] + (at > 4 ? 2 : 0),
      attributes: { Volume: ['500 ml', undefined, '310 ml', '290 ml', '310 ml'][at % 5] },
    }),
  },
  {
    path: ['Workwear & Safety', 'Gloves'],
    brands: SAFETY,
    count: 20,
    make: ({ at, brand }) => ({
      title: `${brand} ${['Rigger Gloves', 'Nitrile Work Gloves', 'Thermal Gloves', 'Cut Resistant Gloves', 'Gardening Gloves'][at % 5]} ${['Size 8', 'Size 9', 'Size 10'][at % 3]}`,
      text: `${['Cowhide leather palm.', 'Nitrile coated, latex-free.', 'Fleece lined, latex grip.', 'Level D cut protection, no leather.', 'Bamboo knit, breathable.'][at % 5]} ${at % 2 ? 'Washable.' : ''}`.trim(),
      base: [9, 5, 8, 13, 7][at % 5] + at / 4,
      attributes: {
        Size: `${8 + (at % 3)}`,
        Material: ['leather', 'nitrile', 'acrylic', 'HPPE', 'bamboo'][at % 5],
        Colour: ['yellow', 'black', 'orange', 'grey', 'green'][at % 5],
      },
    }),
  },
  {
    path: ['Workwear & Safety', 'Eye & Ear Protection'],
    brands: SAFETY,
    count: 13,
    make: ({ at, brand }) => ({
      title: `${brand} ${['Safety Glasses', 'Ear Defenders', 'Safety Goggles', 'Ear Plugs 50 Pairs'][at % 4]}${at > 3 ? ' Premium' : ''}`,
      text: `${['Anti-scratch clear lens.', 'Folding headband.', 'Anti-fog, fits over spectacles.', 'Soft foam on no cord.'][at % 4]}`,
      base: [6, 14, 9, 8][at % 4] * (at > 3 ? 1.6 : 1),
      attributes: { 'Noise reduction (dB)': at % 4 === 1 ? 28 + at : at % 4 === 3 ? 37 : undefined },
    }),
  },
  {
    path: ['Workwear & Safety', 'Safety Boots'],
    brands: SAFETY,
    count: 13,
    make: ({ at, brand }) => ({
      title: `${brand} ${at % 2 ? 'Safety Trainers' : 'Safety Boots'} S${at % 3 === 0 ? 3 : 1}P ${['Black', 'Tan', 'Brown', 'Black'][at % 4]}`,
      text: `${at % 3 === 1 ? 'Composite toe, metal-free.' : 'Steel toe cap.'} ${at % 2 ? 'Breathable mesh upper, not waterproof.' : 'Waterproof leather upper.'}`,
      base: 38 + at * 6,
      attributes: {
        Colour: ['black', 'tan', 'brown', 'black'][at % 4],
        'Toe cap': at % 3 === 1 ? 'composite' : 'steel',
        Material: at % 2 ? 'mesh' : 'leather',
      },
    }),
  },
];
