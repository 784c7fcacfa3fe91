import { figuresOf } from './compute-figures.ts';
import type { Figures, FiguresRequest, FiguresSubject } from './figures.ts';
import { hireWorker } from '../workers/hire-worker.ts';

/** Makes pictures off the page's thread. At most one set is being made; of those asked for meanwhile, the last counts. */
export type Draughtsman = {
  readonly draw: (parameters: readonly number[]) => void;
  readonly dismiss: () => void;
};

/** Where the work is done: a worker, or the page itself where a worker may not start. */
type Desk = { readonly ask: (parameters: readonly number[]) => void; readonly close: () => void };

/**
 * Hires somebody to draw this subject.
 * @param ondrawn gets every finished set, in the order asked for
 */
export function hireDraughtsman(subject: FiguresSubject, ondrawn: (figures: Figures) => void): Draughtsman {
  let isBusy = false;
  let waiting: readonly number[] | null = null;
  const desk = openDesk(subject, (figures) => {
    isBusy = false;
    if (waiting !== null) draw(waiting);
    ondrawn(figures);
  });

  function draw(parameters: readonly number[]): void {
    waiting = isBusy ? parameters : null;
    if (isBusy) return;
    isBusy = true;
    desk.ask(parameters);
  }

  return { draw, dismiss: desk.close };
}

function openDesk(subject: FiguresSubject, ondone: (figures: Figures) => void): Desk {
  try {
    return workerDesk(hireWorker('figures'), subject, ondone);
  } catch {
    // No workers here: an old browser, or a policy that forbids them. Pictures then cost the page a little time.
    return pageDesk(subject, ondone);
  }
}

function workerDesk(worker: Worker, subject: FiguresSubject, ondone: (figures: Figures) => void): Desk {
  let fallback: Desk | null = null;
  let asked: readonly number[] | null = null;
  const post = (request: FiguresRequest): void => worker.postMessage(request);
  worker.addEventListener('message', ({ data }: MessageEvent<Figures>) => {
    asked = null;
    ondone(data);
  });
  worker.addEventListener('error', () => {
    fallback ??= pageDesk(subject, ondone);
    if (asked !== null) fallback.ask(asked);
    asked = null;
  });
  post({ kind: 'subject', subject });
  return {
    ask: (parameters) => {
      if (fallback !== null) {
        fallback.ask(parameters);
        return;
      }
      asked = parameters;
      post({ kind: 'parameters', parameters });
    },
    close: () => {
      fallback?.close();
      worker.terminate();
    },
  };
}

/** One set a frame at most, so that the page still breathes between two. */
function pageDesk(subject: FiguresSubject, ondone: (figures: Figures) => void): Desk {
  const compute = figuresOf(subject);
  let frame = 0;
  return {
    ask: (parameters) => {
      frame = requestAnimationFrame(() => ondone(compute(parameters)));
    },
    close: () => cancelAnimationFrame(frame),
  };
}
