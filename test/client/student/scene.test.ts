import { describe, expect, it } from 'vitest';
import { sceneOf, type SceneKind } from '../../../client/screens/student/scene.ts';
import { noticeOf } from '../../../client/screens/student/notice.ts';
import type { LinkStatus } from '../../../client/link/status.ts';
import { openClassroom, ROOM, TEACHER, type Classroom } from '../../helpers/classroom.ts';
import { viewsOf } from '../../helpers/phone.ts';

const LIVE = { kind: 'live', slow: false } as const;

function classOf(students: number): Classroom {
  const room = openClassroom();
  room.must(ROOM, { kind: 'teacher-connected' });
  room.join(students);
  return room;
}

function sceneNow(room: Classroom, seat = 1, status: LinkStatus = LIVE): SceneKind {
  const { view, seat: own } = viewsOf(room, seat);
  return sceneOf(status, view, own).kind;
}

describe('a phone is never empty', () => {
  it('waits in the lobby, meets the stage, watches, proposes and sees what came of it', () => {
    const room = classOf(2);
    expect(sceneNow(room)).toBe('lobby');
    room.enter(0);
    expect(sceneNow(room)).toBe('intro');
    room.next();
    expect(sceneNow(room)).toBe('watch');
    room.reach('nudge');
    expect(sceneNow(room)).toBe('nudge');
    room.reach('adjust');
    expect(sceneNow(room)).toBe('adjust');
    room.must(TEACHER, { kind: 'end-session' });
    expect(sceneNow(room)).toBe('ended');
  });

  it('tells somebody who joins in mid-round that the next one brings a weight', () => {
    const room = classOf(2);
    room.enter(0);
    room.reach('nudge');
    const [late] = room.join(1);
    expect(sceneNow(room, late)).toBe('late');
    room.reach('adjust');
    room.next();
    expect(sceneNow(room, late)).toBe('watch');
  });

  it('says that it is connecting before anything has come', () => {
    expect(sceneOf({ kind: 'connecting' }, null, null).kind).toBe('loading');
  });

  it('shows nothing but "look at the screen" while the teacher wants attention', () => {
    const room = classOf(1);
    room.enter(0);
    room.must(TEACHER, { kind: 'attention', on: true });
    expect(sceneNow(room)).toBe('attention');
  });

  it('says why it was let go, except that an ended class is simply over', () => {
    const room = classOf(1);
    const removed: LinkStatus = { kind: 'gone', reason: 'removed' };
    expect(sceneNow(room, 1, removed)).toBe('gone');
    room.must(TEACHER, { kind: 'end-session' });
    expect(sceneNow(room, 1, { kind: 'gone', reason: 'ended' })).toBe('ended');
  });
});

describe('the line above the scene', () => {
  const noticeNow = (room: Classroom, status: LinkStatus = LIVE) => {
    const { view, seat } = viewsOf(room, 1);
    return noticeOf(status, view, seat);
  };

  it('says nothing while all is well', () => {
    expect(noticeNow(classOf(1))).toBeNull();
  });

  it('says that the teacher is away, that the class is paused, and above all that the link is lost', () => {
    const room = classOf(1);
    room.enter(0);
    room.must(ROOM, { kind: 'teacher-disconnected' });
    expect(noticeNow(room)).toBe('teacher-away');
    room.must(TEACHER, { kind: 'pause' });
    expect(noticeNow(room)).toBe('paused');
    const { view, seat } = viewsOf(room, 1);
    expect(noticeOf(LIVE, { ...view, pause: ['teacher', 'store'] }, seat)).toBe('saving');
    expect(noticeNow(room, { kind: 'silent' })).toBe('lost');
    expect(noticeNow(room, { kind: 'reconnecting' })).toBe('lost');
  });

  it('tells a muted student, so that nobody wonders why nothing happens', () => {
    const room = classOf(1);
    room.must(TEACHER, { kind: 'mute-seat', seat: 1, muted: true });
    expect(noticeNow(room)).toBe('muted');
  });
});
