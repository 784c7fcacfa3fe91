// @vitest-environment happy-dom
import { describe, expect, it, onTestFinished } from 'vitest';
import { undoPoint } from '../../../client/screens/teacher/curve-points.ts';
import { intentsOf } from '../../../client/screens/teacher/intents.ts';
import { createKeyring } from '../../../client/screens/teacher/keyring.ts';
import { nextActionWords } from '../../../client/screens/teacher/next-action.ts';
import { lessonLink, pairingLink, placeOf, screenLink } from '../../../client/screens/teacher/place.ts';
import { actionOf } from '../../../client/screens/teacher/shortcuts.ts';
import { ownersAway } from '../../../client/screens/teacher/class-rows.ts';
import { memoryStorage } from '../../../client/state/storage.ts';
import { teacherView } from '../../../shared/projection/teacher-view.ts';
import type { TeacherView } from '../../../shared/projection/views.ts';
import { openClassroom, ROOM, TEACHER, type Classroom } from '../../helpers/classroom.ts';
import { SPANISH } from './console-words.ts';

const viewOf = (room: Classroom): TeacherView => teacherView(room.state(), room.roster());

describe('the one big button', () => {
  it('says what the server will do, all through a backprop round', () => {
    const room = openClassroom({ settings: { closeRule: 'teacher' } });
    room.join(17);
    expect(nextActionWords(viewOf(room), SPANISH)).toBe('Empezar la lección');
    room.enter(3);
    const said: string[] = [];
    for (let press = 0; press < 8; press++) {
      said.push(nextActionWords(viewOf(room), SPANISH));
      room.next();
    }
    expect(said).toEqual([
      'Abrir la ronda 1',
      'Pasar por la capa 2',
      'Comparar con la verdad',
      'Hacer volver el error',
      'Abrir la capa 1',
      'Pedir propuestas',
      'Cerrar la ronda y ajustar',
      'Seguir con la ronda 2',
    ]);
  });

  it('lets a paused class go on, and says when the class has ended', () => {
    const room = openClassroom();
    room.enter(0);
    room.must(TEACHER, { kind: 'pause' });
    expect(nextActionWords(viewOf(room), SPANISH)).toBe('Seguir');
    room.must(TEACHER, { kind: 'end-session' });
    expect(nextActionWords(viewOf(room), SPANISH)).toBe('La clase ha terminado');
  });
});

describe('undo', () => {
  it('goes back to what stood before the last round, and has nothing to undo at a stage’s start', () => {
    const room = openClassroom({ settings: { closeRule: 'teacher' } });
    room.bots(17);
    expect(undoPoint(viewOf(room))).toBeNull();
    room.enter(2);
    expect(undoPoint(viewOf(room))).toBeNull();
    const start = room.state().parameters;
    room.reach('adjust');
    const first = room.state().parameters;
    room.next();
    room.reach('adjust');
    const [intent] = intentsOf('undo', viewOf(room));
    if (intent?.kind !== 'go-back') throw new Error('there is a round to undo');
    room.must(TEACHER, intent);
    expect(room.state().parameters).toEqual(first);
    const [again] = intentsOf('undo', viewOf(room));
    if (again?.kind !== 'go-back') throw new Error('there is another round to undo');
    room.must(TEACHER, again);
    expect(room.state().parameters).toEqual(start);
  });
});

describe('the keys of the console', () => {
  const press = (key: string, target: Element = document.body, held: Partial<KeyboardEvent> = {}) =>
    actionOf({ key, ctrlKey: false, metaKey: false, altKey: false, repeat: false, target, ...held });

  it('do what the help says', () => {
    expect([' ', 'f', 'F', 'a', 'p', '.', 'b', 'z', '+', 'm', '?'].map((key) => press(key))).toEqual([
      'next',
      'fast-forward',
      'fast-forward',
      'attention',
      'automatic',
      'pause',
      'blank',
      'undo',
      'more-time',
      'machine',
      'help',
    ]);
  });

  it('leave a field, a dialog and the browser’s own keys alone', () => {
    onTestFinished(() => document.body.replaceChildren());
    document.body.innerHTML = '<input><dialog><button></button></dialog><button id="b"></button>';
    const find = (selector: string): Element => {
      const found = document.querySelector(selector);
      if (found === null) throw new Error(`no ${selector}`);
      return found;
    };
    expect(press('f', find('input'))).toBeNull();
    expect(press('f', find('dialog button'))).toBeNull();
    expect(press(' ', find('#b'))).toBeNull();
    expect(press('f', find('#b'))).toBe('fast-forward');
    expect(press('f', document.body, { ctrlKey: true })).toBeNull();
    expect(press(' ', document.body, { repeat: true })).toBeNull();
  });
});

describe('what the console asks for', () => {
  it('names the moment it means, so that two devices act once', () => {
    const room = openClassroom();
    room.join(1);
    room.enter(2);
    const view = viewOf(room);
    expect(intentsOf('next', view)).toEqual([{ kind: 'next', expected: view.serial }]);
    expect(intentsOf('fast-forward', view)).toEqual([
      { kind: 'fast-forward', expected: view.serial, rounds: 20 },
    ]);
  });

  it('asks for nothing after the end', () => {
    const room = openClassroom();
    room.must(TEACHER, { kind: 'end-session' });
    expect(intentsOf('next', viewOf(room))).toEqual([]);
    expect(intentsOf('attention', viewOf(room))).toEqual([]);
  });
});

describe('the teacher’s address', () => {
  it('gives its secrets in the fragment', () => {
    expect(placeOf({ pathname: '/teach', hash: '#key=abc' })).toEqual({
      code: null,
      key: 'abc',
      token: null,
      lesson: null,
    });
    const paired = new URL(pairingLink('http://192.168.1.20:3000', 'KM47RX', 'secret'));
    expect(placeOf(paired)).toEqual({ code: 'KM47RX', key: null, token: 'secret', lesson: null });
    expect(paired.search).toBe('');
  });

  it('holds a lesson in its fragment, and no key', () => {
    const link = new URL(lessonLink('http://192.168.1.20:3000', 'Wzd_-x'));
    expect(placeOf(link)).toEqual({ code: null, key: null, token: null, lesson: 'Wzd_-x' });
    expect(link.search).toBe('');
  });

  it('tells the projector which address the teacher chose, and nothing in the query but the language', () => {
    const link = new URL(
      screenLink('http://localhost:3000', 'KM47RX', 'look', 'http://192.168.1.20:3000', 'es'),
    );
    expect(link.search).toBe('?lang=es');
    expect(new URLSearchParams(link.hash.slice(1)).get('address')).toBe('http://192.168.1.20:3000');
  });
});

describe('the keyring', () => {
  it('keeps the keys of each class, and forgets those that no longer open', () => {
    const keyring = createKeyring(memoryStorage());
    keyring.keepSessionKeys('KM47RX', { session: 'one', teacherToken: 't', screenToken: 's' });
    keyring.keepSessionKeys('ZZZ222', { session: null, teacherToken: 'u', screenToken: null });
    expect(keyring.sessionKeys('KM47RX')).toEqual({
      session: 'one',
      teacherToken: 't',
      screenToken: 's',
    });
    keyring.forgetSessionKeys('KM47RX');
    expect(keyring.sessionKeys('KM47RX')).toBeNull();
    expect(keyring.sessionKeys('ZZZ222')).toEqual({
      session: null,
      teacherToken: 'u',
      screenToken: null,
    });
  });
});

describe('weights minded by the caretaker', () => {
  it('are those whose owners are all away, muted or gone', () => {
    const room = openClassroom();
    const [first] = room.join(17);
    if (first === undefined) throw new Error('seventeen joined');
    room.enter(0);
    const own = room.state().owners.findIndex((seats) => seats.includes(first));
    expect(ownersAway(viewOf(room).table, 17).size).toBe(0);
    room.must(ROOM, { kind: 'seat-disconnected', seat: first });
    room.must(ROOM, { kind: 'absence-grace-over', seat: first });
    expect([...ownersAway(viewOf(room).table, 17)]).toEqual([own]);
  });
});
