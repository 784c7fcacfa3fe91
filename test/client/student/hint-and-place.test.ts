import { describe, expect, it } from 'vitest';
import { headline, announcement } from '../../../client/screens/student/announce.ts';
import { nudgeHint, type NudgeMoment } from '../../../client/screens/student/nudge-hint.ts';
import { codeInPath, pathOf } from '../../../client/screens/student/place.ts';
import { sceneOf } from '../../../client/screens/student/scene.ts';
import { listOf, listOfSome } from '../../../client/screens/student/words.ts';
import { openClassroom } from '../../helpers/classroom.ts';
import { phoneWords, viewsOf } from '../../helpers/phone.ts';

const words = await phoneWords('es');
const MOMENT: NudgeMoment = {
  stage: 'probe',
  hasChosen: false,
  hasArrow: false,
  hints: true,
  progress: { proposed: 3, expected: 17 },
  stillOpen: -1,
};

describe('the line above the buttons', () => {
  it('says what this stage asks for, and nothing it will not show', () => {
    expect(nudgeHint(MOMENT, words)).toBe(words.text.beforeChoosing.probe);
    expect(nudgeHint({ ...MOMENT, hints: false }, words)).toBe(words.text.beforeChoosing.guess);
    expect(nudgeHint({ ...MOMENT, stage: 'backprop' }, words)).toBe(words.text.beforeChoosing.guess);
    expect(nudgeHint({ ...MOMENT, stage: 'backprop', hasArrow: true }, words)).toBe(
      words.text.beforeChoosing.backprop,
    );
  });

  it('sends on to a weight that is still open, then leaves time to change one’s mind', () => {
    const chosen = { ...MOMENT, hasChosen: true };
    expect(nudgeHint({ ...chosen, stillOpen: 1 }, words)).toContain('2');
    expect(nudgeHint(chosen, words)).toContain('3 de 17');
    expect(nudgeHint({ ...chosen, progress: { proposed: 17, expected: 17 } }, words)).toBe(
      words.text.lastChance,
    );
  });
});

describe('the address of a class', () => {
  it.each([
    ['/KM4-7RX', 'KM47RX'],
    ['/km47rx', 'KM47RX'],
    ['/', ''],
    ['/KM4', ''],
  ])('%s opens %j', (path, code) => {
    expect(codeInPath(path)).toBe(code);
  });

  it('is written as people read it, and keeps a language that was asked for', () => {
    expect(pathOf('KM47RX', '?lang=en')).toBe('/KM4-7RX?lang=en');
    expect(pathOf('', '')).toBe('/');
  });
});

describe('what a reader hears', () => {
  it('is told once where the class is, in the words on the screen', () => {
    const room = openClassroom();
    room.join(1);
    room.enter(0);
    room.reach('nudge');
    const { view, seat } = viewsOf(room, 1);
    const scene = sceneOf({ kind: 'live', slow: false }, view, seat);
    expect(headline(scene, words)).toBe('Ronda 1 · Proponer');
    expect(announcement(scene, words)).toContain(words.common.nudgeQuestion);
  });

  it('lists names as the language does', () => {
    expect(listOf(['Zoe'], 'y')).toBe('Zoe');
    expect(listOf(['Zoe', 'Marco'], 'y')).toBe('Zoe y Marco');
    expect(listOf(['tú', 'Zoe', 'Marco'], 'y')).toBe('tú, Zoe y Marco');
    expect(listOfSome(['Zoe', 'Marco'], 0, words)).toBe('Zoe y Marco');
    expect(listOfSome(['Zoe', 'Marco'], 53, words)).toBe('Zoe, Marco y 53 más');
  });
});
