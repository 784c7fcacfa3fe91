import type { Handler } from 'hono';
import type { Addresses } from '../../../shared/wire/http.ts';
import { lanAddresses, type Interfaces } from '../../address.ts';
import { refuse } from '../answer.ts';
import type { Hall } from '../hall.ts';
import type { KeyGuard } from '../key-guard.ts';
import { addressOf, type Env } from '../visitor.ts';

export type AddressesDeps = {
  readonly hall: Hall;
  readonly publicUrl: URL | null;
  readonly port: () => number;
  readonly interfaces: () => Interfaces;
};

/** GET /api/addresses: where phones find this server; for whoever has the key, or a console's or projector's token. */
export function addressesRoute(deps: AddressesDeps, keys: KeyGuard): Handler<Env> {
  return async (context) => {
    const secret = keys.secretIn(context.req.header('authorization'));
    if (secret !== null && (keys.isKey(secret) || (await deps.hall.invites(secret)))) {
      return context.json(joinAddresses(deps));
    }
    const { error, ms } = await keys.refuse(secret, addressOf(context));
    return refuse(context, error, ms);
  };
}

/** The operator's address alone where there is one, for that is what it is for; else those of the machine. */
export function joinAddresses({ publicUrl, port, interfaces }: Omit<AddressesDeps, 'hall'>): Addresses {
  if (publicUrl !== null) return { addresses: [{ url: publicUrl.origin, network: null }], reason: null };
  const { candidates, reason } = lanAddresses(interfaces());
  const suffix = port() === 80 ? '' : `:${port()}`;
  return {
    addresses: candidates.map(({ address, network }) => ({ url: `http://${address}${suffix}`, network })),
    reason,
  };
}
