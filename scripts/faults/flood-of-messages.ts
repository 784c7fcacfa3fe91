import { setTimeout as wait } from 'node:timers/promises';
import { io } from 'socket.io-client';
import type { Acknowledgement } from '../../shared/wire/down.ts';
import { PROTOCOL_VERSION } from '../../shared/wire/version.ts';
import { countBy } from './at-once.ts';
import { openClass, takeSeat, type Door } from './door.ts';
import type { Flooded } from './floods.ts';

const PER_SECOND = 500;
const IN_ONE_GO = 25;
const MESSAGES = 10_000;
const HUNG_UP_WITHIN_MS = 10_000;
/** What a server may let through: the burst, then the rate. */
const AT_ONCE = 10;
const A_SECOND = 5;

/** I17: a seat writes 500 messages a second, half of them unknown, and comes back whenever it is hung up on. */
export async function floodOfMessages(door: Door, scale: number): Promise<Flooded> {
  const { code } = await openClass(door);
  const { token } = await takeSeat(door, code);
  const auth = {
    role: 'student',
    protocol: PROTOCOL_VERSION,
    code,
    token,
    instance: 'a-hasty-page',
    known: null,
  };
  const answers: string[] = [];
  let hungUp = 0;
  let written = 0;
  let sent = 0;
  let socket = io(door.url, { ...OWN, auth });
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  const startMs = performance.now();
  const mayBeSpared = (): boolean => hungUp === 0 && performance.now() - startMs < HUNG_UP_WITHIN_MS;
  while (written < MESSAGES * scale || mayBeSpared()) {
    if (!socket.connected && !socket.active) {
      hungUp += 1;
      socket = io(door.url, { ...OWN, auth });
    }
    written += IN_ONE_GO;
    for (let index = 0; index < IN_ONE_GO && socket.connected; index += 1) {
      sent += 1;
      const intent = sent % 2 === 0 ? NUDGE : { kind: `unknown-${sent}` };
      socket.emit(
        sent % 3 === 0 ? `event-${sent}` : 'intent',
        { seq: sent, intent },
        (answer: Acknowledgement) => {
          answers.push(answer.ok ? 'done' : answer.refusal.code);
        },
      );
    }
    await wait((IN_ONE_GO / PER_SECOND) * 1_000);
  }
  socket.disconnect();
  const seconds = (performance.now() - startMs) / 1_000;
  const counts = countBy(answers);
  const letThrough = (counts['unknown-round'] ?? 0) + (counts['not-now'] ?? 0);
  return {
    held: hungUp > 0 && letThrough <= AT_ONCE + A_SECOND * (seconds + 1) && counts['done'] === undefined,
    figures: { written, sent, seconds, answered: counts, hungUp },
  };
}

const OWN = { transports: ['websocket'], forceNew: true, reconnection: false };
const NUDGE = { kind: 'nudge', round: 1_000_000, parameter: 0, direction: 1, size: 'normal' };
