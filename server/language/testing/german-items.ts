import { type Product, Product as ProductSchema } from '../../domain/catalog-item.ts';

type Attributes = Product['attributes'];

function product(id: string, title: string, price: number, brand: string, category: string, rest: Attributes): Product {
  const [average, count] = [4 + (id.length % 10) / 10, 10 * id.length];
  return ProductSchema.parse({
    kind: 'product',
    id,
    title,
    brand,
    category: category.split(' > '),
    price: { amount: price, currency: 'EUR' },
    availability: 'in_stock',
    rating: { average, count },
    attributes: rest,
  });
}

/** A small German shop: compounds, umlauts, decimal commas, attributes under German names. */
export const germanProducts: Product[] = [
  product('sofa-leder-braun', 'Ledersofa Milano 3-Sitzer', 1290, 'Nordlicht', 'Möbel > Sofas', {
    Farbe: 'cognac',
    Material: 'Leder',
    Breite: '210 cm',
  }),
  product('sofa-kunstleder', 'Sofa Metro', 640, 'Wohnwerk', 'Möbel > Sofas', {
    Farbe: 'schwarz',
    Material: 'Kunstleder',
    Breite: '195 cm',
  }),
  product('sofa-samt-gruen', 'Samtsofa Ella', 899, 'Nordlicht', 'Möbel > Sofas', {
    Farbe: 'grün',
    Material: 'Samt',
    Breite: '200 cm',
  }),
  product('sofa-grau', 'Ecksofa Linea', 749, 'Wohnwerk', 'Möbel > Sofas', {
    Farbe: 'hellgrau',
    Material: 'Stoff',
    Breite: '265 cm',
  }),
  product('sessel-ohren', 'Ohrensessel Hugo', 329, 'Kasimir', 'Möbel > Sessel', {
    Farbe: 'senfgelb',
    Material: 'Samt',
    Breite: '80 cm',
  }),
  product('tisch-eiche', 'Esstisch Bergen', 590, 'Nordlicht', 'Möbel > Tische', {
    Farbe: 'natur',
    Material: 'Eiche',
    Breite: '180 cm',
  }),
  product('tisch-glas', 'Couchtisch Klara', 149, 'Wohnwerk', 'Möbel > Tische', {
    Farbe: 'transparent',
    Material: 'Glas',
    Breite: '90 cm',
  }),
  product('tisch-steh', 'Stehschreibtisch Hoch', 399, 'Kasimir', 'Möbel > Tische', {
    Farbe: 'schwarz',
    Material: 'Metall',
    Breite: '140 cm',
  }),
  product('stuhl-buero', 'Bürostuhl Ergo', 219, 'Kasimir', 'Möbel > Stühle', {
    Farbe: 'schwarz',
    Material: 'Netzstoff',
    Breite: '65 cm',
  }),
  product('regal-buch', 'Bücherregal Turm', 119, 'Wohnwerk', 'Möbel > Regale', {
    Farbe: 'weiß',
    Material: 'Spanplatte',
    Breite: '80 cm',
  }),
  product('lampe-steh', 'Stehlampe Bogen', 129, 'Lumo', 'Wohnen > Lampen', {
    Farbe: 'schwarz',
    Material: 'Metall',
    Wattzahl: '12 W',
    Dimmbar: true,
  }),
  product('lampe-tisch', 'Tischlampe Pilz', 49, 'Lumo', 'Wohnen > Lampen', {
    Farbe: 'weiß',
    Material: 'Glas',
    Wattzahl: '6 W',
    Dimmbar: false,
  }),
  product('teppich-wolle', 'Wollteppich Fjord', 289, 'Nordlicht', 'Wohnen > Teppiche', {
    Farbe: 'beige',
    Material: 'Wolle',
    Breite: '160 cm',
  }),
  product('kissen-leinen', 'Leinenkissen Oda', 29, 'Nordlicht', 'Wohnen > Kissen', {
    Farbe: 'salbei',
    Material: 'Leinen',
  }),
  product('kaffeemaschine-filter', 'Kaffeemaschine Tropf', 59, 'Brühwerk', 'Küche > Kaffee', {
    Farbe: 'schwarz',
    Material: 'Kunststoff',
    Wattzahl: '900 W',
  }),
  product('wasserkocher-glas', 'Wasserkocher Klar', 45, 'Brühwerk', 'Küche > Geräte', {
    Farbe: 'transparent',
    Material: 'Glas',
    Wattzahl: '2200 W',
  }),
  product('pfanne-gusseisen', 'Gusseisenpfanne 28 cm', 69, 'Koppelmann', 'Küche > Kochen', {
    Farbe: 'schwarz',
    Material: 'Gusseisen',
  }),
  product('handy-nova', 'Smartphone Nova 8', 399, 'Ondrel', 'Elektronik > Smartphones', {
    Farbe: 'schwarz',
    Speicher: '128 GB',
    Display: '6,1 Zoll',
  }),
  product('laptop-lite', 'Laptop Lite 14', 549, 'Ondrel', 'Elektronik > Laptops', {
    Farbe: 'silber',
    Speicher: '256 GB',
    Arbeitsspeicher: '8 GB',
    Display: '14 Zoll',
  }),
  product('laptop-gaming', 'Gaming-Laptop Blitz 15', 1199, 'Voltara', 'Elektronik > Laptops', {
    Farbe: 'schwarz',
    Speicher: '512 GB',
    Arbeitsspeicher: '16 GB',
    Display: '15,6 Zoll',
  }),
  product('tv-55', 'Fernseher Panorama 55', 599, 'Voltara', 'Elektronik > Fernseher', {
    Farbe: 'schwarz',
    Display: '55 Zoll',
  }),
  product('kopf-over', 'Kopfhörer Ruhe kabellos', 199, 'Auralis', 'Elektronik > Kopfhörer', {
    Farbe: 'schwarz',
    Kabellos: true,
  }),
  product('kopf-kabel', 'Kopfhörer Studio mit Kabel', 59, 'Auralis', 'Elektronik > Kopfhörer', {
    Farbe: 'schwarz',
    Kabellos: false,
  }),
  product('tasche-laptop', 'Laptoptasche City 15 Zoll', 69, 'Weitweg', 'Taschen > Laptoptaschen', {
    Farbe: 'grau',
    Material: 'Polyester',
    Wasserdicht: true,
  }),
  product('kleid-sommer', 'Sommerkleid Wiese', 59, 'Fadenspiel', 'Mode > Kleider', {
    Farbe: 'blau',
    Material: 'Viskose',
    Muster: 'geblümt',
    Zielgruppe: 'Damen',
  }),
  product('pulli-wolle', 'Wollpullover Hafen', 89, 'Fadenspiel', 'Mode > Pullover', {
    Farbe: 'dunkelblau',
    Material: 'Schurwolle',
    Zielgruppe: 'Herren',
  }),
  product('jacke-regen', 'Regenjacke Schauer', 119, 'Bergluft', 'Mode > Jacken', {
    Farbe: 'gelb',
    Material: 'Polyester',
    Zielgruppe: 'Damen',
    Wasserdicht: true,
  }),
  product('jacke-kinder', 'Kinderregenjacke Pfütze', 45, 'Bergluft', 'Mode > Jacken', {
    Farbe: 'rot',
    Material: 'Polyester',
    Zielgruppe: 'Kinder',
    Wasserdicht: true,
  }),
  product('schuhe-kinder', 'Kinderschuhe Flitzer', 49, 'Sohlenwerk', 'Schuhe > Kinderschuhe', {
    Farbe: 'blau',
    Material: 'Canvas',
    Zielgruppe: 'Kinder',
  }),
  product('schuhe-wander', 'Wanderschuhe Gipfel', 159, 'Bergluft', 'Schuhe > Wanderschuhe', {
    Farbe: 'braun',
    Material: 'Leder',
    Zielgruppe: 'Unisex',
    Wasserdicht: true,
    Gewicht: '590 g',
  }),
  product('sneaker-vegan', 'Sneaker Pflanze', 89, 'Sohlenwerk', 'Schuhe > Sneaker', {
    Farbe: 'weiß',
    Material: 'Apfelleder',
    Zielgruppe: 'Unisex',
  }),
  product('kekse-zuckerfrei', 'Haferkekse zuckerfrei', 4.29, 'Kakaohof', 'Lebensmittel > Kekse', {}),
];
