import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SeatView } from '../../shared/projection/views.ts';
import type { StageKind } from '../../shared/session/stages.ts';
import { nudgeAll, openLiveClass, type LiveClass } from '../helpers/live-class.ts';
import type { Heard, Member } from '../helpers/member.ts';
import { startServerProcess, temporaryDataDir, type ServerProcess } from '../helpers/server-process.ts';

/**
 * Whole rounds of every stage, with everything that reached each page. What a page must not know must not be in
 * what it was sent, whatever it would have shown.
 */
const STAGES: readonly StageKind[] = ['guess', 'keep-if-better', 'probe', 'backprop'];

/** More than the network has weights, so that some share one. */
const STUDENTS = 20;

type Page = Member<'student'> | Member<'screen'>;
/** What one page was sent from the beginning of a stage to the beginning of the next. */
type Chapter = { readonly heard: readonly Heard[]; readonly raw: readonly string[] };

const data = temporaryDataDir();
let server: ServerProcess;
let live: LiveClass;
let names: readonly string[];
const chapters = new Map<StageKind, ReadonlyMap<Page, Chapter>>();

beforeAll(async () => {
  server = await startServerProcess({ dataDir: data.path });
  live = await openLiveClass(server.url, STUDENTS, {
    closeRule: 'teacher',
    roundSeconds: null,
    namesOnEdges: false,
  });
  names = live.teacher.view().table.map(({ name }) => name);
  for (const [index, stage] of STAGES.entries()) chapters.set(stage, await record(() => playStage(index)));
});
afterAll(async () => {
  live.close();
  await server.kill();
  data.remove();
});

const pages = (): readonly Page[] => [live.screen, ...live.students];

/** Two rounds by hand and two ahead; nobody chooses what the others do. */
async function playStage(index: number): Promise<void> {
  await live.enterStage(index);
  for (let round = 0; round < 2; round++) {
    await live.reach('nudge');
    for (const [place, pupil] of live.students.entries()) await nudgeAll(pupil, place % 2 === 0 ? 1 : -1);
    await live.screen.until('all proposals counted', (page) => page.view().progress?.proposed === STUDENTS);
    await live.reach('adjust');
  }
  await live.teacher.send({ kind: 'fast-forward', expected: live.teacher.view().serial, rounds: 2 });
  const { serial } = live.teacher.view();
  await live.teacher.until('the rounds run ahead', (page) => page.view().serial >= serial);
}

async function record(play: () => Promise<void>): Promise<ReadonlyMap<Page, Chapter>> {
  const from = pages().map((page) => ({ page, heard: page.heard.length, raw: page.raw.length }));
  await play();
  return new Map(
    from.map(({ page, heard, raw }) => [page, { heard: page.heard.slice(heard), raw: page.raw.slice(raw) }]),
  );
}

function chapterOf(stage: StageKind, page: Page): Chapter {
  return chapters.get(stage)?.get(page) ?? expect.fail(`nothing was recorded of ${stage}`);
}

/** Every section of that name that a page was sent, with the phase it was in then. */
function sections(
  heard: readonly Heard[],
  name: string,
): readonly { readonly phase: string; readonly value: unknown }[] {
  let phase = 'none';
  return heard.flatMap((packet) => {
    const changed = sectionsIn(packet);
    const round = changed?.['round'] as { phase: { kind: string } } | null | undefined; // the round's section
    if (round !== undefined) phase = round?.phase.kind ?? 'none';
    return changed !== null && name in changed ? [{ phase, value: changed[name] }] : [];
  });
}

function sectionsIn(packet: Heard): Record<string, unknown> | null {
  if (packet.name === 'student-frame' || packet.name === 'screen-frame') return { ...packet.body.changed };
  if (packet.name === 'student-snapshot' || packet.name === 'screen-snapshot') return { ...packet.body.view };
  return null;
}

/** Every message to the seat, with the phase the page knew of when it came. */
function seatViewsByPhase(
  heard: readonly Heard[],
): readonly { readonly phase: string; readonly view: SeatView }[] {
  let phase = 'none';
  return heard.flatMap((packet) => {
    const [last] = sections([packet], 'round');
    if (last !== undefined) ({ phase } = last);
    return packet.name === 'seat' ? [{ phase, view: packet.body.seat }] : [];
  });
}

const seatViews = (heard: readonly Heard[]) =>
  heard.flatMap((packet) => (packet.name === 'seat' ? [packet.body.seat] : []));

describe.each(STAGES)('on the wire in %s', (stage) => {
  it("no page but the teacher's has any figure of the new examples (P21)", () => {
    for (const page of pages()) {
      const { raw } = chapterOf(stage, page);
      expect(raw.length).toBeGreaterThan(5);
      // The stage `test` has its name in the list of stages, and a section that is null until it runs.
      expect(
        raw.filter((text) => /validation|settings|serial|"table"|"figures"|"test":[^n]/u.test(text)),
      ).toEqual([]);
    }
    expect(live.teacher.raw.some((text) => text.includes('validation'))).toBe(true);
  });

  it('each role is sent its own messages alone, and no token (P25)', () => {
    const tokens = [
      live.keys.teacherToken,
      live.keys.screenToken,
      ...live.students.map(({ taken }) => taken.token),
    ];
    for (const page of pages()) {
      const { heard, raw } = chapterOf(stage, page);
      const own =
        page.role === 'student'
          ? ['student-snapshot', 'student-frame', 'seat', 'tick']
          : ['screen-snapshot', 'screen-frame', 'tick'];
      expect(heard.map(({ name }) => name).filter((name) => !own.includes(name))).toEqual([]);
      for (const token of tokens) expect(raw.some((text) => text.includes(token))).toBe(false);
    }
  });

  it("a layer's gradient comes when it opens, in backprop alone (P22)", () => {
    for (const page of pages()) {
      const { heard, raw } = chapterOf(stage, page);
      const opened = sections(heard, 'backward');
      if (stage !== 'backprop') {
        expect(raw.filter((text) => text.includes('gradient'))).toEqual([]);
        continue;
      }
      const early = opened.filter(
        ({ phase, value }) => ['predict', 'compare'].includes(phase) && (value as unknown[]).length > 0,
      );
      expect(early).toEqual([]);
      const layers = opened.map(({ value }) =>
        (value as { layer: number }[]).map(({ layer }) => layer).join(),
      );
      expect(layers).toEqual(expect.arrayContaining(['2', '2,1']));
    }
  });

  it('nobody is sent what another proposes while the round is open (P23)', () => {
    for (const pupil of live.students) {
      const { heard, raw } = chapterOf(stage, pupil);
      expect(seatViews(heard).filter(({ seat }) => seat !== pupil.taken.seat)).toEqual([]);
      const whileOpen = seatViewsByPhase(heard).filter(({ phase }) => phase === 'nudge');
      expect(whileOpen.some(({ view }) => view.parameters.some(({ nudge: own }) => own !== null))).toBe(true);
      for (const { view } of whileOpen) {
        expect(view.outcome).toBeNull();
        expect(view.parameters.flatMap(({ proposals }) => proposals)).toEqual([]);
      }
      expect(raw.filter((text) => text.includes('"nudges":[') || text.includes('"proposed":['))).toEqual([]);
    }
    const shared = live.students.filter((pupil) =>
      pupil.seat().parameters.some(({ coOwners }) => coOwners.length > 0),
    );
    expect(shared.length).toBeGreaterThan(0);
    const { raw } = chapterOf(stage, live.screen);
    expect(raw.filter((text) => /"nudge":|"nudges":|"proposals":|"direction":|"probe":/u.test(text))).toEqual(
      [],
    );
  });

  it('both values come to who has committed, in probe alone', () => {
    for (const pupil of live.students) {
      const probes = seatViews(chapterOf(stage, pupil).heard).flatMap(({ parameters }) => parameters);
      expect(probes.some(({ probe }) => probe !== null)).toBe(stage === 'probe');
      expect(probes.filter(({ probe, nudge: own }) => probe !== null && own === null)).toEqual([]);
    }
  });

  it('whether one agreed is told in backprop alone', () => {
    const outcomes = live.students.flatMap((pupil) =>
      seatViews(chapterOf(stage, pupil).heard).flatMap(({ outcome }) => outcome ?? []),
    );
    expect(outcomes.length).toBeGreaterThan(0);
    expect(outcomes.some(({ agreed }) => agreed !== null)).toBe(stage === 'backprop');
  });

  it("the screen is sent no name, and a student no name but its own and its co-owners' (P24, A20)", () => {
    const screen = chapterOf(stage, live.screen).raw;
    for (const name of names) expect(screen.filter((text) => text.includes(name))).toEqual([]);
    for (const pupil of live.students) {
      const views = seatViews(chapterOf(stage, pupil).heard);
      const known = new Set([
        pupil.seat().name,
        ...views.flatMap(({ parameters }) => parameters.flatMap(({ coOwners }) => coOwners)),
      ]);
      for (const name of names.filter((other) => !known.has(other))) {
        expect(chapterOf(stage, pupil).raw.filter((text) => text.includes(name))).toEqual([]);
      }
    }
  });

  it('the screen has the seen examples where it draws a map, and a phone never', () => {
    const sent = sections(chapterOf(stage, live.screen).heard, 'examples').filter(
      ({ value }) => value !== null,
    );
    const mapNow = stage === 'probe' || stage === 'backprop';
    if (!mapNow) expect(sent).toEqual([]);
    for (const pupil of live.students) {
      expect(chapterOf(stage, pupil).raw.filter((text) => text.includes('"examples"'))).toEqual([]);
    }
    if (stage === 'probe') expect(sent).toHaveLength(1);
  });
});

describe('names at the edges', () => {
  it('come to the screen when the teacher switches them on, and go when they are switched off', async () => {
    await live.teacher.send({ kind: 'change-settings', patch: { namesOnEdges: true } });
    await live.screen.until('names', (page) => page.view().names.length === STUDENTS);
    await live.teacher.send({ kind: 'change-settings', patch: { namesOnEdges: false } });
    await live.screen.until(
      'no names',
      (page) => page.view().names.length === 0 && page.view().owners.length === 0,
    );
  });
});
