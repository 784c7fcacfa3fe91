import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { TrustedProxies } from '../trusted-proxies.ts';
import { clientAddress } from './client-address.ts';

/** What every request carries besides itself. */
export type Env = {
  readonly Bindings: HttpBindings & { readonly isProxy: TrustedProxies };
};

/** The address that a request is counted by. */
export function addressOf(context: Context<Env>): string {
  return clientAddress({
    peer: context.env.incoming.socket.remoteAddress,
    forwardedFor: context.req.header('x-forwarded-for'),
    isProxy: context.env.isProxy,
  });
}
