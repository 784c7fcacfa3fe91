import { setTimeout as wait } from 'node:timers/promises';
import type { SeatView } from '../../../shared/projection/views.ts';
import type { Nudge } from '../../../shared/session/nudges.ts';
import type { SeatMessage } from '../../../shared/wire/down.ts';
import { waitMs } from '../../../client/link/attempts.ts';
import { bodyOf, type Seat } from './light-class.ts';
import { connectLightly, type LightClient } from './light-client.ts';

/** A student who comes back when its connection is lost, as a page does, and sends again what was not acknowledged. */
export type StubbornStudent = {
  readonly seat: Seat;
  readonly owns: () => readonly number[];
  /** Resolves once it is acknowledged, however often it had to be sent. */
  readonly nudge: (round: number, direction: Nudge['direction']) => Promise<void>;
  /** Numbers of the intents that were acknowledged. */
  readonly acknowledged: readonly number[];
  /** When it was last sent something after it had lost its connection; null while it has none. */
  readonly backMs: () => number | null;
  readonly losses: () => number;
  readonly leave: () => void;
};

/** Comes in at the first of these servers, and tries the next where one does not answer. */
export async function comeInStubbornly(seat: Seat, urls: readonly string[]): Promise<StubbornStudent> {
  const acknowledged: number[] = [];
  const waiting = new Set<() => void>();
  let line: LightClient | null = null;
  let view: SeatView | null = null;
  let backMs: number | null = null;
  let losses = 0;
  let tries = 0;
  let seq = 0;
  let left = false;

  async function dial(): Promise<void> {
    for (let failures = 0; !left; failures++) {
      if (tries > 0) await wait(waitMs(failures, 'lost', Math.random()));
      const url = urls[tries % urls.length] ?? '';
      tries += 1;
      try {
        line = await connectLightly({ url, address: seat.address, auth: seat.handshake, hear, closed });
        backMs = performance.now();
        for (const send of waiting) send();
        return;
      } catch {
        line = null; // nobody listens there just now
      }
    }
  }

  function hear(name: string, text: () => string): void {
    if (name === 'seat') view = bodyOf<SeatMessage>(text()).seat;
    if (name === 'gone') line?.close();
  }

  function closed(): void {
    if (line === null || left) return;
    line = null;
    backMs = null;
    losses += 1;
    void dial();
  }

  await dial();
  return {
    seat,
    acknowledged,
    owns: () => view?.parameters.map(({ parameter }) => parameter) ?? [],
    backMs: () => backMs,
    losses: () => losses,
    leave: () => {
      left = true;
      line?.close();
    },
    nudge: (round, direction) => {
      seq += 1;
      const own = seq;
      const parameter = view?.parameters[0]?.parameter ?? 0;
      return new Promise((resolve, reject) => {
        const send = async (): Promise<void> => {
          const answer = await line?.ask({ kind: 'nudge', round, parameter, direction, size: 'normal' }, own);
          if (answer === undefined || !waiting.delete(send)) return;
          if (!answer.ok) {
            reject(new Error(`a nudge was refused: ${answer.refusal.code}`));
            return;
          }
          acknowledged.push(own);
          resolve();
        };
        waiting.add(send);
        void send();
      });
    },
  };
}
