import './styles.css';
import './page.css';

import { mountChat } from './mount-chat.tsx';
import { pickStrings } from './strings/pick-strings.ts';
import { createUrlResolver } from './ui/host.ts';

const place = document.getElementById('aisle');
if (place === null) throw new Error('the page has no element with the id "aisle"');
const { origin, pathname } = window.location;
mountChat({
  place,
  server: origin,
  language: pickStrings(window.location.search, navigator.languages),
  host: {
    root: document.documentElement,
    resolveUrl: createUrlResolver(origin),
    pageUrl: origin + pathname,
    checkoutUrl: place.dataset.checkout,
  },
  ownPage: true,
});
