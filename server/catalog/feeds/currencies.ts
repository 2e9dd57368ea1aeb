const KNOWN = new Set(Intl.supportedValuesOf('currency'));

/** What a sign can mean; the first is meant unless the shop's own currency is among the others. */
export const CURRENCY_SIGNS: Record<string, readonly string[]> = {
  $: ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN', 'ARS', 'CLP', 'COP', 'TWD'],
  us$: ['USD'],
  ca$: ['CAD'],
  c$: ['CAD'],
  a$: ['AUD'],
  au$: ['AUD'],
  nz$: ['NZD'],
  s$: ['SGD'],
  hk$: ['HKD'],
  mx$: ['MXN'],
  r$: ['BRL'],
  '€': ['EUR'],
  euro: ['EUR'],
  '£': ['GBP'],
  '¥': ['JPY', 'CNY'],
  円: ['JPY'],
  元: ['CNY'],
  '₹': ['INR'],
  rs: ['INR', 'PKR', 'LKR', 'NPR'],
  '₩': ['KRW'],
  '₽': ['RUB'],
  '₴': ['UAH'],
  '₺': ['TRY'],
  tl: ['TRY'],
  '₪': ['ILS'],
  '₫': ['VND'],
  '฿': ['THB'],
  '₱': ['PHP'],
  '₦': ['NGN'],
  kr: ['SEK', 'NOK', 'DKK', 'ISK'],
  zł: ['PLN'],
  kč: ['CZK'],
  ft: ['HUF'],
  lei: ['RON'],
  fr: ['CHF'],
  rp: ['IDR'],
  rm: ['MYR'],
};

/** Currencies whose shops write 1.299 for a thousand two hundred and ninety-nine. */
const DOT_GROUPS = new Set(
  'EUR SEK NOK DKK ISK PLN CZK HUF RON BGN TRY RUB UAH BRL ARS CLP COP UYU IDR VND RSD BAM MKD'.split(' '),
);
/** Currencies with three decimals: 1.299 and 1,299 are prices of a little more than one. */
const THREE_DECIMALS = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '));

export const isCurrency = (code: string): boolean => KNOWN.has(code);
export const groupsWithDot = (code: string): boolean => DOT_GROUPS.has(code);
export const hasThreeDecimals = (code: string): boolean => THREE_DECIMALS.has(code);
