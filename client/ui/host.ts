/** Where the chat lives: a page of its own, or the shadow root of a shop's page. */
export interface Host {
  /** Carries language, direction and theme. */
  root: HTMLElement;
  /** A picture's path in the catalog is the server's, not that of the page around the chat. */
  resolveUrl(url: string): string;
  /** The address that opens this chat, for links that are shared. */
  pageUrl: string;
  /** Where the shop takes over from the cart; without one the cart only shows. `{items}` becomes `id:quantity,...`. */
  checkoutUrl?: string;
  /** Closes the panel around the chat, where there is one. */
  onClose?: () => void;
}

export function createUrlResolver(server: string): (url: string) => string {
  return (url) => {
    try {
      return new URL(url, server).href;
    } catch {
      return url;
    }
  };
}
