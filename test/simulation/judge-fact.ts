import { PARAMETER_LIMIT } from '../../shared/network/bounds.ts';
import type { SessionEvent } from '../../shared/session/events.ts';
import { seatNumber } from '../../shared/session/ids.ts';
import { NUDGE_SIZES } from '../../shared/session/nudges.ts';
import { runningRound, type SessionState } from '../../shared/session/state.ts';
import { expect } from './broken.ts';
import type { Up } from './wire.ts';

/** Holds one fact against the state in which it was decided: nothing outside its owner, its round or its bounds. */
export function judgeFact(event: SessionEvent, before: SessionState, at: number): void {
  if (event.type === 'step-taken' || event.type === 'descended') {
    const bounded = event.parameters.every((value) => Math.abs(value) <= PARAMETER_LIMIT);
    expect('b', bounded, () => `${event.type} at ${at} left a parameter beyond its bound`);
  }
  if (event.type === 'seat-reclaimed') {
    const isHere = before.seats.get(event.seat)?.presence === 'present';
    expect('b', !isHere, () => `seat ${event.by} got seat ${event.seat} at ${at} from under its student`);
  }
  if (event.type === 'nudged') judgeNudge(event, before, at);
}

/** Holds a fact that somebody asked for against what they asked, and with which key. */
export function judgeOrigin(
  event: Extract<SessionEvent, { readonly intent: unknown }>,
  { up, page }: { readonly up: Up; readonly page: { readonly name: string; readonly seat: number | null } },
  before: SessionState,
  at: number,
): void {
  const opens = page.seat === null ? null : (before.seats.get(seatNumber(page.seat))?.became ?? page.seat);
  expect(
    'b',
    opens === event.seat,
    () => `${event.type} of seat ${event.seat} at ${at} was asked by ${page.name}`,
  );
  if (event.type !== 'nudged') return;
  const { round, parameter, nudge } = event;
  const { direction, size } = nudge;
  const same = inOrder({ kind: 'nudge', round, parameter, direction, size });
  expect(
    'b',
    inOrder(up.intent) === same,
    () => `${same} at ${at} was asked as ${JSON.stringify(up.intent)}`,
  );
}

/** The text of an intent, whatever the order of its fields. */
export function inOrder(intent: unknown): string {
  const { kind, round, parameter, direction, size, ...rest } = intent as Record<string, unknown>; // intents are records
  return JSON.stringify({ kind, round, parameter, direction, size, ...rest });
}

function judgeNudge(
  { seat: number, round: id, parameter, nudge }: Extract<SessionEvent, { type: 'nudged' }>,
  before: SessionState,
  at: number,
): void {
  const where = (): string => `nudge of parameter ${parameter} by seat ${number} at ${at}`;
  const round = runningRound(before);
  const seat = before.seats.get(number);
  expect('b', round?.id === id, () => `${where()} names round ${id}, running is ${round?.id}`);
  expect('b', round?.phase.kind === 'nudge', () => `${where()} fell into ${round?.phase.kind}`);
  expect('b', before.owners[parameter]?.includes(number) === true, () => `${where()}: not the owner`);
  const mayNudge = seat?.membership === 'seated' && !seat.muted;
  expect('b', mayNudge, () => `${where()}: seat is ${seat?.membership}`);
  expect('b', before.clock.kind !== 'paused', () => `${where()}: the class is paused`);
  const isNudge = [-1, 0, 1].includes(nudge.direction) && NUDGE_SIZES.includes(nudge.size);
  expect('b', isNudge, () => `${where()}: ${JSON.stringify(nudge)}`);
}
