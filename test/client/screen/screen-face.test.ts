// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import type { ScreenView } from '../../../shared/projection/views.ts';
import type { LinkStatus } from '../../../client/link/status.ts';
import type { ClockView } from '../../../client/screens/screen/clock-view.ts';
import type { JoinAddress } from '../../../client/screens/screen/join-address.ts';
import ScreenFace from '../../../client/screens/screen/ScreenFace.svelte';
import { common as english } from '../../../client/text/en/common.ts';
import { screen as englishScreen } from '../../../client/text/en/screen.ts';
import { common as spanish } from '../../../client/text/es/common.ts';
import { screen as spanishScreen } from '../../../client/text/es/screen.ts';
import { createNumbers } from '../../../client/text/numbers.ts';
import { seatNumber } from '../../../shared/session/ids.ts';
import { parametersOf } from '../../../shared/session/state.ts';
import { TEACHER } from '../../helpers/classroom.ts';
import { classIn, openClass, runAhead, seen, STAGE } from './class-views.ts';

const SPANISH = { common: spanish, text: spanishScreen, numbers: createNumbers('es') };
const ENGLISH = { common: english, text: englishScreen, numbers: createNumbers('en') };
const FOUND: JoinAddress = { kind: 'found', origin: 'http://192.168.1.20:3000' };

function project(
  view: ScreenView,
  other: {
    readonly status?: LinkStatus;
    readonly clock?: ClockView;
    readonly address?: JoinAddress;
    readonly words?: typeof SPANISH;
  } = {},
) {
  return render(ScreenFace, {
    view,
    status: other.status ?? { kind: 'live', slow: false },
    clock: other.clock ?? null,
    address: other.address ?? FOUND,
    words: other.words ?? SPANISH,
    onopenjoin: () => undefined,
  });
}

afterEach(cleanup);

describe('the lobby on the projector', () => {
  it('says where to enter, with which code, who is inside and how the weights go round', () => {
    project(seen(openClass(3)));
    screen.getByText('192.168.1.20:3000');
    screen.getByText('KM4-7RX');
    screen.getByRole('img', { name: 'Código QR de http://192.168.1.20:3000/KM47RX' });
    screen.getByText('Nutria 2');
    screen.getByText('17 pesos para 3: cada persona lleva varios.');
  });

  it('shows no QR code, and says why, where there is no address or the door is closed', () => {
    const room = openClass(3);
    project(seen(room), { address: { kind: 'none', reason: 'no-network' } });
    expect(screen.queryByRole('img', { name: /QR/u })).toBeNull();
    screen.getByText(/no está en ninguna red/u);
    cleanup();
    room.must(TEACHER, { kind: 'lock', locked: true });
    project(seen(room));
    expect(screen.queryByRole('img', { name: /QR/u })).toBeNull();
    screen.getByText(/La entrada está cerrada/u);
  });

  it('shows a name as it was typed, whatever it looks like', () => {
    const room = openClass(1);
    const name = '<svg/onload=alert()>';
    room.must({ role: 'newcomer' }, { kind: 'join', name: { name, free: true } });
    project(seen(room));
    screen.getByText(name);
  });
});

describe('a stage on the projector', () => {
  it('begins with the question to think about', () => {
    const room = openClass();
    room.next();
    project(seen(room));
    screen.getByRole('heading', { name: 'Adivinar' });
    screen.getByText(/¿bajará el error\?/u);
  });

  it('shows network and error without map or thumbnails where the class only guesses', () => {
    project(seen(classIn(STAGE.guess, 'nudge')));
    screen.getByRole('group', { name: 'La red' });
    expect(screen.queryByText('Lo que la red cree')).toBeNull();
    screen.getByRole('img', { name: /^Error de la red: 0 rondas/u });
  });

  it('shows the map where the class probes, and counts right answers once they are compared', () => {
    const room = classIn(STAGE.probe, 'predict');
    project(seen(room));
    screen.getByText('Lo que la red cree');
    expect(screen.queryByText('de 60 aciertos')).toBeNull();
    cleanup();
    room.next();
    project(seen(room));
    screen.getByText('de 60 aciertos');
  });

  it('says what goes on and what comes next in every phase of every stage, in both languages', () => {
    for (const stage of Object.values(STAGE)) {
      const room = openClass();
      room.enter(stage);
      for (let presses = 0; presses < 7; presses++) {
        room.next();
        const view = seen(room);
        const { container } = project(view, { words: presses % 2 === 0 ? SPANISH : ENGLISH });
        const foot = container.querySelector('footer .foot')?.textContent?.trim() ?? '';
        expect(foot.length, `${stage} ${view.round?.phase.kind}`).toBeGreaterThan(20);
        cleanup();
      }
    }
  });

  it('counts who has proposed, with the clock and the question', () => {
    const room = classIn(STAGE.probe, 'nudge');
    for (const parameter of parametersOf(room.state().owners, seatNumber(1))) {
      room.must(room.student(1), room.nudge(1, 1, parameter));
    }
    project(seen(room), { clock: { remainingMs: 5_400, totalMs: 20_000, isPaused: false } });
    screen.getByRole('img', { name: 'quedan 6 s' });
    screen.getByRole('progressbar', { name: '1 de 5 han propuesto' });
    screen.getByText(/¿bajará el error si tu peso sube o si baja\?/u);
  });
});

describe('the step on the projector', () => {
  it('shows the sum of effects beside what happened', () => {
    const room = classIn(STAGE.probe, 'nudge');
    room.must(room.student(1), room.nudge(1, 1));
    room.next();
    project(seen(room));
    screen.getByText('Cada peso por su lado, sumado');
    screen.getByText('Todos a la vez');
  });

  it('tells a round that was taken back as a discovery', () => {
    const room = classIn(STAGE.keepIfBetter, 'nudge', 17);
    for (let tries = 0; tries < 12 && seen(room).step?.takenBack !== true; tries++) {
      room.reach('nudge');
      for (let seat = 1; seat <= 17; seat++) room.ask(room.student(seat), room.nudge(seat, 1));
      if (seen(room).round?.phase.kind === 'nudge') room.next();
      if (seen(room).step?.takenBack !== true) room.next();
    }
    project(seen(room));
    screen.getByText('Se deshace');
    screen.getByText(/Ahora se sabe: por ahí no\./u);
  });

  it('says that rounds ran ahead', () => {
    const room = classIn(STAGE.guess, 'nudge');
    runAhead(room, 5);
    project(seen(room));
    screen.getByText('Varias rondas de una vez');
  });
});

describe('the backward pass on the projector', () => {
  it('opens a layer, works one weight of it, and sets its cost beside trying every weight', () => {
    const room = classIn(STAGE.backprop, 'backward');
    project(seen(room));
    screen.getByText('Capa de salida');
    screen.getByRole('img', { name: '1 de 2 capas abiertas' });
    screen.getByRole('heading', { name: /^El peso de la neurona \d a la respuesta$/u });
    screen.getByText('34 pasadas: dos por peso');
    screen.getByText('Media de los 60: la flecha');
  });
});

describe('what may lie over it', () => {
  it('asks for everybody’s eyes', () => {
    const room = classIn(STAGE.probe, 'nudge');
    room.must(TEACHER, { kind: 'attention', on: true });
    project(seen(room));
    screen.getByText('Miradas aquí');
  });

  it('turns grey and says so when the link is lost', () => {
    const { container } = project(seen(classIn(STAGE.probe, 'nudge')), { status: { kind: 'silent' } });
    screen.getByRole('alert');
    expect(container.querySelector('.stale')).not.toBeNull();
  });

  it('shows nothing of the class while the screen is dark', () => {
    const room = classIn(STAGE.probe, 'nudge');
    room.must(TEACHER, { kind: 'blank-screen', blank: true });
    project(seen(room));
    screen.getByText('La pantalla está apagada por un momento.');
    expect(screen.queryByText('KM4-7RX')).toBeNull();
    expect(screen.queryByRole('group', { name: 'La red' })).toBeNull();
  });

  it('ends with the curve, the best error and thanks', () => {
    const room = classIn(STAGE.guess, 'nudge');
    runAhead(room, 5);
    room.must(TEACHER, { kind: 'end-session' });
    project(seen(room));
    screen.getByRole('heading', { name: 'La clase ha terminado' });
    screen.getByText('Mejor error');
    screen.getByText(/Gracias por entrenar la red/u);
  });
});
