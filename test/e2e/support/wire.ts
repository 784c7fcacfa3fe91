import type { Page } from 'playwright-core';

/** One page's WebSocket, held in our hand: what the server answers waits as long as we like. */
export type Wire = { readonly hold: () => void; readonly release: () => void };

/** Takes hold of the wire of every class this page will open. */
export async function takeWire(page: Page): Promise<Wire> {
  const held: (() => void)[] = [];
  let holds = false;
  await page.routeWebSocket(/\/socket\.io\//u, (line) => {
    const server = line.connectToServer();
    server.onMessage((message) => {
      if (holds) held.push(() => line.send(message));
      else line.send(message);
    });
  });
  return {
    hold: () => {
      holds = true;
    },
    release: () => {
      holds = false;
      for (const deliver of held.splice(0)) deliver();
    },
  };
}
