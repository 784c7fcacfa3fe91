// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import ScreenFace from '../../../client/screens/screen/ScreenFace.svelte';
import { answerShares } from '../../../client/screens/screen/answer-shares.ts';
import { agrees } from '../../../client/screens/screen/check-words.ts';
import { rateFigure } from '../../../client/screens/screen/words.ts';
import { figuresOf } from '../../../client/figures/compute-figures.ts';
import { common } from '../../../client/text/es/common.ts';
import { screen as text } from '../../../client/text/es/screen.ts';
import { createNumbers } from '../../../client/text/numbers.ts';
import type { StageKind } from '../../../shared/session/stages.ts';
import { runningRound } from '../../../shared/session/state.ts';
import { TEACHER, type Classroom } from '../../helpers/classroom.ts';
import { openClass, runAhead, seen } from './class-views.ts';

const WORDS = { common, text, numbers: createNumbers('es') };
const project = (room: Classroom) =>
  render(ScreenFace, {
    view: seen(room),
    status: { kind: 'live', slow: false },
    clock: null,
    address: { kind: 'found', origin: 'http://192.168.1.20:3000' },
    words: WORDS,
    onopenjoin: null,
  });

/** A class of five in a stage of a lesson. */
function classAt(kind: StageKind, lesson = 'pets'): Classroom {
  const room = openClass(5, lesson);
  room.enter(room.state().setup.stages.findIndex((stage) => stage.kind === kind));
  return room;
}

function vote(room: Classroom, ...votes: readonly ('slow' | 'fast' | 'explodes')[]): void {
  const round = room.state().roundCount;
  votes.forEach((each, index) => room.must(room.student(index + 1), { kind: 'vote', round, vote: each }));
}

function bet(room: Classroom, ...answers: readonly number[]): void {
  const round = runningRound(room.state());
  if (round?.phase.kind !== 'bet') throw new Error('there should be an animal to bet on');
  const { animal } = round.phase;
  answers.forEach((answer, index) =>
    room.must(room.student(index + 1), { kind: 'bet', round: round.id, animal, answer }),
  );
}

/** The bars of a list, each as its words and count. */
function rowsOf(name: string): readonly string[] {
  return within(screen.getByRole('list', { name }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent?.replaceAll(/\s+/gu, ' ').trim() ?? '');
}

afterEach(cleanup);

describe('the vote on the projector', () => {
  it('shows the step and how many have voted, and nobody’s vote', () => {
    const room = classAt('autopilot');
    room.reach('vote');
    vote(room, 'explodes', 'explodes', 'slow');
    project(room);
    screen.getByText('Tasa de aprendizaje');
    screen.getByText('0,02');
    screen.getByRole('progressbar', { name: '3 de 5 han votado' });
    expect(screen.queryByRole('list', { name: 'Lo que esperaba la clase' })).toBeNull();
  });

  it('shows what the class expected once the machine runs', () => {
    const room = classAt('autopilot');
    room.reach('vote');
    vote(room, 'explodes', 'explodes', 'slow');
    room.reach('run');
    project(room);
    expect(rowsOf('Lo que esperaba la clase')).toEqual(['baja despacio 1', 'baja deprisa 0', 'se dispara 2']);
  });
});

describe('the machine on the projector', () => {
  it('lays its curve over what the class had reached by hand, each by what it cost', () => {
    const room = classAt('probe');
    room.reach('nudge');
    runAhead(room, 3);
    room.enter(room.state().setup.stages.findIndex(({ kind }) => kind === 'autopilot'));
    room.reach('run');
    runAhead(room, 10);
    project(room);
    screen.getByText('La máquina');
    screen.getByText(common.stages.probe.name);
    screen.getByText('10');
  });

  it('tells a machine that exploded as a discovery, in whatever figures it takes', () => {
    const room = classAt('autopilot', 'line');
    room.reach('vote');
    room.must(TEACHER, { kind: 'change-settings', patch: { learningRate: 5 } });
    room.reach('run');
    runAhead(room, 20);
    const { container } = project(room);
    screen.getByText('Se disparó.');
    expect(container.textContent).not.toMatch(/NaN|Infinity|∞/u);
  });
});

describe('stopping on the projector', () => {
  it('shows the error of the seen and how many have stopped, and nothing of the new', () => {
    const room = classAt('stop');
    room.reach('run');
    runAhead(room, 12);
    room.must(room.student(1), { kind: 'stop', round: room.state().roundCount });
    project(room);
    screen.getByRole('progressbar', { name: '1 de 5 han parado' });
    screen.getByText('Lo que la red cree');
    expect(screen.queryByText(common.stopReveal.validation)).toBeNull();
  });

  it('reveals the best round, the gap and the patience', () => {
    const room = classAt('stop');
    room.reach('run');
    runAhead(room, 60);
    room.reach('reveal');
    project(room);
    screen.getByText(common.stopReveal.validation);
    screen.getByText('Cómo se nota');
    expect(screen.getByText('La mejor ronda').parentElement?.textContent).toContain(
      String(seen(room).stop?.revealed?.best.round),
    );
  });
});

describe('the animals nobody had seen, on the projector', () => {
  it('come one by one as pictures, with how many have bet and not on what', () => {
    const room = classAt('test');
    room.reach('bet');
    bet(room, 0, 1, 1);
    project(room);
    screen.getByRole('img', { name: /^orejas [+−]/u });
    screen.getByRole('progressbar', { name: '3 de 5 han apostado' });
    expect(screen.queryByRole('list', { name: text.test.bets })).toBeNull();
  });

  it('are answered by the network beside the class’s bets', () => {
    const room = classAt('test');
    room.reach('bet');
    bet(room, 0, 1, 1);
    room.next();
    project(room);
    expect(rowsOf(text.test.bets)).toEqual(['gato 1', 'perro 2']);
    screen.getByText('La red dijo', { exact: false });
  });

  it('are penguins of three kinds in their lesson', () => {
    const room = classAt('test', 'penguins');
    room.reach('bet');
    project(room);
    for (const name of ['pingüino de Adelia', 'pingüino barbijo', 'pingüino papúa']) screen.getByText(name);
    screen.getByRole('img', { name: /^largo del pico/u });
  });

  it('are places among the points where there are no animals', () => {
    const room = classAt('test', 'xor');
    room.reach('bet');
    project(room);
    screen.getByRole('img', { name: /^El nuevo, entre los ya vistos/u });
  });

  it('end with the score of class and network', () => {
    const room = classAt('test');
    for (let presses = 0; runningRound(room.state())?.phase.kind !== 'score'; presses++) {
      if (presses > 40) throw new Error('the test never ended');
      room.next();
    }
    project(room);
    screen.getByText('La clase');
    screen.getByText(text.test.whyItCounts);
  });
});

describe('a gradient that the teacher had checked', () => {
  it('stands beside the probe’s difference', () => {
    const room = classAt('backprop');
    room.reach('backward');
    room.next();
    room.must(TEACHER, { kind: 'check-gradient', parameter: 0 });
    project(room);
    screen.getByText('Comprobado con una sonda');
    screen.getByText('Retropropagación');
  });

  it('is called the same number only where it is', () => {
    const check = { parameter: 0, step: 0.1, probeDown: 0, probeUp: 0, gradient: 0.5 };
    expect(agrees({ ...check, difference: 0.501 })).toBe(true);
    expect(agrees({ ...check, difference: 0.4 })).toBe(false);
    expect(agrees({ ...check, gradient: 0, difference: 0 })).toBe(true);
  });
});

describe('figures of the machine’s stages', () => {
  it('write a learning rate with the digits it was set with', () => {
    expect([0.02, 0.5, 20, 0.005, 1.25].map((rate) => rateFigure(WORDS, rate))).toEqual([
      '0,02',
      '0,5',
      '20',
      '0,005',
      '1,25',
    ]);
  });

  it('read one answer as a way from the first class to the second, and several as they are', () => {
    expect(answerShares('tanh', [0.5])).toEqual([0.25, 0.75]);
    expect(answerShares('sigmoid', [0.9])[1]).toBeCloseTo(0.9);
    expect(answerShares('linear', [9])).toEqual([0, 1]);
    expect(answerShares('softmax', [0.1, 0.2, 0.7])).toEqual([0.1, 0.2, 0.7]);
  });

  it('have a network of one feature answer from left to right', () => {
    const subject = {
      network: { sizes: [1, 1], hidden: 'tanh', output: 'linear', loss: 'half-squared-error' },
      examples: [],
      range: 2,
      size: 4,
    } as const;
    const answer = [...figuresOf(subject)([1, 0]).pictures.subarray(16)];
    expect(answer.slice(0, 4)).toEqual([-1.5, -0.5, 0.5, 1.5]);
    expect(answer.slice(12)).toEqual([-1.5, -0.5, 0.5, 1.5]);
  });
});
