import type { BrowserContext, Page } from 'playwright-core';

/** What the server sent a page over its sockets, whatever the page made of it. */
export type Sent = {
  /** The messages that match, since the page was first listened to. */
  readonly matching: (pattern: RegExp) => readonly string[];
};

/** Listens to every socket the page opens from now on, also after a reload. */
export function listenTo(page: Page): Sent {
  const texts: string[] = [];
  hear(page, texts);
  return sentOf(texts);
}

/** Listens to the page that this device opens next, from its first socket. */
export function listenToNextPage(context: BrowserContext): Sent {
  const texts: string[] = [];
  context.once('page', (page) => hear(page, texts));
  return sentOf(texts);
}

function sentOf(texts: readonly string[]): Sent {
  return { matching: (pattern) => texts.filter((text) => pattern.test(text)) };
}

function hear(page: Page, texts: string[]): void {
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => {
      if (typeof payload === 'string') texts.push(payload);
    });
  });
}
