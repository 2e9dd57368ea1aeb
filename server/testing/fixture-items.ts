import { type Product, Product as ProductSchema } from '../domain/catalog-item.ts';

type Record_ = Record<string, unknown>;
const usd = (amount: number) => ({ amount, currency: 'USD' });
const sizes = (id: string, ...all: string[]) => all.map((size) => ({ id: `${id}-${size}`, options: { size } }));

function product(id: string, title: string, price: number | undefined, rest: Record_ = {}): Product {
  const record = { kind: 'product', id, title, availability: 'in_stock', ...rest };
  return ProductSchema.parse(price === undefined ? record : { ...record, price: usd(price) });
}

const furniture: Product[] = [
  product('sofa-linen', 'Oslo Linen Sofa', 899, {
    brand: 'Nordhem',
    category: ['Furniture', 'Sofas'],
    description: 'A two seat sofa with removable covers.',
    attributes: { colour: 'beige', material: 'linen', width: '180 cm', 'removable cover': true },
    rating: { average: 4.6, count: 210 },
  }),
  product('sofa-leather', 'Ranch Sofa', 1490, {
    brand: 'Oakline',
    category: ['Furniture', 'Sofas'],
    description: 'Full grain comfort for long evenings.',
    attributes: { colour: 'brown', material: 'leather', width: '210 cm', 'removable cover': false },
    rating: { average: 4.2, count: 35 },
  }),
  product('sofa-faux', 'Metro Sofa', 650, {
    brand: 'Nordhem',
    category: ['Furniture', 'Sofas'],
    description: 'Looks like the real thing, made of faux leather.',
    attributes: { colour: 'black', material: 'faux leather', width: '195 cm', 'removable cover': false },
  }),
  product('sofa-velvet', 'Plush Sofa', 1100, {
    brand: 'Oakline',
    category: ['Furniture', 'Sofas'],
    description: 'Deep cushions in soft velvet. Completely leather-free.',
    attributes: { colour: 'green', width: '200 cm' },
  }),
  product('sofa-navy', 'Harbour Sofa', 480, {
    brand: 'Castaway',
    category: ['Furniture', 'Sofas'],
    attributes: { colour: 'navy', material: 'cotton', width: '165 cm' },
    rating: { average: 3.9, count: 80 },
    availability: 'out_of_stock',
  }),
  product('chair-oak', 'Grove Armchair', 320, {
    brand: 'Oakline',
    category: ['Furniture', 'Chairs'],
    attributes: { colour: 'brown', material: 'oak', width: '75 cm' },
    rating: { average: 4.8, count: 12 },
  }),
  product('chair-office', 'Focus Office Chair', 210, {
    brand: 'Nordhem',
    category: ['Furniture', 'Chairs'],
    description: 'Adjustable office chair with lumbar support.',
    attributes: { colour: 'black', material: 'mesh', width: '65 cm' },
  }),
  product('table-walnut', 'Fern Coffee Table', 260, {
    brand: 'Castaway',
    category: ['Furniture', 'Tables'],
    attributes: { colour: 'brown', material: 'walnut', width: '1.1 m' },
  }),
  product('table-glass', 'Clear Coffee Table', 190, {
    brand: 'Nordhem',
    category: ['Furniture', 'Tables'],
    attributes: { material: 'glass', width: '90 cm' },
  }),
  product('desk-standing', 'Rise Standing Desk', 540, {
    brand: 'Oakline',
    category: ['Furniture', 'Desks'],
    attributes: { colour: 'white', material: 'steel', width: '140 cm' },
  }),
  product('desk-pine', 'Study Desk', 150, {
    brand: 'Castaway',
    category: ['Furniture', 'Desks'],
    attributes: { colour: 'natural', material: 'pine', width: '100 cm' },
  }),
  product('lamp-floor', 'Arc Floor Lamp', 120, {
    brand: 'Nordhem',
    category: ['Furniture', 'Lamps'],
    attributes: { colour: 'gold', material: 'brass' },
  }),
  product('lamp-table', 'Pebble Table Lamp', 45, {
    brand: 'Castaway',
    category: ['Furniture', 'Lamps'],
    attributes: { colour: 'white', material: 'ceramic' },
    rating: { average: 4.4, count: 90 },
  }),
];

const fashion: Product[] = [
  product('dress-red', 'Summer Wrap Dress', 79, {
    brand: 'Lumen',
    category: ['Fashion', 'Dresses'],
    attributes: { colour: 'red', material: 'viscose', gender: 'women', pattern: 'floral' },
    variants: sizes('dress-red', 'S', 'M', 'L'),
  }),
  product('dress-blue', 'Evening Dress', 140, {
    brand: 'Veloura',
    category: ['Fashion', 'Dresses'],
    attributes: { colour: 'blue', material: 'silk', gender: 'women' },
    variants: sizes('dress-blue', 'M', 'L'),
  }),
  product('dress-burgundy', 'Knit Dress', 95, {
    brand: 'Lumen',
    category: ['Fashion', 'Dresses'],
    attributes: { colour: 'burgundy', material: 'wool', gender: 'women' },
    variants: sizes('dress-burgundy', 'XS', 'S'),
  }),
  product('jacket-leather', 'Rider Leather Jacket', 280, {
    brand: 'Veloura',
    category: ['Fashion', 'Jackets'],
    attributes: { colour: 'black', material: 'leather', gender: 'men' },
    variants: sizes('jacket-leather', 'M', 'L', 'XL'),
  }),
  product('jacket-vegan', 'City Jacket', 130, {
    brand: 'Lumen',
    category: ['Fashion', 'Jackets'],
    description: 'Made for every day, in vegan leather throughout.',
    attributes: { colour: 'black', gender: 'women' },
  }),
  product('jacket-rain', 'Storm Rain Jacket', 110, {
    brand: 'Trailfox',
    category: ['Fashion', 'Jackets'],
    attributes: { colour: 'yellow', material: 'polyester', gender: 'unisex', waterproof: true },
    rating: { average: 4.5, count: 300 },
  }),
  product('jacket-denim', 'Denim Jacket', 88, {
    brand: 'Lumen',
    category: ['Fashion', 'Jackets'],
    attributes: { colour: 'blue', material: 'denim', gender: 'men', waterproof: false },
  }),
  product('boots-hike', 'Ridge Hiking Boots', 160, {
    brand: 'Trailfox',
    category: ['Fashion', 'Boots'],
    description: 'Sturdy boots for wet trails.',
    attributes: { colour: 'brown', material: 'suede', gender: 'men', waterproof: true },
    variants: sizes('boots-hike', '42', '43', '44'),
  }),
  product('boots-ankle', 'Chelsea Boots', 125, {
    brand: 'Veloura',
    category: ['Fashion', 'Boots'],
    attributes: { colour: 'black', material: 'leather', gender: 'women', waterproof: false },
    variants: sizes('boots-ankle', '37', '38'),
  }),
  product('shirt-stripe', 'Harbour Striped Shirt', 45, {
    brand: 'Lumen',
    category: ['Fashion', 'Shirts'],
    attributes: { colour: ['blue', 'white'], material: 'cotton', gender: 'men', pattern: 'striped' },
  }),
  product('shirt-linen', 'Beach Shirt', 55, {
    brand: 'Castaway',
    category: ['Fashion', 'Shirts'],
    description: 'An airy white linen shirt for hot days.',
  }),
];

const electronics: Product[] = [
  product('laptop-pro', 'Zenix Pro 14 Laptop', 1299, {
    brand: 'Zenix',
    category: ['Electronics', 'Laptops'],
    attributes: { memory: '16 GB', storage: '512 GB', 'screen size': '14 in', 'cabinet colour': 'silver' },
    rating: { average: 4.7, count: 420 },
  }),
  product('laptop-air', 'Orbit Air Laptop', 749, {
    brand: 'Orbit',
    category: ['Electronics', 'Laptops'],
    attributes: { memory: '8 GB', storage: '256 GB', 'screen size': '13.3 in', 'cabinet colour': 'grey' },
  }),
  product('laptop-big', 'Zenix Studio Laptop', 1899, {
    brand: 'Zenix',
    category: ['Electronics', 'Laptops'],
    attributes: { memory: '32 GB', storage: '1 TB', 'screen size': '15.6 in', 'cabinet colour': 'black' },
  }),
  product('tablet-mini', 'Orbit Tab Tablet', 329, {
    brand: 'Orbit',
    category: ['Electronics', 'Tablets'],
    attributes: { memory: '4 GB', storage: '64 GB', 'screen size': '8 in', 'cabinet colour': 'white' },
  }),
  product('tablet-big', 'Zenix Slate Tablet', 599, {
    brand: 'Zenix',
    category: ['Electronics', 'Tablets'],
    attributes: { memory: '8 GB', storage: '128 GB', 'screen size': '11 in', 'cabinet colour': 'silver' },
  }),
  product('case-tablet', 'Folio Case for Tablet', 39, {
    brand: 'Orbit',
    category: ['Electronics', 'Cases'],
    description: 'Protective case for tablets up to 11 inch.',
    attributes: { colour: 'red', material: 'silicone' },
  }),
  product('case-laptop', 'Sleeve Case for Laptop', 29, {
    brand: 'Trailfox',
    category: ['Electronics', 'Cases'],
    attributes: { colour: 'grey', material: 'felt' },
  }),
  product('headphones-anc', 'Hush Headphones', 249, {
    brand: 'Zenix',
    category: ['Electronics', 'Headphones'],
    attributes: { colour: 'black', wireless: true, weight: '250 g' },
    rating: { average: 4.3, count: 77 },
  }),
  product('headphones-wired', 'Studio Headphones', 89, {
    brand: 'Orbit',
    category: ['Electronics', 'Headphones'],
    attributes: { colour: 'white', wireless: false, weight: '0.3 kg' },
  }),
  product('speaker', 'Boom Speaker', 59, {
    brand: 'Orbit',
    category: ['Electronics', 'Speakers'],
    attributes: { colour: 'blue', wireless: true, waterproof: true, weight: '600 g' },
  }),
];

const food: Product[] = [
  product('granola-plain', 'Morning Granola', 6.5, {
    brand: 'Meadow',
    category: ['Food', 'Breakfast'],
    description: 'Oats, honey and seeds with no added sugar.',
    attributes: { weight: '500 g', organic: true },
  }),
  product('granola-nut', 'Nut Granola', 7.9, {
    brand: 'Meadow',
    category: ['Food', 'Breakfast'],
    description: 'Roasted oats with hazelnuts, almonds and sugar.',
    attributes: { weight: '450 g', organic: false },
  }),
  product('chocolate-dark', 'Dark Chocolate Bar', 3.2, {
    brand: 'Cacaofield',
    category: ['Food', 'Sweets'],
    description: 'Gluten-free chocolate. Free of nuts.',
    attributes: { weight: '100 g', organic: true },
  }),
  product('chocolate-milk', 'Milk Chocolate Bar', 2.8, {
    brand: 'Cacaofield',
    category: ['Food', 'Sweets'],
    description: 'Creamy milk chocolate with whole hazelnuts.',
    attributes: { weight: '100 g', organic: false },
  }),
  product('tea-green', 'Green Tea', 5.4, {
    brand: 'Meadow',
    category: ['Food', 'Drinks'],
    description: 'A mild tea, caffeine-free.',
    attributes: { weight: '80 g', organic: true },
  }),
  product('coffee', 'House Coffee Beans', undefined, {
    brand: 'Cacaofield',
    category: ['Food', 'Drinks'],
    attributes: { weight: '1 kg' },
  }),
];

/** A small shop, written by hand so that every test can be checked by reading it. */
export const fixtureProducts: Product[] = [...furniture, ...fashion, ...electronics, ...food];
