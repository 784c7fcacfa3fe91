import { PROTOCOL_VERSION } from '../../shared/wire/version.ts';
import { createRng, seedFrom, type Rng } from '../../shared/math/rng.ts';

/** What somebody who has read about the engine's protocol would write to a socket. */
export type Frame = string | Uint8Array;

const NUDGE = '{"seq":7,"intent":{"kind":"nudge","round":1,"parameter":0,"direction":1,"size":"normal"}}';
const HANDSHAKE = `{"role":"student","protocol":${PROTOCOL_VERSION},"code":"K7QM2X","token":"x","instance":"12345678","known":null}`;

/** Whole packets, as our own pages and socket.io itself send them. */
const GOOD = [
  `42["intent",${NUDGE}]`,
  `421["intent",${NUDGE}]`,
  '4217["intent",{"seq":8,"intent":{"kind":"rename","name":null}}]',
  '422["intent",{"seq":9,"intent":{"kind":"draw-point","x":0.5,"y":-0.25,"classIndex":1}}]',
  '423["intent",{"seq":9,"intent":{"kind":"change-settings","patch":{"pace":{"kind":"automatic","speed":2}}}}]',
  `40${HANDSHAKE}`,
  '41',
  '431["x",{"ok":true}]',
  '44{"message":"no"}',
  '451-["intent",{"_placeholder":true,"num":0}]',
  '0{"sid":"x","upgrades":[],"pingInterval":10000,"pingTimeout":10000}',
  '1',
  '2probe',
  '3',
  '5',
  '6',
];

const NUMBERS = [
  '1e400',
  '-1e400',
  'NaN',
  'Infinity',
  '-0',
  '1e308',
  '0.1',
  '"0.1"',
  '[]',
  'null',
  '9'.repeat(400),
];
const KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'then',
  'length',
  'kind',
];
const NAMES = [
  'connect',
  'disconnect',
  'disconnecting',
  'newListener',
  'removeListener',
  'error',
  'tick',
  'gone',
  '',
];

type Mutation = (good: string, rng: Rng) => Frame;

const oneOf = <T>(rng: Rng, list: readonly [T, ...T[]] | readonly T[]): T =>
  list[rng.below(list.length)] ?? (list[0] as T); // an index below the length
const sign = (rng: Rng): string =>
  String.fromCharCode(rng.below(3) === 0 ? rng.below(0xffff) : 32 + rng.below(95));
const nested = (depth: number, open: string, close: string): string =>
  open.repeat(depth) + close.repeat(depth);

const MUTATIONS: readonly Mutation[] = [
  function flipped(good, rng) {
    const at = rng.below(good.length);
    return good.slice(0, at) + sign(rng) + good.slice(at + 1);
  },
  function bitsFlipped(good, rng) {
    const bytes = Buffer.from(good);
    for (let flips = 1 + rng.below(4); flips > 0; flips -= 1) {
      const at = rng.below(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << rng.below(8));
    }
    return bytes.toString('latin1');
  },
  (good, rng) => good.slice(0, rng.below(good.length)),
  (good, rng) => good.slice(rng.below(good.length)),
  function spliced(good, rng) {
    const at = rng.below(good.length);
    return good.slice(0, at) + oneOf(rng, GOOD) + good.slice(at + rng.below(9));
  },
  (good, rng) => good.replace(/-?\d+(?=[,}])/u, oneOf(rng, NUMBERS)),
  (good, rng) => good.replace('"kind"', `"${oneOf(rng, KEYS)}"`),
  (good, rng) => good.replace('{', `{"${oneOf(rng, KEYS)}":{"polluted":1,"toString":null},`),
  (_, rng) => `42["${oneOf(rng, NAMES)}",${NUDGE}]`,
  (_, rng) => `42["intent",${nested(1 + rng.below(2_000), '[', ']')}]`,
  (_, rng) => `42["intent",${nested(1 + rng.below(700), '{"a":', '}').replace(':}', ':1}')}]`,
  (_, rng) => `42${nested(1 + rng.below(2_000), '[', ']')}`,
  (_, rng) => `45${10 ** rng.below(7)}-["intent",{"_placeholder":true,"num":${rng.below(99)}}]`,
  (_, rng) => `42["intent","${'x'.repeat(rng.below(20_000))}"]`,
  (_, rng) => `42["intent",[${'0,'.repeat(rng.below(1_500))}0]]`,
  (_, rng) =>
    `4${rng.below(9)}/${sign(rng)}${rng.below(99)},${oneOf(rng, ['', '[]', '["intent"]', HANDSHAKE])}`,
  (_, rng) => Array.from({ length: rng.below(60) }, () => sign(rng)).join(''),
  (_, rng) => Uint8Array.from({ length: rng.below(300) }, () => rng.below(256)),
  (good) => Buffer.from(good),
  (good, rng) => `b${good}${String.fromCharCode(30)}${oneOf(rng, GOOD)}`,
  (good) => good,
];

/** So many mutants, always the same for the same seed. */
export function* frameCorpus(seed: string, count: number): Generator<Frame> {
  const rng = createRng(seedFrom('frames', seed));
  for (let index = 0; index < count; index += 1) yield oneOf(rng, MUTATIONS)(oneOf(rng, GOOD), rng);
}
