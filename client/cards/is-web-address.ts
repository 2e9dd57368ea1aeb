/** A catalog is data from outside: only a web address, or a path on the shop's own site, is made clickable. */
export const isWebAddress = (url: string): boolean => /^https?:\/\/|^\/(?!\/)/i.test(url);
