const GEAR = ['Wrenling', 'Tumbleby', 'Nuri'];
const SOFT = ['Wrenling', 'Little Acorn', 'Osier'];
const AGES = { Age: ['0-3 months', '3-6 months', '6-12 months', '12-18 months'] };

export const BABY_TYPES = [
  {
    brands: GEAR,
    names: ['Arc', 'Vista', 'Pico', 'Trek', 'Duo'],
    count: 20,
    spread: 0.08,
    make: ({ at, name }) => {
      const kind = {
        Arc: 'Stroller',
        Vista: 'Pram',
        Pico: 'Travel Stroller',
        Trek: 'Jogging Stroller',
        Duo: 'Twin Stroller',
      }[name];
      return {
        title: `${name}${at > 9 ? ' 2' : ''} ${kind}`,
        text: `In {colour}. ${{ Stroller: 'From birth to 22 kg, weighs 8.9 kg.', Pram: 'Carrycot and seat, weighs 12.4 kg.', 'Travel Stroller': 'Folds to cabin size, weighs 5.8 kg. Not suitable from birth.', 'Jogging Stroller': 'Three air-filled wheels, hand brake, weighs 11.2 kg.', 'Twin Stroller': 'Side by side for two, weighs 13.5 kg.' }[kind]} ${at % 3 === 0 ? 'Rain cover included.' : 'Rain cover sold separately.'}`,
        base:
          { Stroller: 229, Pram: 480, 'Travel Stroller': 159, 'Jogging Stroller': 349, 'Twin Stroller': 389 }[kind] +
          (at > 9 ? 60 : 0),
        attributes: at % 4 ? { 'Max. child weight': '22 kg' } : undefined,
      };
    },
  },
  {
    brands: GEAR,
    names: ['Arc', 'Vista', 'Pico', 'Universal'],
    count: 22,
    make: ({ at, name }) => ({
      title: `${name} Stroller ${['Rain Cover', 'Footmuff', 'Cup Holder', 'Organiser Bag', 'Parasol'][at % 5]}`,
      text: `${['Clear window, PVC-free and phthalate-free.', 'Fleece lined in {colour}, down to -10 degrees. Not waterproof.', 'Clips to any handlebar.', 'Two pockets in {colour}, holds bottles and a phone.', 'UPF 50+ in {colour}, universal clamp.'][at % 5]}`,
      base: [25, 59, 14, 29, 35][at % 5],
    }),
  },
  {
    brands: GEAR,
    names: ['Orbit', 'Halo', 'Grow'],
    count: 12,
    make: ({ at, name }) => ({
      title: `${name} ${['Infant Car Seat', 'Toddler Car Seat', 'Booster Seat'][at % 3]}`,
      text: `${['Rear facing from 40 to 87 cm, up to 13 kg.', 'Turns 360 degrees, 9 to 18 kg, ISOFIX.', 'For children of 15 to 36 kg, no ISOFIX needed.'][at % 3]} Cover in {colour}, washable.`,
      base: [149, 259, 59][at % 3] + at * 3,
    }),
  },
  {
    brands: GEAR,
    names: ['Nestle Up', 'Hug', 'Koala'],
    count: 14,
    make: ({ at, name }) => ({
      title: `${name} ${at % 2 ? 'Baby Sling' : 'Baby Carrier'}`,
      text: `${at % 2 ? 'Stretchy cotton wrap' : 'Structured carrier with lumbar support'} in {colour}. ${at % 3 ? 'From 3.5 kg to 15 kg.' : 'From 5 kg to 20 kg, front and back.'}`,
      base: at % 2 ? 49 : 119,
    }),
  },
  {
    brands: SOFT,
    names: ['Bunny', 'Star', 'Acorn', 'Moon', 'Whale'],
    count: 40,
    make: ({ at, name }) => {
      const [type, base] = [
        ['Sleepsuit', 19],
        ['Bodysuit 3 Pack', 22],
        ['Baby Romper', 26],
        ['Knitted Baby Cardigan', 29],
        ['Baby Leggings', 12],
        ['Snowsuit', 58],
      ][at % 6];
      return {
        title: `${name} ${type}`,
        text: `${type === 'Knitted Baby Cardigan' ? (at % 4 === 1 ? 'Merino wool' : 'Wool-free cotton knit') : type === 'Snowsuit' ? 'Padded without down, windproof but not waterproof' : at % 3 ? 'Organic cotton' : 'Cotton jersey'} in {colour}. ${at % 2 ? 'Nickel-free poppers.' : 'Two-way zip for quick changes.'}`,
        base,
        options: AGES,
      };
    },
  },
  {
    brands: SOFT,
    names: ['Bunny', 'Star', 'Acorn', 'Moon', 'Whale'],
    count: 30,
    make: ({ at, name }) => ({
      title: `${name} ${['Baby Sleeping Bag', 'Swaddle Muslins 3 Pack', 'Cot Sheet Pair', 'Baby Blanket', 'Bibs 5 Pack', 'Hooded Baby Towel'][at % 6]}${at % 6 === 0 ? ` ${[1, 2.5, 0.5][Math.floor(at / 6) % 3]} Tog` : ''}`,
      text: `${['Cotton sleeping bag in {colour}, machine washable.', 'Bamboo muslin in {colour}.', 'Jersey cotton in {colour}, fits 60 x 120 cm cots.', at % 4 === 1 ? 'Knitted lambswool in {colour}.' : 'Cellular cotton in {colour}.', 'Waterproof backing, PVC-free, in {colour}.', 'Bamboo terry in {colour} with ears.'][at % 6]}`,
      base: [38, 24, 22, 32, 15, 27][at % 6],
      attributes: at % 6 === 0 ? { Tog: [1, 2.5, 0.5][Math.floor(at / 6) % 3] } : undefined,
    }),
  },
  {
    brands: ['Tumbleby', 'Nuri', 'Little Acorn'],
    names: ['Mila', 'Otto', 'Pip'],
    count: 32,
    make: ({ at, name }) => ({
      title: `${name} ${['Changing Bag', 'Baby Bottle 2 Pack', 'Dummy 2 Pack', 'High Chair', 'Changing Mat', 'Baby Bouncer'][at % 6]}`,
      text: `${[at % 4 === 0 ? 'Vegan leather in {colour}, with mat and bottle pocket.' : 'Water-repellent polyester in {colour}, with changing mat.', `${[260, 160, 330][Math.floor(at / 6) % 3]} ml, BPA-free, anti-colic.`, at % 12 === 2 ? 'Silicone in {colour}, latex-free.' : 'Natural rubber in {colour}.', 'Beech wood, grows with the child, tray in {colour}. Cushion not included.', 'Wipe clean, phthalate-free foam in {colour}.', 'Gentle bounce without batteries, seat in {colour}.'][at % 6]}`,
      base: [65, 17, 9, 129, 29, 79][at % 6],
    }),
  },
];
