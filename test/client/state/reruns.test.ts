import { describe, expect, it, vi } from 'vitest';
import type { RerunDesk } from '../../../client/replay/rerun-desk.ts';
import { runRerun } from '../../../client/replay/run-rerun.ts';
import { createReruns } from '../../../client/state/reruns.svelte.ts';
import { openRecording } from '../../../shared/recording/recording.ts';
import { fileOf, playLesson } from '../../helpers/class-recording.ts';

const bytes = fileOf(playLesson());
const { timeline } = openRecording(bytes);

/** A desk where work is done when it is time to, on this very thread. */
function workshop() {
  const jobs: (() => void)[] = [];
  let dismissed = 0;
  const hire: RerunDesk = (request, ontold) => {
    let isDismissed = false;
    jobs.push(() => runRerun(request, (report) => !isDismissed && ontold(report)));
    return () => {
      isDismissed = true;
      dismissed += 1;
    };
  };
  return { hire, work: () => jobs.splice(0).forEach((job) => job()), dismissed: () => dismissed };
}

describe('what if', () => {
  it('works the session out again, and comes to a curve with a point beside every point', () => {
    const shop = workshop();
    const reruns = createReruns(bytes, shop.hire);
    reruns.start({ kind: 'gradient' });
    expect(reruns.all).toMatchObject([{ progress: { kind: 'running', share: 0 } }]);
    shop.work();
    const [done] = reruns.all;
    if (done?.progress.kind !== 'done') throw new Error('it should be done');
    expect(done.progress.timeline.map(({ kind, round }) => ({ kind, round }))).toEqual(
      timeline.map(({ kind, round }) => ({ kind, round })),
    );
    expect(shop.dismissed()).toBe(1);
  });

  it('follows the gradient to a lower error than a class that tried', () => {
    const shop = workshop();
    const reruns = createReruns(bytes, shop.hire);
    reruns.start({ kind: 'gradient' });
    shop.work();
    const progress = reruns.all[0]?.progress;
    const last = progress?.kind === 'done' ? progress.timeline[timeline.length - 1] : undefined;
    expect(last?.figures.loss).toBeLessThan(timeline[timeline.length - 1]?.figures.loss ?? 0);
  });

  it('keeps several side by side, each seat once', () => {
    const reruns = createReruns(bytes, workshop().hire);
    for (const seat of [1, 2, 1]) reruns.start({ kind: 'without-seat', seat });
    reruns.start({ kind: 'gradient' });
    reruns.start({ kind: 'gradient' });
    expect(reruns.all).toHaveLength(3);
  });

  it('stops working on one that is taken away', () => {
    const shop = workshop();
    const reruns = createReruns(bytes, shop.hire);
    reruns.start({ kind: 'without-seat', seat: 2 });
    reruns.remove(reruns.all[0]?.id ?? 0);
    shop.work();
    expect(reruns.all).toEqual([]);
    expect(shop.dismissed()).toBe(1);
  });

  it('says so when a worker breaks', () => {
    const reruns = createReruns(bytes, (_, ontold) => {
      setTimeout(() => ontold({ kind: 'failed' }));
      return () => undefined;
    });
    reruns.start({ kind: 'gradient' });
    return vi.waitFor(() => expect(reruns.all[0]?.progress).toEqual({ kind: 'failed' }));
  });
});
