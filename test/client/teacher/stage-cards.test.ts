// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import GradientCheckCard from '../../../client/screens/teacher/GradientCheckCard.svelte';
import MachineCard from '../../../client/screens/teacher/MachineCard.svelte';
import ScriptPanel from '../../../client/screens/teacher/ScriptPanel.svelte';
import StopCard from '../../../client/screens/teacher/StopCard.svelte';
import TestCard from '../../../client/screens/teacher/TestCard.svelte';
import type { TeacherIntent } from '../../../shared/wire/teacher-intents.ts';
import { TEACHER, type Classroom } from '../../helpers/classroom.ts';
import { runOut } from '../../helpers/machine-class.ts';
import { STAGE } from '../../helpers/machine-lesson.ts';
import { classAt, consoleOf } from './console-class.ts';
import { ENGLISH, SPANISH } from './console-words.ts';

afterEach(cleanup);

/** Shows the card of the running stage, and collects what it asks for. */
function show(room: Classroom, words = SPANISH): readonly TeacherIntent[] {
  const view = consoleOf(room);
  const asked: TeacherIntent[] = [];
  const props = {
    view,
    words,
    onmachine: () => undefined,
    onintent: (intent: TeacherIntent) => asked.push(intent),
  };
  if (view.stage === null) throw new Error('no stage runs');
  if (view.stage.kind === 'backprop') render(GradientCheckCard, { ...props, spec: view.stage.network });
  else if (view.stop !== null) render(StopCard, { ...props, stop: view.stop });
  else if (view.test !== null) render(TestCard, { ...props, test: view.test });
  else render(MachineCard, props);
  return asked;
}

describe('the machine’s card', () => {
  it('counts votes while the class votes, and tells what they were only once it is closed', () => {
    const room = classAt(STAGE.autopilot);
    room.next();
    const round = room.state().roundCount;
    room.must(room.student(1), { kind: 'vote', round, vote: 'explodes' });
    show(room);
    screen.getByText('1 de 3 ha votado');
    expect(screen.queryByText('1 voto')).toBeNull();
    cleanup();
    room.next();
    show(room, ENGLISH);
    screen.getByText('What the class voted');
    screen.getByText('1 vote');
  });

  it('takes one of the lesson’s rates, or any within the limits, and says what is wrong with another', async () => {
    const room = classAt(STAGE.autopilot);
    const asked = show(room);
    await fireEvent.click(screen.getByRole('radio', { name: '4 · demasiado grande' }));
    const field = screen.getByLabelText('Otra tasa');
    for (const typed of ['cero', '5000', '0,03']) {
      await fireEvent.input(field, { target: { value: typed } });
      await fireEvent.click(screen.getByRole('button', { name: 'Usar' }));
      if (typed === 'cero') screen.getByText('Escribe un número, por ejemplo 0,5.');
      if (typed === '5000') screen.getByText('La más grande es 1000.');
    }
    expect(asked).toEqual(
      [4, 0.03].map((learningRate) => ({ kind: 'change-settings', patch: { learningRate } })),
    );
  });

  it('says that it exploded, and begins again from the pinned start or from where the class got', async () => {
    const room = classAt(STAGE.probe);
    room.must(TEACHER, { kind: 'fast-forward', expected: room.state().serial, rounds: 3 });
    room.enter(STAGE.autopilot);
    room.next();
    room.next();
    room.must(TEACHER, { kind: 'change-settings', patch: { learningRate: 900 } });
    runOut(room);
    const asked = show(room);
    screen.getByText(/Se ha disparado/u);
    await fireEvent.click(screen.getByRole('button', { name: 'desde el principio' }));
    await fireEvent.click(screen.getByRole('button', { name: 'desde donde llegó la clase' }));
    const [first, rate, second] = asked;
    expect(first).toMatchObject({ kind: 'enter-stage', stage: STAGE.autopilot, start: 'pinned' });
    expect(rate).toMatchObject({ kind: 'change-settings', patch: { learningRate: 900 } });
    expect(second).toMatchObject({ kind: 'enter-stage', start: 'continue' });
  });
});

describe('the card of stopping', () => {
  it('tells how many have stopped and nothing of new examples before the reveal', () => {
    const room = classAt(STAGE.stop);
    room.next();
    runOut(room);
    room.must(room.student(2), { kind: 'stop', round: room.state().roundCount });
    show(room);
    screen.getByText('1 de 3 ha parado');
    expect(screen.queryByText(/nuevo/u)).toBeNull();
    expect(screen.queryByRole('button', { name: /Volver a la red/u })).toBeNull();
  });

  it('shows the best round once revealed, and goes back to its network', async () => {
    const room = classAt(STAGE.stop);
    room.next();
    room.must(TEACHER, { kind: 'fast-forward', expected: room.state().serial, rounds: 30 });
    room.next();
    const best = consoleOf(room).stop?.revealed?.best;
    if (best === undefined) throw new Error('all is revealed');
    const [intent] = await pressed(show(room), `Volver a la red de la ronda ${best.round}`);
    expect(intent).toMatchObject({ kind: 'go-back', point: best.point });
    if (intent?.kind !== 'go-back') throw new Error('the card goes back');
    cleanup();
    room.must(TEACHER, intent);
    show(room);
    screen.getByText(`La red es ahora la de la ronda ${best.round}.`);
  });
});

describe('the card of the test', () => {
  it('hides what an animal was until the network has answered, then tells the bets and the score', () => {
    const room = classAt(STAGE.test);
    room.next();
    const round = room.state().roundCount;
    for (const seat of [1, 2]) room.must(room.student(seat), { kind: 'bet', round, animal: 0, answer: 1 });
    show(room);
    screen.getByText('2 de 3 han apostado');
    expect(screen.queryByText('Era')).toBeNull();
    cleanup();
    room.next();
    show(room);
    screen.getByText('Era');
    screen.getByText(/^2 apuestas/u);
    screen.getAllByText(/ de 1$/u);
  });
});

describe('the check of a gradient', () => {
  it('waits for a layer to open, offers its weights alone, and lays both numbers side by side', async () => {
    const room = classAt(STAGE.backprop);
    room.next();
    show(room);
    screen.getByText(/Abre antes una capa/u);
    cleanup();
    room.reach('backward');
    const asked = show(room);
    expect(screen.getAllByRole('option')).toHaveLength(5);
    const [intent] = await pressed(asked, 'Comprobar');
    if (intent?.kind !== 'check-gradient') throw new Error('the card asks for the check');
    cleanup();
    room.must(TEACHER, intent);
    const then = show(room);
    screen.getByText('Coinciden');
    expect(await pressed(then, 'Quitar la comprobación')).toEqual([
      { kind: 'check-gradient', parameter: null },
    ]);
  });
});

describe('the script', () => {
  it('says what to press with the plan’s own numbers, then what to say, in both languages', () => {
    const view = consoleOf(classAt(STAGE.probe));
    render(ScriptPanel, { view, words: SPANISH });
    screen.getByText('Juega 6 rondas con el botón grande (espacio); después, +20 de golpe (F).');
    screen.getByText('Dirán');
    cleanup();
    render(ScriptPanel, { view, words: ENGLISH });
    screen.getByText('Play 6 rounds with the big button (space), then +20 at once (F).');
    screen.getByText('If the Wi-Fi fails');
  });
});

/** What the card has asked for after this button was pressed. */
async function pressed(asked: readonly TeacherIntent[], name: string): Promise<readonly TeacherIntent[]> {
  await fireEvent.click(screen.getByRole('button', { name }));
  return asked;
}
