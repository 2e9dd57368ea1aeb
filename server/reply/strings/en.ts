import type { ReplyStrings } from './reply-strings.ts';

const WHICH = 'Say which card you mean, for example “the second one”.';
const NOT_STATED = 'the shop does not say';

export const en: ReplyStrings = {
  locale: 'en',
  stemsAreWords: true,
  quote: (text) => `“${text}”`,
  wish: {
    relation: {
      is: '',
      'is-not': 'not ',
      'at-most': 'up to ',
      'at-least': 'at least ',
      between: '',
      around: 'around ',
    },
    or: ' or ',
    andNot: ' and not ',
    range: (low, high) => `${low} to ${high}`,
    facet: (name) => name,
    without: (wish) => `without “${wish}”`,
  },
  row: {
    nothingMore: 'There is nothing more to show for this.',
    found: (total, wish, order) => {
      const found = total === 1 ? 'One product fits' : `${total} products fit`;
      const ordered = order ? `, ${order.replace(/ first$/, '')} first` : '';
      return `${found}${wish ? ` ${wish}` : ''}${ordered}.`;
    },
    nothingFits: (wish) => `Nothing here fits ${wish || 'that'}.`,
    nearest: (options) => `Nearest: ${options.join('; ')}.`,
    closest: 'These come closest.',
    unsupported: (words) => `I could not use ${words.join(' and ')}: nothing in this shop says it.`,
  },
  talk: {
    smalltalk:
      'Hello! Tell me what you are looking for, with everything that matters to you: price, colour, material, size.',
    help: 'Tell me what you want in your own words, for example a kind of product, a budget, a colour or what it must not be. Then change it: “cheaper”, “the second one in blue”, “forget the budget”, “undo”.',
    unclear: 'I did not understand that. Tell me what kind of product you are looking for, or what to change.',
    'out-of-scope': 'I can only help with the products of this shop.',
    'order-status': 'I cannot see orders. Please look in your account or ask the shop’s customer service.',
    'return-item': 'I cannot handle returns. Please look in your account or ask the shop’s customer service.',
    'ask-shop':
      'I only know the products of this shop, not its delivery, payment or opening hours. Please ask its customer service.',
  },
  item: {
    notStated: (field) => `${field}: ${NOT_STATED}`,
    costs: (price) => `it costs ${price}`,
    rated: (average, count) => `rated ${average} of 5 by ${count}`,
    unrated: 'it has no rating yet',
    availability: {
      in_stock: 'in stock',
      out_of_stock: 'out of stock',
      preorder: 'preorder',
      backorder: 'backorder',
    },
    fields: { price: 'price', availability: 'availability', brand: 'brand' },
    yes: 'yes',
    no: 'no',
    says: (source, words) => `the ${source} says “${words}”`,
    deny: (statement) => `no, ${statement}`,
  },
  compare: {
    tooFew: 'Name two of the shown products to compare, for example “compare 1 and 3”.',
    names: (titles) => titles.join(' and '),
    row: (field, values) => `${field}: ${values.join(' against ')}`,
    differ: (names, rows) => `${names} differ in ${rows.join('; ')}.`,
    same: (names) => `${names}: the shop states no difference but the name.`,
    notStated: 'not stated',
    fields: { price: 'price', rating: 'rating', brand: 'brand' },
  },
  cart: {
    added: (title) => `${title} is in your cart.`,
    removed: 'It is out of your cart.',
    empty: 'Your cart is empty.',
    line: (count, title, price) => `${count} × ${title}${price === undefined ? '' : ` at ${price}`}`,
    contents: (lines, total) => `In your cart: ${lines.join('; ')}. Together ${total}.`,
  },
  confirm: 'Did you also mean this?',
  card: { which: WHICH, missing: (phrases) => `I have not shown “${phrases.join('”, “')}”. ${WHICH}` },
  suggestions: {
    cheaper: { label: 'Cheaper', text: 'cheaper' },
    bestRated: { label: 'Best rated first', text: 'best rated' },
    more: { label: 'Show more', text: 'show me more' },
    forgetBudget: { label: 'Forget the budget', text: 'forget the budget' },
  },
};
