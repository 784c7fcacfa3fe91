import { afterEach, beforeEach } from 'vitest';

/**
 * For tests that are the acts of one story: after one has failed the rest could only fail too, and late.
 * @param witness keeps what there was to see when one failed
 */
export function actsOfOneStory(witness: () => Promise<void>): void {
  let broken = false;
  beforeEach(({ skip }) => {
    if (broken) skip();
  });
  afterEach(async ({ task }) => {
    if (broken || task.result?.state !== 'fail') return;
    broken = true;
    await witness();
  });
}
