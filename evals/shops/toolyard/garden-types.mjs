const GARDEN = ['Fernhollow', 'Ostrey', 'Greaves', 'Kronvar'];
const HAND = ['Fernhollow', 'Maddox & Pyne', 'Greaves'];

export const GARDEN_TYPES = [
  {
    path: ['Garden', 'Lawn Mowers'],
    brands: GARDEN,
    count: 15,
    make: ({ at, brand, draw }) => {
      const drive = ['Electric', 'Petrol', 'Cordless', 'Push', 'Robotic'][at % 5];
      const width = [32, 46, 37, 30, 22][at % 5] + (at > 6 ? 4 : 0);
      return {
        title: `${brand} ${drive} ${drive === 'Push' ? 'Cylinder ' : ''}Lawn Mower ${width}cm`,
        text: `${{ Electric: 'Mains powered with 12 m of cable.', Petrol: 'Four-stroke engine, self propelled.', Cordless: at % 2 ? 'With 36V battery and charger.' : 'Battery and charger sold separately.', Push: 'No engine, no cable, no noise.', Robotic: 'Mows by itself, controlled by app.' }[drive]}${drive === 'Robotic' ? '' : ` Grass box of ${[30, 60, 40, 20][(at % 5) % 4]} litres.`}`,
        base: { Electric: 95, Petrol: 330, Cordless: 210, Push: 58, Robotic: 620 }[drive] + (at > 6 ? 60 : 0),
        attributes: {
          'Cutting width (cm)': width,
          'Power source': {
            Electric: 'mains',
            Petrol: 'petrol',
            Cordless: 'battery',
            Push: 'manual',
            Robotic: 'battery',
          }[drive],
          'Noise level (dB)': { Electric: 90, Petrol: 97, Cordless: 84, Push: undefined, Robotic: 60 }[drive],
          'Weight (kg)': { Electric: 10, Petrol: 33, Cordless: 14, Push: 7, Robotic: 9 }[drive] + draw.int(0, 4),
        },
      };
    },
  },
  {
    path: ['Garden', 'Trimmers & Saws', 'Hedge Trimmers'],
    brands: GARDEN,
    count: 13,
    make: ({ at, brand, draw }) => ({
      title: `${brand} ${['Cordless', 'Electric', 'Petrol'][at % 3]} Hedge Trimmer ${[45, 50, 55, 60][at % 4]}cm`,
      text: `${['18V battery supplied.', '10 m cable.', '25 cc two-stroke.'][at % 3]} Cuts branches to ${[16, 20, 24][at % 3]} mm.`,
      base: [92, 55, 140][at % 3] + at * 3,
      attributes: {
        'Blade length (cm)': [45, 50, 55, 60][at % 4],
        'Power source': ['battery', 'mains', 'petrol'][at % 3],
        'Weight (kg)': draw.int(24, 55) / 10,
      },
    }),
  },
  {
    path: ['Garden', 'Trimmers & Saws', 'Grass Trimmers'],
    brands: GARDEN,
    count: 10,
    make: ({ at, brand, draw }) => ({
      title: `${brand} ${at % 2 ? 'Electric' : 'Cordless'} Grass Trimmer ${[25, 28, 30][at % 3]}cm`,
      text: `${at % 2 ? 'Light and simple.' : 'Battery included.'} Automatic line feed.`,
      base: 38 + at * 8,
      attributes: {
        'Cutting width (cm)': [25, 28, 30][at % 3],
        'Power source': at % 2 ? 'mains' : 'battery',
        'Weight (kg)': draw.int(18, 34) / 10,
      },
    }),
  },
  {
    path: ['Garden', 'Trimmers & Saws', 'Chainsaws'],
    brands: GARDEN,
    count: 11,
    make: ({ at, brand, draw }) => ({
      title: `${brand} ${['Petrol', 'Electric', 'Cordless'][at % 3]} Chainsaw ${[35, 40, 30][at % 3]}cm Bar`,
      text: `Chain brake. ${at % 3 === 2 ? 'Bare unit, battery not included.' : 'Chain oil included.'}`,
      base: [165, 98, 135][at % 3] + at * 4,
      attributes: {
        'Bar length (cm)': [35, 40, 30][at % 3],
        'Power source': ['petrol', 'mains', 'battery'][at % 3],
        'Weight (kg)': draw.int(35, 58) / 10,
      },
    }),
  },
  {
    path: ['Garden', 'Pressure Washers'],
    brands: ['Ostrey', 'Veltik', 'Kronvar'],
    count: 10,
    make: ({ at, brand, draw }) => ({
      title: `${brand} Pressure Washer ${[110, 130, 150][at % 3]} Bar`,
      text: `${at % 2 ? 'With patio cleaner and car brush.' : 'Lance and foam bottle.'} Hose ${[5, 6, 8][at % 3]} m.`,
      base: 72 + (at % 3) * 55,
      attributes: {
        'Max. pressure (bar)': [110, 130, 150][at % 3],
        'Power (W)': [1400, 1800, 2200][at % 3],
        'Weight (kg)': draw.int(5, 14),
      },
    }),
  },
  {
    path: ['Garden', 'Watering', 'Hoses'],
    brands: HAND,
    count: 15,
    make: ({ at, brand }) => ({
      title: `${brand} ${at % 3 === 2 ? 'Expandable ' : ''}Garden Hose ${[15, 25, 30, 50][at % 4]}m${at % 2 ? ' with Reel' : ''}`,
      text: `${at % 3 === 0 ? 'PVC-free rubber, drinking water safe.' : at % 3 === 1 ? 'Reinforced PVC, kink resistant.' : 'Latex core with a woven jacket.'}`,
      base: 14 + [15, 25, 30, 50][at % 4] * 0.7 + (at % 2 ? 22 : 0),
      attributes: {
        'Hose length': `${[15, 25, 30, 50][at % 4]} m`,
        Material: ['rubber', 'PVC', 'latex'][at % 3],
        Colour: ['green', 'green', 'blue', 'black'][at % 4],
      },
    }),
  },
  {
    path: ['Garden', 'Watering', 'Sprinklers & Fittings'],
    brands: HAND,
    count: 15,
    make: ({ at, brand }) => ({
      title: `${brand} ${['Oscillating Sprinkler', 'Hose Connector Set', 'Spray Gun', 'Watering Can 10L', 'Water Timer'][at % 5]}${at > 4 ? ' Deluxe' : ''}`,
      text: [
        'Waters up to 200 m².',
        'Fits 13 mm hoses.',
        'Seven spray patterns.',
        'Galvanised steel with rose.',
        'Runs on a 9V battery, not included.',
      ][at % 5],
      base: [17, 7, 11, 16, 27][at % 5] + (at > 4 ? 6 : 0),
      attributes: { Material: ['plastic', 'plastic', 'metal', 'steel', 'plastic'][at % 5] },
    }),
  },
  {
    path: ['Garden', 'Hand Tools', 'Secateurs'],
    brands: HAND,
    count: 14,
    make: ({ at, brand }) => ({
      title: `${brand} ${at % 2 ? 'Anvil' : 'Bypass'} Secateurs${at % 8 > 3 ? ' Left-Handed' : ''}`,
      text: `Hardened steel blades. ${at % 3 ? 'Cuts to 20 mm.' : 'Cuts to 25 mm, for larger hands.'}`,
      base: 13 + (at % 8) * 3,
      attributes: { 'Max. cutting diameter': at % 3 ? '20 mm' : '25 mm', Colour: ['red', 'green', 'orange'][at % 3] },
    }),
  },
  {
    path: ['Garden', 'Hand Tools', 'Digging'],
    brands: HAND,
    count: 20,
    make: ({ at, brand }) => ({
      title: `${brand} ${['Digging Spade', 'Garden Fork', 'Lawn Rake', 'Hand Trowel', 'Dutch Hoe'][at % 5]}${at > 4 ? ' Stainless Steel' : ''}`,
      text: `${at % 2 ? 'Ash handle.' : 'Fibreglass shaft.'} ${at > 4 ? 'Soil does not stick.' : 'Carbon steel head.'}`,
      base: [27, 29, 17, 8, 21][at % 5] + (at > 4 ? 8 : 0),
      attributes: {
        'Handle material': at % 2 ? 'ash wood' : 'fibreglass',
        Material: at > 4 ? 'stainless steel' : 'carbon steel',
      },
    }),
  },
  {
    path: ['Garden', 'Wheelbarrows'],
    brands: ['Haulwright', 'Fernhollow'],
    count: 9,
    make: ({ at, brand }) => ({
      title: `${brand} Wheelbarrow ${[65, 85, 90, 100, 120][at % 5]}L`,
      text: `${at % 2 ? 'Puncture proof tyre.' : 'Pneumatic tyre.'} ${at < 3 ? 'Galvanised tray.' : 'Plastic tray, will not rust.'}`,
      base: 42 + (at % 5) * 9,
      attributes: {
        'Max. load (kg)': [120, 150, 150, 200, 250][at % 5],
        Capacity: `${[65, 85, 90, 100, 120][at % 5]} l`,
        Colour: ['green', 'black', 'silver', 'green', 'orange'][at % 5],
      },
    }),
  },
  {
    path: ['Garden', 'Pots & Planters'],
    brands: ['Fernhollow', 'Claybrook'],
    count: 12,
    make: ({ at, brand }) => ({
      title: `${brand} ${['Plant Pot', 'Trough Planter', 'Hanging Basket'][at % 3]} ${[20, 30, 40, 60][at % 4]}cm ${['Terracotta', 'Anthracite', 'White', 'Sage'][at % 4]}`,
      text: `${['Fired clay, frost resistant to -10 °C.', 'Recycled plastic with drainage holes.', 'Glazed ceramic. Not frost proof.', 'Light fibre clay.'][at % 4]}`,
      base: 6 + [20, 30, 40, 60][at % 4] * 0.5,
      attributes: {
        'Diameter (cm)': [20, 30, 40, 60][at % 4],
        Material: ['clay', 'plastic', 'ceramic', 'fibre clay'][at % 4],
        Colour: ['terracotta', 'anthracite', 'white', 'green'][at % 4],
      },
    }),
  },
  {
    path: ['Garden', 'Barbecues'],
    brands: ['Emberton', 'Greaves'],
    count: 11,
    make: ({ at, brand }) => ({
      title: `${brand} ${['Gas Barbecue 3 Burner', 'Charcoal Kettle Barbecue 47cm', 'Portable Charcoal Grill', 'Gas Barbecue 4 Burner'][at % 4]}${at > 3 ? ' Black Edition' : ''}`,
      text: [
        'Side shelf, thermometer in the lid. Gas bottle not included.',
        'Porcelain enamel lid, ash catcher.',
        'Folds flat for picnics and camping.',
        'Side burner and cast iron grill. Gas bottle not included.',
      ][at % 4],
      base: [189, 79, 29, 279][at % 4] + (at > 3 ? 30 : 0),
      attributes: {
        Fuel: at % 4 === 1 || at % 4 === 2 ? 'charcoal' : 'gas',
        'Weight (kg)': [28, 11, 3, 38][at % 4],
        Colour: at > 3 ? 'black' : ['silver', 'red', 'black', 'silver'][at % 4],
      },
    }),
  },
  {
    path: ['Garden', 'Barbecue Accessories'],
    brands: ['Emberton', 'Greaves'],
    count: 20,
    make: ({ at, brand }) => ({
      title: `${brand} ${['Barbecue Cover 120cm', 'Barbecue Tool Set 3 Piece', 'Charcoal Chimney Starter', 'Grill Brush', 'Barbecue Cover 150cm', 'Meat Thermometer', 'Charcoal Briquettes 5kg'][at % 7]}`,
      text: [
        'Waterproof, PVC-free polyester.',
        'Stainless steel tongs, fork and turner.',
        'Lights coals without lighter fluid.',
        'Bristle-free coil.',
        'Water repellent, not fully waterproof.',
        'Wireless probe, range 30 m.',
        'Slow burning, no firelighter smell.',
      ][at % 7],
      base: [19, 22, 17, 9, 26, 31, 8][at % 7],
      attributes: {},
    }),
  },
];
