import { expect, it } from 'vitest';
import { createSeatPost } from '../../../server/room/seat-post.ts';
import { openRoomClass } from '../../helpers/room-class.ts';

it('tells a seat what is as it was told long ago, where whoever holds it now was told otherwise', async () => {
  const pets = await openRoomClass({ closeRule: 'teacher', roundSeconds: null });
  const [seat] = await pets.join(1);
  if (seat === undefined) throw new Error('somebody joined');
  await pets.reach('nudge');
  const open = pets.room.standing();
  await pets.nudge(seat);
  const proposed = pets.room.standing();

  const post = createSeatPost(1);
  const tell = (standing: typeof open): number => {
    post.note([{ type: 'seat-connected', seat }], standing);
    return post.collectAll(standing).length;
  };
  expect([tell(open), tell(open)]).toEqual([1, 0]);
  expect(post.forHolder(proposed, seat)?.name).toBe('seat');
  expect([tell(proposed), tell(open)]).toEqual([0, 1]);
});
