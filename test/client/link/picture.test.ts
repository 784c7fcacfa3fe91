import { describe, expect, it } from 'vitest';
import { applyFrame, pictureFrom } from '../../../client/link/picture.ts';
import type { Frame } from '../../../shared/wire/down.ts';

type View = { readonly loss: number; readonly round: number };
const before = pictureFrom<View>({
  epoch: 3,
  version: 10,
  clock: { kind: 'off', ageMs: 0 },
  view: { loss: 0.5, round: 1 },
});
const frame = (changes: Partial<Frame<View>>): Frame<View> => ({
  epoch: 3,
  from: 10,
  version: 14,
  clock: { kind: 'off', ageMs: 0 },
  changed: { loss: 0.4 },
  ...changes,
});

describe('what a phone sees, frame by frame', () => {
  it('takes the sections that changed and keeps the others', () => {
    expect(applyFrame(before, frame({}))).toEqual({
      kind: 'applied',
      picture: { epoch: 3, version: 14, view: { loss: 0.4, round: 1 } },
    });
  });

  it('leaves out a frame it already has, as after a catch-up that overlaps', () => {
    expect(applyFrame(before, frame({ from: 6, version: 10 }))).toEqual({ kind: 'old' });
  });

  it('takes a frame from a version to itself: the disk stopped answering, and no fact says so', () => {
    expect(applyFrame(before, frame({ version: 10 }))).toMatchObject({
      kind: 'applied',
      picture: { version: 10, view: { loss: 0.4 } },
    });
  });

  it.each([
    ['starts after where the picture stands', before, frame({ from: 12 })],
    ['starts before it and ends after it', before, frame({ from: 8 })],
    ['is of another opening of the room', before, frame({ epoch: 4 })],
    ['comes before any snapshot', null, frame({})],
  ])('asks again when a frame %s', (_, picture, given) => {
    expect(applyFrame(picture, given)).toEqual({ kind: 'gap' });
  });
});
