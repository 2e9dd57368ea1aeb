const CAR = ['Motarro', 'Drayton', 'Veltik'];
const CARE = ['Gleamworks', 'Motarro', 'Tarnby', 'Roadkeep', 'Drayton'];

export const CAR_TYPES = [
  {
    path: ['Car', 'Batteries & Charging', 'Car Batteries'],
    brands: CAR,
    count: 12,
    make: ({ at, brand, draw }) => ({
      title: `${brand} Car Battery 12V ${[45, 60, 74, 95][at % 4]}Ah${at % 3 === 1 ? ' AGM' : ''}`,
      text: `${at % 3 === 1 ? 'For start-stop cars.' : 'Not for start-stop cars.'} ${at % 2 ? 'Three' : 'Five'} year guarantee.`,
      base: 52 + (at % 4) * 22 + (at % 3 === 1 ? 30 : 0),
      attributes: { Voltage: '12 V', 'Capacity (Ah)': [45, 60, 74, 95][at % 4], 'Weight (kg)': draw.int(11, 25) },
    }),
  },
  {
    path: ['Car', 'Batteries & Charging', 'Jump Starters & Chargers'],
    brands: CAR,
    count: 12,
    make: ({ at, brand, draw }) => ({
      title: `${brand} ${['Jump Starter', 'Battery Charger', 'Jump Leads'][at % 3]} ${['1000A', '6A', '3m'][at % 3]}${at > 5 ? ' Pro' : ''}`,
      text: [
        'Starts engines up to 6 litres, also charges phones by USB.',
        'For 6V and 12V lead acid batteries, reverse polarity safe.',
        'Copper clad, insulated clamps.',
      ][at % 3],
      base: [72, 39, 19][at % 3] * (at > 5 ? 1.6 : 1),
      attributes: {
        'Weight (kg)': draw.int(4, 18) / 10,
        'IP rating': at % 3 === 2 ? undefined : ['IP65', 'IP20'][at % 2],
      },
    }),
  },
  {
    path: ['Car', 'Tyres & Wheels', 'Tyre Inflators'],
    brands: CAR,
    count: 10,
    make: ({ at, brand }) => ({
      title: `${brand} ${['Cordless Tyre Inflator', '12V Tyre Inflator', 'Foot Pump'][at % 3]}${at > 2 ? ' Digital' : ''}`,
      text: `${['Built-in battery, works away from the car.', 'Plugs into the lighter socket.', 'No power needed.'][at % 3]} Up to ${[100, 120, 150][at % 3]} psi.`,
      base: [52, 28, 16][at % 3] + at * 2,
      attributes: {
        'Max. pressure (psi)': [100, 120, 150][at % 3],
        'Power source': ['battery', '12 V socket', 'manual'][at % 3],
        'Cable length': at % 3 === 1 ? '3 m' : undefined,
      },
    }),
  },
  {
    path: ['Car', 'Tyres & Wheels', 'Snow Chains'],
    brands: ['Tarnby', 'Drayton'],
    count: 9,
    make: ({ at, brand }) => ({
      title: `${brand} Snow Chains ${[9, 9, 12, 12, 16][at % 5]}mm Group ${[60, 80, 90, 100, 245][at % 5]}`,
      text: `${at % 2 ? 'Self tensioning.' : 'Needs tightening after 50 m.'} Fits ${['15', '16', '17'][at % 3]} inch wheels.`,
      base: 38 + (at % 5) * 11,
      attributes: { 'Wheel size': `${['15', '16', '17'][at % 3]} in` },
    }),
  },
  {
    path: ['Car', 'Interior', 'Dash Cams'],
    brands: ['Veltik', 'Motarro', 'Roadkeep'],
    count: 13,
    make: ({ at, brand }) => ({
      title: `${brand} ${['Full HD', '4K', '2.5K'][at % 3]} Dash Cam${at % 2 ? ' with Rear Camera' : ''}${at > 5 ? ' GPS' : ''}`,
      text: `${at % 2 ? 'Films front and rear.' : 'Front camera only.'} ${at % 4 === 0 ? 'No memory card included.' : '64 GB card included.'} Night vision, parking mode.`,
      base: [49, 129, 85][at % 3] + (at % 2 ? 30 : 0) + (at > 5 ? 20 : 0),
      attributes: { Resolution: ['1080p', '2160p', '1440p'][at % 3], 'Rear camera': at % 2 === 1, GPS: at > 5 },
    }),
  },
  {
    path: ['Car', 'Interior', 'Phone Holders'],
    brands: ['Roadkeep', 'Motarro', 'Drayton'],
    count: 9,
    make: ({ at, brand }) => ({
      title: `${brand} ${['Air Vent', 'Dashboard', 'Magnetic', 'Wireless Charging'][at % 4]} Phone Holder`,
      text: `${['Clips to the vent.', 'Suction cup with long arm.', 'Four magnets, plates included.', '15 W charging, cable 1 m.'][at % 4]} Fits phones up to 6.8 in.`,
      base: [11, 16, 13, 31][at % 4] + at,
      attributes: { Colour: at % 3 === 1 ? 'silver' : 'black' },
    }),
  },
  {
    path: ['Car', 'Interior', 'Seat Covers & Mats'],
    brands: ['Drayton', 'Tarnby', 'Roadkeep'],
    count: 22,
    make: ({ at, brand }) => ({
      title: `${brand} ${['Car Seat Covers Full Set', 'Rubber Car Mats 4 Piece', 'Carpet Car Mats 4 Piece', 'Boot Liner'][at % 4]} ${['Black', 'Grey', 'Beige'][at % 3]}`,
      text: `${[at % 3 === 2 ? 'Faux leather, wipe clean.' : 'Polyester with foam backing.', 'Odourless, PVC-free rubber.', 'Tufted carpet with anti-slip back.', 'Raised edge keeps spills in.'][at % 4]} ${at % 4 === 0 ? (at % 3 ? 'Side airbag safe.' : 'Not for seats with side airbags.') : 'Universal, can be cut to size.'}`,
      base: [44, 24, 22, 27][at % 4] + at * 2,
      attributes: {
        Colour: ['black', 'grey', 'beige'][at % 3],
        Material: [at % 3 === 2 ? 'faux leather' : 'polyester', 'rubber', 'carpet', 'TPE'][at % 4],
      },
    }),
  },
  {
    path: ['Car', 'Transport', 'Roof Boxes & Bars'],
    brands: ['Drayton', 'Haulwright'],
    count: 14,
    make: ({ at, brand }) => ({
      title:
        at % 3 === 2
          ? `${brand} Roof Bars Pair ${[108, 120, 135][Math.floor(at / 3) % 3]}cm`
          : `${brand} Roof Box ${[320, 400, 470, 500, 410, 450][(at - Math.floor(at / 3)) % 6] ?? 420}L ${at % 2 ? 'Black' : 'Grey'}`,
      text:
        at % 3 === 2
          ? 'Lockable aluminium bars for cars with rails.'
          : `Opens from ${at % 2 ? 'both sides' : 'one side'}. Roof bars not included.`,
      base: at % 3 === 2 ? 69 + at * 4 : 190 + (at % 9) * 22,
      attributes: {
        'Max. load (kg)': at % 3 === 2 ? 90 : [50, 75][at % 2],
        Colour: at % 3 === 2 ? 'silver' : at % 2 ? 'black' : 'grey',
      },
    }),
  },
  {
    path: ['Car', 'Transport', 'Towing & Straps'],
    brands: ['Haulwright', 'Tarnby'],
    count: 18,
    make: ({ at, brand }) => ({
      title: `${brand} ${['Ratchet Strap Set 4 Pack', 'Tow Rope 4m', 'Bungee Cords 10 Piece'][at % 3]}${Math.floor(at / 3) % 2 ? ' Heavy Duty' : ''}`,
      text: ['For trailers and roof bars.', 'With shackles and warning flag.', 'Plastic coated hooks.'][at % 3],
      base: [21, 17, 9][at % 3] * (Math.floor(at / 3) % 2 ? 1.7 : 1),
      attributes: { 'Max. load (kg)': [500, 2000, 60][at % 3] * (Math.floor(at / 3) % 2 ? 2 : 1) },
    }),
  },
  {
    path: ['Car', 'Care', 'Cleaning & Polish'],
    brands: CARE,
    count: 20,
    make: ({ at, brand }) => ({
      title: `${brand} ${['Car Shampoo 1L', 'Liquid Wax 500ml', 'Wheel Cleaner 750ml', 'Microfibre Cloths 6 Pack', 'Glass Cleaner 500ml', 'Leather Conditioner 250ml'][at % 6]}${at > 5 && at % 6 !== 3 ? ' Concentrate' : ''}`,
      text: [
        'pH neutral, wax safe.',
        'Carnauba wax for deep gloss.',
        'Acid-free, for alloy wheels.',
        'Lint-free.',
        'No streaks, alcohol-free.',
        'For leather seats. Not for suede.',
      ][at % 6],
      base: [9, 15, 11, 10, 6, 13][at % 6] + (at > 5 ? 3 : 0),
      attributes: { Volume: ['1 l', '500 ml', '750 ml', undefined, '500 ml', '250 ml'][at % 6] },
    }),
  },
  {
    path: ['Car', 'Care', 'Oils & Fluids'],
    brands: ['Tarnby', 'Motarro', 'Roadkeep'],
    count: 18,
    make: ({ at, brand }) => ({
      title: `${brand} ${['Engine Oil 5W-30', 'Engine Oil 10W-40', 'Antifreeze', 'Screenwash'][at % 4]} ${at % 8 > 3 ? 5 : 1}L`,
      text: [
        'Fully synthetic, for petrol and diesel engines.',
        'Part synthetic, for older engines.',
        'Ready mixed, silicate-free.',
        'Clears ice to -10 °C.',
      ][at % 4],
      base: [11, 8, 7, 4][at % 4] * (at % 8 > 3 ? 3.6 : 1),
      attributes: { Volume: at % 8 > 3 ? '5 l' : '1 l' },
    }),
  },
  {
    path: ['Car', 'Exterior', 'Wiper Blades'],
    brands: ['Roadkeep', 'Drayton'],
    count: 6,
    make: ({ at, brand }) => ({
      title: `${brand} ${at % 2 ? 'Flat' : 'Hybrid'} Wiper Blade ${[16, 18, 20, 22, 24, 26][at]}in`,
      text: `Natural rubber${at % 2 ? ', graphite coated' : ''}. ${at % 3 ? 'Hook fitting.' : 'Not for rear windows.'}`,
      base: 8 + at * 2,
      attributes: { 'Length (mm)': [400, 450, 500, 550, 600, 650][at] },
    }),
  },
];
