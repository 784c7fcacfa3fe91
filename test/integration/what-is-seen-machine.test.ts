import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StudentView } from '../../shared/projection/views.ts';
import { VOTES } from '../../shared/session/stages.ts';
import type { TeacherIntent } from '../../shared/wire/teacher-intents.ts';
import { comeBack, openLiveClass, type LiveClass, type Pupil } from '../helpers/live-class.ts';
import { STAGE } from '../helpers/machine-lesson.ts';
import { enter, type Member } from '../helpers/member.ts';
import { startServerProcess, temporaryDataDir, type ServerProcess } from '../helpers/server-process.ts';

/**
 * The stages in which backprop is explained, a machine descends and the class votes, stops and bets, with everything
 * that reached each page: those that were there, one that comes back with the picture it had before, and new ones.
 */
const STUDENTS = 7;
const FIRST_OF_LAYER_2 = 12;
const ANIMALS = 5;

type Page = Member<'student'> | Member<'screen'>;

const data = temporaryDataDir();
let server: ServerProcess;
let live: LiveClass;
/** Everybody but the teacher, and all who came later. */
let pages: Page[];
let pupils: Pupil[];

beforeAll(async () => {
  server = await startServerProcess({ dataDir: data.path });
  live = await openLiveClass(server.url, STUDENTS, { closeRule: 'teacher', roundSeconds: null });
  pupils = [...live.students];
  pages = [live.screen, ...pupils];
});
afterAll(async () => {
  for (const page of pages) page.close();
  live.close();
  await server.kill();
  data.remove();
});

async function ask(intent: TeacherIntent): Promise<void> {
  const answer = await live.teacher.send(intent);
  if (!answer.ok) throw new Error(`${intent.kind} was refused: ${answer.refusal.code}`);
}

/** Presses the big button, and waits until every page is where that led. */
async function next(phase: string): Promise<void> {
  const { serial } = live.teacher.view();
  await live.next();
  await live.teacher.until(phase, (page) => page.view().serial > serial);
  await everybodySees(phase, (view) => view.round?.phase.kind === phase);
}

async function ahead(steps: number): Promise<void> {
  const taken = live.teacher.view().machine?.steps ?? 0;
  await ask({ kind: 'fast-forward', expected: live.teacher.view().serial, rounds: steps });
  await live.teacher.until('the steps', (page) => page.view().machine?.steps === taken + steps);
  await everybodySees('the steps', ({ machine }) => machine?.steps === taken + steps);
}

type SeenByAll = Pick<StudentView, 'round' | 'machine' | 'stop' | 'test'>;

async function everybodySees(what: string, is: (view: SeenByAll) => boolean): Promise<void> {
  for (const page of pages) {
    if (page.gone() !== null) continue;
    if (page.role === 'student') await (page as Member<'student'>).until(what, ({ view }) => is(view()));
    else await (page as Member<'screen'>).until(what, ({ view }) => is(view()));
  }
}

/** Enters a stage whose machine takes a step only when it is told to. */
async function enterByHand(stage: number): Promise<void> {
  await live.enterStage(stage);
  await ask({ kind: 'change-settings', patch: { machineSpeed: 0 } });
}

/** The last student's page goes and comes back with the picture it had then; a new projector has none. */
async function comeInLate(had: {
  readonly known: ReturnType<Pupil['at']>;
  readonly picture: StudentView;
}): Promise<void> {
  const { code, screenToken } = live.keys;
  const last = pupils[STUDENTS - 1] ?? expect.fail('no student');
  const back = await comeBack({ ...last, at: () => had.known, view: () => had.picture }, live.url, code);
  const screen = await enter({ url: live.url, role: 'screen', code, token: screenToken });
  pupils = [...pupils.slice(0, -1), back];
  pages = [...pages, back, screen];
}

const pictureOf = (pupil: Pupil | undefined): Parameters<typeof comeInLate>[0] =>
  pupil === undefined ? expect.fail('no student') : { known: pupil.at(), picture: pupil.view() };

/** Remembers where every page is; tells what reached each since, also those that came in between. */
function sinceNow(): (page: Page) => readonly string[] {
  const from = new Map(pages.map((page) => [page, page.raw.length]));
  return (page) => page.raw.slice(from.get(page) ?? 0);
}

function nobodyWasSent(pattern: RegExp, sent: (page: Page) => readonly string[]): void {
  for (const page of pages) expect(sent(page).filter((text) => pattern.test(text))).toEqual([]);
}

const everything = (page: Page): readonly string[] => page.raw;
const seatsOf = (page: Page) =>
  page.heard.flatMap((packet) => (packet.name === 'seat' ? [packet.body.seat] : []));

describe('the stages in which a machine descends, on the wire', () => {
  it('have the numbers inside a weight, and its check, only once its layer is open (P26)', async () => {
    await live.enterStage(STAGE.backprop);
    await live.reach('backward');
    const early = await live.teacher.send({ kind: 'check-gradient', parameter: 0 });
    expect(early).toMatchObject({ ok: false, refusal: { code: 'not-now' } });
    nobodyWasSent(/"check":\{/u, everything);

    await ask({ kind: 'check-gradient', parameter: FIRST_OF_LAYER_2 });
    await live.screen.until('the check', ({ view }) => view().check?.parameter === FIRST_OF_LAYER_2);
    const owns = (pupil: Pupil): boolean =>
      pupil.seat().parameters.some(({ parameter }) => parameter === FIRST_OF_LAYER_2);
    for (const pupil of pupils.filter(owns))
      await pupil.until('its own check', ({ seat }) => seat().parameters.some(({ check }) => check !== null));
    const others = pupils.filter((pupil) => !owns(pupil));
    expect(others).toHaveLength(STUDENTS - 1);
    for (const page of others) expect(page.raw.filter((text) => text.includes('"check":{'))).toEqual([]);
    for (const pupil of pupils) {
      const shut = seatsOf(pupil).flatMap(({ parameters }) =>
        parameters.filter(({ parameter }) => parameter < FIRST_OF_LAYER_2),
      );
      expect(shut.filter(({ inside }) => inside !== null)).toEqual([]);
    }
    expect(
      pupils
        .flatMap((pupil) => seatsOf(pupil))
        .some(({ parameters }) => parameters.some(({ inside }) => inside !== null)),
    ).toBe(true);

    await live.next();
    for (const pupil of pupils)
      await pupil.until('what is inside', ({ seat }) =>
        seat().parameters.every(({ inside }) => inside !== null),
      );
  });

  it('keep every vote to who gave it until the machine runs (P27)', async () => {
    const had = pictureOf(pupils[STUDENTS - 1]);
    await enterByHand(STAGE.autopilot);
    const sent = sinceNow();
    await next('vote');
    const round = live.teacher.view().round?.id ?? 0;
    for (const [place, vote] of VOTES.entries()) await pupils[place]?.send({ kind: 'vote', round, vote });
    await comeInLate(had);
    await everybodySees('three votes', ({ machine }) => machine?.voted === VOTES.length);
    nobodyWasSent(/"votes":\{/u, sent);
    for (const [place, pupil] of pupils.entries()) {
      const votes = seatsOf(pupil).flatMap(({ vote }) => vote ?? []);
      expect(new Set(votes)).toEqual(new Set(VOTES[place] === undefined ? [] : [VOTES[place]]));
    }
    for (const page of pages.filter(({ role }) => role === 'screen'))
      expect(page.raw.filter((text) => text.includes('"vote":"'))).toEqual([]);

    await next('run');
    await everybodySees('the votes, counted', ({ machine }) => machine?.votes !== null);
    await ahead(3);
    nobodyWasSent(/validation|"inside":\{|gradient/u, sent);
  });

  it('keep the new examples and everybody’s stops until the reveal (P28)', async () => {
    const had = pictureOf(pupils[STUDENTS - 1]);
    await enterByHand(STAGE.stop);
    const sent = sinceNow();
    await next('run');
    await ahead(4);
    await pupils[0]?.send({ kind: 'stop', round: live.teacher.view().round?.id ?? 0 });
    await ahead(6);
    await pupils[1]?.send({ kind: 'stop', round: live.teacher.view().round?.id ?? 0 });
    await comeInLate(had);
    await everybodySees('two have stopped', ({ stop }) => stop?.stopped === 2);
    await ahead(50);
    nobodyWasSent(/validation|"revealed":\{|"stops":|"best":/u, sent);
    for (const [place, pupil] of pupils.entries())
      expect(new Set(seatsOf(pupil).flatMap(({ stop }) => stop ?? []))).toEqual(
        new Set([[4], [10]][place] ?? []),
      );

    await next('reveal');
    await everybodySees('the stops, counted', ({ stop }) => {
      const stops = stop?.revealed?.stops;
      return JSON.stringify(stops) === '[{"round":4,"count":1},{"round":10,"count":1}]';
    });
  });

  it('hide them again when the stage is played again, also from a page that saw them', async () => {
    const had = pictureOf(pupils[STUDENTS - 1]);
    expect(had.picture.stop?.revealed).not.toBeNull();
    await enterByHand(STAGE.stop);
    const sent = sinceNow();
    await next('run');
    await ahead(5);
    await comeInLate(had);
    await everybodySees('nothing revealed', ({ stop }) => stop?.revealed === null);
    nobodyWasSent(/validation|"revealed":\{|"stops":/u, sent);
    for (const pupil of pupils) expect(pupil.seat().stop).toBeNull();
  });

  it('keep an animal, its truth and what others bet on it until their time (P29)', async () => {
    const had = pictureOf(pupils[STUDENTS - 1]);
    await live.enterStage(STAGE.test);
    const animals: { readonly features: string; readonly before: (page: Page) => number }[] = [];
    for (let animal = 0; animal < ANIMALS; animal++) {
      const lengths = new Map(pages.map((page) => [page, page.raw.length]));
      const sent = sinceNow();
      await next('bet');
      const features = JSON.stringify(live.screen.view().test?.animal);
      animals.push({ features, before: (page) => lengths.get(page) ?? 0 });
      const round = live.teacher.view().round?.id ?? 0;
      for (const [place, pupil] of pupils.slice(0, 3).entries())
        await pupil.send({ kind: 'bet', round, animal, answer: place % 2 });
      if (animal === 0) await comeInLate(had);
      await everybodySees('three bets', ({ test }) => test?.bets === 3);
      nobodyWasSent(/"answer":\{|"truth"|"outputs"|"predicted"/u, sent);
      for (const [place, pupil] of pupils.entries()) {
        const bets = seatsOf(pupil).flatMap(({ bet }) => bet ?? []);
        expect(new Set(bets)).toEqual(new Set(place < 3 ? [place % 2] : []));
      }
      await next('answer');
      await everybodySees('the bets, counted', ({ test }) => test?.answer?.bets.join() === '2,1');
    }
    for (const { features, before } of animals)
      for (const page of pages)
        expect(page.raw.slice(0, before(page)).filter((text) => text.includes(features))).toEqual([]);
    expect(new Set(animals.map(({ features }) => features)).size).toBe(ANIMALS);
  });
});
