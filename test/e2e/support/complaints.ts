import type { BrowserContext } from 'playwright-core';

/** What a device's pages said that nobody in class would see. */
export type Complaints = {
  /** Errors and warnings of our own pages: exceptions, broken policies, refused values, boxes that ask. */
  readonly faults: () => readonly string[];
  /** Addresses asked for that are not the server's. */
  readonly strangers: () => readonly string[];
};

/** Chromium's own lines about requests that did not succeed, and about what a page sends as its server dies. */
const ABOUT_THE_NETWORK =
  /^Failed to load resource|^WebSocket connection to|^WebSocket is already in CLOSING or CLOSED state/u;

export async function watchComplaints(context: BrowserContext, url: string): Promise<Complaints> {
  const faults: string[] = [];
  const strangers: string[] = [];
  const hosts = [url, url.replace(/^http/u, 'ws')];
  const note = (asked: string): void => {
    const isOurs = hosts.some((host) => asked.startsWith(`${host}/`));
    if (!isOurs && !/^(?:data|blob):/u.test(asked)) strangers.push(asked);
  };
  context.on('console', (message) => {
    const text = message.text();
    if (!['error', 'warning'].includes(message.type()) || ABOUT_THE_NETWORK.test(text)) return;
    faults.push(`${message.type()}: ${text}`);
  });
  context.on('weberror', (error) => faults.push(`exception: ${error.error().message}`));
  context.on('request', (request) => note(request.url()));
  context.on('page', (page) => page.on('websocket', (socket) => note(socket.url())));
  context.on('dialog', (dialog) => {
    faults.push(`${dialog.type()}: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await context.addInitScript(reportViolations);
  return { faults: () => faults, strangers: () => strangers };
}

/** Runs in every page before its own scripts. What the policy stops is not always said on the console. */
function reportViolations(): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    console.error(`${event.violatedDirective} forbids ${event.blockedURI} at ${event.sourceFile}`);
  });
}
