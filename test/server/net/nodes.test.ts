import { afterEach, beforeEach, expect, it } from 'vitest';
import { dialNode, openNodeDoor, type NodeDoor } from '../../../server/net/nodes.ts';

const SECRET = 'known to all of us';

let door: NodeDoor;
beforeEach(async () => {
  door = await openNodeDoor({
    host: '127.0.0.1',
    port: 0,
    secret: SECRET,
    node: 'the one that came back',
    receive: () => ({ hear: () => undefined, answer: (_, reply) => reply('served'), gone: () => undefined }),
  });
});
afterEach(() => door.close());

/** What a server is told that looks for a node at the door's address, or that its line broke. */
function askAs(node: string, secret = SECRET): Promise<unknown> {
  return new Promise((resolve) => {
    const line = dialNode(node, `127.0.0.1:${door.port}`, secret, {
      onHeard: () => undefined,
      onBroken: () => resolve('broken'),
    });
    line.ask({ kind: 'call', name: 'takeSeat', values: [] }, (answer) => {
      resolve(answer);
      line.hangUp();
    });
  });
}

it('serves whoever looks for it and knows the secret', async () => {
  expect(await askAs('the one that came back')).toBe('served');
  expect(await askAs('the one that came back', 'a guess')).toBe('broken');
});

it('is not taken for the server that died at the same address', async () => {
  expect(await askAs('the one that died')).toBe('broken');
});
