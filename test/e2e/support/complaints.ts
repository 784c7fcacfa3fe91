import type { BrowserContext } from 'playwright-core';

/** What a device's pages said that nobody in class would see. */
export type Complaints = {
  /** Errors and warnings of our own pages: exceptions, blocked by policy, refused values. */
  readonly faults: () => readonly string[];
  /** Addresses asked for that are not the server's. */
  readonly strangers: () => readonly string[];
};

/** Chromium's own lines about requests that did not succeed; a class with a dead server has plenty. */
const ABOUT_THE_NETWORK = /^Failed to load resource|^WebSocket connection to/u;

export function watchComplaints(context: BrowserContext, url: string): Complaints {
  const faults: string[] = [];
  const strangers: string[] = [];
  context.on('console', (message) => {
    const text = message.text();
    if (!['error', 'warning'].includes(message.type()) || ABOUT_THE_NETWORK.test(text)) return;
    faults.push(`${message.type()}: ${text}`);
  });
  context.on('weberror', (error) => faults.push(`exception: ${error.error().message}`));
  context.on('request', (request) => {
    const asked = request.url();
    if (!asked.startsWith(`${url}/`) && !/^(?:data|blob):/u.test(asked)) strangers.push(asked);
  });
  return { faults: () => faults, strangers: () => strangers };
}
