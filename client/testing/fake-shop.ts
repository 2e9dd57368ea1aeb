import type { Card, Constraint, ProductCard } from '../../server/contract/index.ts';

const KINDS = ['Lamp', 'Chair', 'Blanket', 'Kettle', 'Backpack', 'Notebook'];
const COLOURS: Record<string, string> = {
  red: '#b4493c',
  green: '#5d7d5a',
  blue: '#3f5f8a',
  sand: '#c8b391',
};
const MAKERS = ['Fernhill', 'Osterby', 'Kanto & Co'];
const MATERIALS = ['wool', 'oak', 'steel', undefined];

/** A shop with every state a card can be in: no picture, no price, sold out, discounted, very long title. */
export function fakeProducts(): ProductCard[] {
  const colours = Object.keys(COLOURS);
  return Array.from({ length: 24 }, (_, index) => {
    const kind = KINDS[index % KINDS.length] ?? 'Thing';
    const colour = colours[index % colours.length] ?? 'red';
    const material = MATERIALS[index % MATERIALS.length];
    const amount = 12 + index * 7 + (index % 3 === 0 ? 0.95 : 0);
    return {
      kind: 'product',
      id: `item-${index + 1}`,
      title: titleOf(index, kind, colour),
      ordinal: index + 1,
      slotReason: index === 4 ? 'interest' : index === 7 ? 'new-item' : 'relevance',
      why: [],
      unknowns: [],
      price: index === 10 ? undefined : { amount, currency: 'USD' },
      listPrice: index % 4 === 1 ? { amount: Math.round(amount * 1.3), currency: 'USD' } : undefined,
      availability: index === 5 ? 'out_of_stock' : index === 8 ? 'preorder' : 'in_stock',
      stock: index === 2 ? 3 : undefined,
      brand: MAKERS[index % MAKERS.length],
      seller: index % 5 === 0 ? 'Corner Store' : undefined,
      category: ['Home', `${kind}s`],
      rating: index === 3 ? undefined : { average: 3.2 + (index % 8) * 0.22, count: 7 + index * 41 },
      image: index === 6 ? '/no-such-picture.svg' : index === 9 ? undefined : drawing(kind, COLOURS[colour] ?? '#888'),
      url: `https://shop.example/items/${index + 1}`,
      attributes: {
        colour,
        ...(material === undefined ? {} : { material }),
        weightKg: 1.5,
        dishwasherSafe: index % 2 === 0,
      },
    };
  });
}

function titleOf(index: number, kind: string, colour: string): string {
  const name = `${colour.charAt(0).toUpperCase()}${colour.slice(1)} ${kind.toLowerCase()}`;
  if (index !== 1) return `${name}, hand finished`;
  return `${name} with an exceptionally long descriptive title that goes on about sizes, fillings, care and the mill it comes from`;
}

const OUTLINES: Record<string, string> = {
  Lamp: 'M70 40h60l22 60H48ZM97 100h6v58h22v8H75v-8h22Z',
  Chair: 'M62 36h76l-6 62H68ZM58 100h84v14H58ZM62 114h10v52H62ZM128 114h10v52h-10Z',
  Blanket: 'M46 70q54-30 108 0v74q-54 28-108 0Z',
  Kettle: 'M66 70q34-24 68 0l16 78H50ZM92 44h16v14H92Z',
  Backpack: 'M66 66q34-44 68 0v92H66ZM78 110h44v34H78Z',
  Notebook: 'M62 40h80v124H62ZM54 54h12v8H54Z',
};

function drawing(kind: string, fill: string): string {
  const path = OUTLINES[kind] ?? 'M50 50h100v100H50Z';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200"><rect width="200" height="200" fill="#f1eee7"/><ellipse cx="100" cy="170" rx="62" ry="8" fill="#0000001a"/><path d="${path}" fill="${fill}" fill-rule="evenodd" stroke="#0000001f" stroke-width="2" stroke-linejoin="round"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** Content between the products, as a mixed row has it. */
export function fakeContent(now: number): Card[] {
  const shared = { slotReason: 'content' as const, why: [], unknowns: [] };
  return [
    {
      ...shared,
      kind: 'video',
      id: 'video-1',
      title: 'Choosing a lamp for a small room',
      ordinal: 1,
      poster: drawing('Lamp', '#c8a24a'),
      media: '/clip.webm',
      durationSec: 84,
      creator: 'Mina at home',
      products: ['item-1', 'item-7'],
    },
    {
      ...shared,
      kind: 'live',
      id: 'live-1',
      title: 'Autumn blankets, woven live',
      ordinal: 1,
      poster: drawing('Blanket', '#8a5a6a'),
      creator: 'Osterby studio',
      status: 'planned',
      startsAt: new Date(now + 3 * 60 * 60_000 + 12 * 60_000).toISOString(),
      products: ['item-3'],
    },
  ];
}

/** The fake's whole understanding of constraints: enough to see the page react to them. */
export function fits(product: ProductCard, { facet, relation, value }: Constraint): boolean {
  if (facet === 'price' && typeof value === 'number') return (product.price?.amount ?? 0) <= value;
  const stated = product.attributes[facet];
  if (relation === 'is-not') return stated !== value;
  return stated === undefined || stated === value;
}
