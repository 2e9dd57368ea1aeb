import { AisleChat } from './aisle-chat.ts';

/** `<script type="module" src=".../aisle.js" data-server="..."></script>`: the launcher, on any page. */
const TAG = 'aisle-chat';

// A module has no `currentScript`: the tag is found by the address that this module came from.
const self = [...document.querySelectorAll<HTMLScriptElement>('script[type="module"][src]')].find(
  ({ src }) => src === import.meta.url,
);

if (customElements.get(TAG) === undefined) customElements.define(TAG, AisleChat);
// A shop that places the element itself, or its React component, has said where it belongs.
if (self !== undefined && self.dataset.launcher !== 'none' && document.querySelector(TAG) === null) {
  const chat = document.createElement(TAG);
  for (const [name, value] of Object.entries(self.dataset)) if (value !== undefined) chat.dataset[name] = value;
  document.body.append(chat);
}
