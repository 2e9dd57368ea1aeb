import type { ReplyStrings } from './reply-strings.ts';

const WHICH = 'Welche Karte meinen Sie? Sagen Sie zum Beispiel „das zweite“.';
const NOT_STATED = 'dazu sagt der Shop nichts';
const SOURCES = {
  title: 'der Titel',
  category: 'die Kategorie',
  attribute: 'das Datenblatt',
  variant: 'die Variante',
  description: 'die Beschreibung',
} as const;

export const de: ReplyStrings = {
  locale: 'de',
  stemsAreWords: false,
  quote: (text) => `„${text}“`,
  wish: {
    relation: {
      is: '',
      'is-not': 'nicht ',
      'at-most': 'bis ',
      'at-least': 'mindestens ',
      between: '',
      around: 'ungefähr ',
    },
    or: ' oder ',
    andNot: ' und nicht ',
    range: (low, high) => `${low} bis ${high}`,
    facet: (name) => ({ rating: 'Bewertung', popularity: 'Beliebtheit' })[name] ?? name,
    without: (wish) => `ohne „${wish}“`,
  },
  row: {
    nothingMore: 'Dazu gibt es nichts weiter zu zeigen.',
    found: (total, wish, order) => {
      const found = total === 1 ? 'Ein Produkt passt' : `${total} Produkte passen`;
      const ordered = order ? `, sortiert nach „${order}“` : '';
      return `${found}${wish ? ` zu ${wish}` : ''}${ordered}.`;
    },
    nothingFits: (wish) => `Hier passt nichts zu ${wish || 'diesem Wunsch'}.`,
    nearest: (options) => `Am nächsten: ${options.join('; ')}.`,
    closest: 'Diese kommen am nächsten.',
    unsupported: (words) => `${words.join(' und ')} konnte ich nicht verwenden: Dazu sagt in diesem Shop nichts etwas.`,
  },
  talk: {
    smalltalk: 'Hallo! Sagen Sie mir, was Sie suchen, mit allem, was Ihnen wichtig ist: Preis, Farbe, Material, Größe.',
    help: 'Sagen Sie in Ihren Worten, was Sie möchten, zum Beispiel eine Art Produkt, ein Budget, eine Farbe oder was es nicht sein darf. Ändern Sie es dann: „günstiger“, „das zweite in blau“, „vergiss das Budget“, „zurück“.',
    unclear: 'Das habe ich nicht verstanden. Sagen Sie mir, was für ein Produkt Sie suchen oder was anders sein soll.',
    'out-of-scope': 'Ich kann nur bei den Produkten dieses Shops helfen.',
    'order-status':
      'Bestellungen kann ich nicht sehen. Bitte sehen Sie in Ihrem Konto nach oder fragen Sie den Kundenservice.',
    'return-item': 'Rückgaben kann ich nicht bearbeiten. Bitte nutzen Sie Ihr Konto oder fragen Sie den Kundenservice.',
    'ask-shop':
      'Ich kenne nur die Produkte dieses Shops, nicht Lieferung, Zahlung oder Öffnungszeiten. Bitte fragen Sie den Kundenservice.',
  },
  item: {
    notStated: (field) => `${field}: ${NOT_STATED}`,
    costs: (price) => `kostet ${price}`,
    rated: (average, count) => `${average.toLocaleString('de')} von 5 bei ${count} Bewertungen`,
    unrated: 'noch ohne Bewertung',
    availability: {
      in_stock: 'auf Lager',
      out_of_stock: 'ausverkauft',
      preorder: 'vorbestellbar',
      backorder: 'nachbestellt',
    },
    fields: { price: 'Preis', availability: 'Verfügbarkeit', brand: 'Marke' },
    yes: 'ja',
    no: 'nein',
    says: (source, words) => `${SOURCES[source]} sagt „${words}“`,
    deny: (statement) => `nein, ${statement}`,
  },
  compare: {
    tooFew: 'Nennen Sie zwei der gezeigten Produkte, zum Beispiel „vergleich 1 und 3“.',
    names: (titles) => titles.join(' und '),
    row: (field, values) => `${field}: ${values.join(' gegen ')}`,
    differ: (names, rows) => `${names} unterscheiden sich: ${rows.join('; ')}.`,
    same: (names) => `${names}: Der Shop nennt keinen Unterschied außer dem Namen.`,
    notStated: 'nicht angegeben',
    fields: { price: 'Preis', rating: 'Bewertung', brand: 'Marke' },
  },
  cart: {
    added: (title) => `${title} liegt im Warenkorb.`,
    removed: 'Aus dem Warenkorb entfernt.',
    empty: 'Der Warenkorb ist leer.',
    line: (count, title, price) => `${count} × ${title}${price === undefined ? '' : ` zu ${price}`}`,
    contents: (lines, total) => `Im Warenkorb: ${lines.join('; ')}. Zusammen ${total}.`,
  },
  confirm: 'Meinten Sie auch das?',
  card: { which: WHICH, missing: (phrases) => `„${phrases.join('“, „')}“ habe ich nicht gezeigt. ${WHICH}` },
  suggestions: {
    cheaper: { label: 'Günstiger', text: 'günstiger' },
    bestRated: { label: 'Am besten bewertet zuerst', text: 'am besten bewertet' },
    more: { label: 'Mehr zeigen', text: 'zeig mir mehr' },
    forgetBudget: { label: 'Budget ist egal', text: 'Budget ist egal' },
  },
};
