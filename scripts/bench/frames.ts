import { loadavg } from 'node:os';
import type { TeacherView } from '../../shared/projection/views.ts';
import { joinAs } from '../bots/member.ts';
import { startOwnServer } from '../bots/own-server.ts';
import { ask, openClass, reach } from './class-at-hand.ts';
import { openProjector, type FrameCosts } from './projector.ts';

/** A classroom's weak laptop beside the machine a developer has. */
const THROTTLE = 4;
const ROUNDS = 5;
const BOTS = 30;
/** From a phase's first moment until what moves in it has arrived. In `compare` nothing does: what any frame costs. */
const WATCHED_MS = { predict: 1_800, compare: 1_000, adjust: 2_200 } as const;
type Watched = keyof typeof WATCHED_MS;
const PHASES: readonly Watched[] = ['predict', 'compare', 'adjust'];

/** How smoothly the projector shows examples flowing through and the map moving, with a class of bots behind it. */
export async function benchFrames(json: boolean): Promise<void> {
  const server = await startOwnServer();
  try {
    const keys = await openClass(server.url, server.key);
    const teacher = await joinAs<TeacherView>(server.url, 'teacher', {
      code: keys.code,
      token: keys.teacherToken,
    });
    const projector = await openProjector(`${server.url}/screen/${keys.code}#${keys.screenToken}`, THROTTLE);
    try {
      await ask(teacher, { kind: 'fill-with-bots', seats: BOTS });
      await ask(teacher, { kind: 'enter-stage', expected: teacher.view().serial, stage: PROBE });
      const seen: Record<Watched, FrameCosts[]> = { predict: [], compare: [], adjust: [] };
      for (let round = 0; round < ROUNDS; round++) {
        for (const phase of PHASES) {
          await reach(teacher, phase);
          await projector.page.locator('[aria-current="step"]').waitFor();
          seen[phase].push(await projector.measure(WATCHED_MS[phase]));
        }
      }
      for (const phase of PHASES) report({ phase, ...middle(seen[phase]) }, json);
    } finally {
      await projector.close();
      teacher.leave();
    }
  } finally {
    await server.stop();
  }
}

/** The stage that shows the map and what each neuron sees. */
const PROBE = 2;

/** Of every figure the middle one of all rounds. */
function middle(rounds: readonly FrameCosts[]): FrameCosts {
  const of = (name: keyof FrameCosts): number => {
    const sorted = rounds.map((costs) => costs[name]).sort((a, b) => a - b);
    return Math.round((sorted[Math.floor(sorted.length / 2)] ?? Number.NaN) * 100) / 100;
  };
  return {
    frames: of('frames'),
    fps: of('fps'),
    lateShare: of('lateShare'),
    mainMs: of('mainMs'),
    scriptMs: of('scriptMs'),
    styleMs: of('styleMs'),
    layoutMs: of('layoutMs'),
  };
}

function report(costs: FrameCosts & { readonly phase: Watched }, json: boolean): void {
  const line = {
    bench: 'frames',
    ...costs,
    throttle: THROTTLE,
    load: Math.round((loadavg()[0] ?? 0) * 100) / 100,
  };
  if (json) process.stdout.write(`${JSON.stringify(line)}\n`);
  else
    for (const [name, value] of Object.entries(line)) process.stdout.write(`${name.padEnd(10)} ${value}\n`);
}
