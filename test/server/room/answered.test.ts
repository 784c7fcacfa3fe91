import { describe, expect, it } from 'vitest';
import { createAnswered } from '../../../server/room/answered.ts';
import { ROOM_LIMITS } from '../../../server/room/room-limits.ts';
import type { Acknowledgement } from '../../../shared/wire/down.ts';

const DONE: Acknowledgement = { ok: true, epoch: 1, version: 7 };
const FULL: Acknowledgement = { ok: false, refusal: { code: 'store-full' } };

/** A room that answers with what the test says and counts how often it is asked. */
function room(answer: Acknowledgement) {
  let asked = 0;
  return {
    asked: () => asked,
    ask: () => {
      asked += 1;
      return Promise.resolve(answer);
    },
  };
}

describe("the teacher's button, pressed once and sent twice (P8)", () => {
  it('is done once, and both get the answer, even while the first is still on its way', async () => {
    const { once } = createAnswered();
    const { ask, asked } = room(DONE);
    const answers = await Promise.all([once('laptop', 1, ask), once('laptop', 1, ask)]);
    expect([...answers, await once('laptop', 1, ask)]).toEqual([DONE, DONE, DONE]);
    expect(asked()).toBe(1);
  });

  it('is another press from another device, or under another number', async () => {
    const { once } = createAnswered();
    const { ask, asked } = room(DONE);
    await once('laptop', 1, ask);
    await once('tablet', 1, ask);
    await once('laptop', 2, ask);
    expect(asked()).toBe(3);
  });

  it('is tried again when it was refused: nothing was done', async () => {
    const { once } = createAnswered();
    expect(await once('laptop', 1, room(FULL).ask)).toEqual(FULL);
    expect(await once('laptop', 1, room(DONE).ask)).toEqual(DONE);
  });

  it('is forgotten after many others', async () => {
    const { once } = createAnswered();
    const { ask, asked } = room(DONE);
    for (let seq = 1; seq <= ROOM_LIMITS.answersKept + 1; seq++) await once('laptop', seq, ask);
    await once('laptop', 2, ask);
    expect(asked()).toBe(ROOM_LIMITS.answersKept + 1);
  });
});
