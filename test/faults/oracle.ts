import { isDeepStrictEqual } from 'node:util';
import { readEvent } from '../../server/room/stored-event.ts';
import { studentView } from '../../shared/projection/student-view.ts';
import type { StudentView } from '../../shared/projection/views.ts';
import type { JournalLine } from '../../shared/recording/chain.ts';
import type { SessionEvent } from '../../shared/session/events.ts';
import { evolve, openedState } from '../../shared/session/evolve.ts';
import { REFUSAL_CODES } from '../../shared/session/refusals.ts';
import { runningRound, type SessionState } from '../../shared/session/state.ts';
import type { Acknowledgement } from '../../shared/wire/down.ts';
import type { StudentIntent } from '../../shared/wire/student-intents.ts';

/** What a phone asked for, and what it was told of it in the end. */
export type Asked = {
  readonly seat: number;
  readonly instance: string;
  readonly seq: number;
  readonly intent: StudentIntent;
  readonly answer: Acknowledgement | null;
  readonly isPending: boolean;
};

/** What a phone shows. */
export type Shown = {
  readonly seat: number;
  readonly epoch: number;
  readonly version: number;
  readonly view: StudentView;
};

type Nudged = Extract<SessionEvent, { type: 'nudged' }>;

/**
 * What of the promise a journal and the phones of its class break, one sentence each; none is what we want. It reads and
 * folds the facts, and judges them by rules of its own: what `decide` would say plays no part.
 */
export function brokenPromises(
  lines: readonly JournalLine[],
  asked: readonly Asked[],
  shown: readonly Shown[] = [],
): readonly string[] {
  const states = statesOf(lines);
  const nudges = lines.flatMap(({ json }, index) => {
    const event = readEvent(json);
    return event.type === 'nudged' ? [{ event, before: states[index - 1] }] : [];
  });
  return [
    ...inOrder(lines),
    ...nudges.flatMap(({ event, before }) => outsideItsRound(event, before)),
    ...acknowledgedOnce(
      nudges.map(({ event }) => event),
      asked,
    ),
    ...asked.flatMap(withoutEnd),
    ...shown.flatMap((one) => notAsReplayed(one, lines, states)),
  ];
}

/** The state after each fact. */
function statesOf(lines: readonly JournalLine[]): readonly SessionState[] {
  const states: SessionState[] = [];
  for (const { json } of lines) {
    const event = readEvent(json);
    const before = states[states.length - 1];
    if (before !== undefined) states.push(evolve(before, event));
    else if (event.type === 'session-opened') states.push(openedState(event));
    else throw new Error(`the journal begins with ${event.type}`);
  }
  return states;
}

/** (d) No version is missing, and no epoch is older than the one before. */
function inOrder(lines: readonly JournalLine[]): readonly string[] {
  return lines.flatMap(({ version, epoch }, index) => {
    const isNext = version === index + 1 && epoch >= (lines[index - 1]?.epoch ?? 1);
    return isNext ? [] : [`event ${index + 1} says version ${version} of epoch ${epoch}`];
  });
}

/** (b) */
function outsideItsRound(
  { seat, round, parameter, nudge }: Nudged,
  before: SessionState | undefined,
): readonly string[] {
  const running = before === undefined ? null : runningRound(before);
  const isInRound = running?.id === round && running.phase.kind === 'nudge';
  const isOwn = before?.owners[parameter]?.some((owner) => owner === seat) === true;
  const isBounded = [-1, 0, 1].includes(nudge.direction) && ['small', 'normal', 'large'].includes(nudge.size);
  return isInRound && isOwn && isBounded ? [] : [`seat ${seat} moved weight ${parameter} in round ${round}`];
}

/** (a) */
function acknowledgedOnce(nudges: readonly Nudged[], asked: readonly Asked[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { seat, round, parameter, nudge, intent } of nudges) {
    if (intent === null) continue;
    const key = keyOf(seat, intent.instance, intent.seq, { round, parameter, ...nudge });
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const doubled = [...counts]
    .filter(([, count]) => count > 1)
    .map(([key, count]) => `${key}: filed ${count} times`);
  const lost = asked.flatMap(({ seat, instance, seq, intent, answer }) => {
    if (intent.kind !== 'nudge' || answer?.ok !== true) return [];
    const { round, parameter, direction, size } = intent;
    const key = keyOf(seat, instance, seq, { round, parameter, direction, size });
    return counts.has(key) ? [] : [`${key}: acknowledged and lost`];
  });
  return [...doubled, ...lost];
}

function keyOf(seat: number, instance: string, seq: number, said: object): string {
  const { round, parameter, direction, size } = said as Record<string, unknown>; // of a nudge, whatever its order
  return `seat ${seat}, ${instance}:${seq} (${JSON.stringify([round, parameter, direction, size])})`;
}

/** (e) */
function withoutEnd({ seat, seq, answer, isPending }: Asked): readonly string[] {
  if (isPending || answer?.ok === true) return [];
  const code = answer?.refusal.code;
  const isTold = code !== undefined && REFUSAL_CODES.includes(code);
  return isTold ? [] : [`seat ${seat}, number ${seq}: neither done, nor refused, nor on its way`];
}

/** (c) What was shown at a version is what the facts up to there lead to. */
function notAsReplayed(
  { seat, epoch, version, view }: Shown,
  lines: readonly JournalLine[],
  states: readonly SessionState[],
): readonly string[] {
  // While it saves, a class stands still on its screens and nowhere else.
  if (view.pause.includes('store')) return [];
  const state = states[version - 1];
  if (state === undefined) return [`seat ${seat} shows version ${version} of ${lines.length}`];
  const replayed: unknown = JSON.parse(JSON.stringify(studentView(state)));
  return isDeepStrictEqual(JSON.parse(JSON.stringify(view)), replayed)
    ? []
    : [`seat ${seat} shows something else than the facts of ${epoch}/${version}`];
}
