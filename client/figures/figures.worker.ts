import { figuresOf } from './compute-figures.ts';
import type { Figures, FiguresRequest } from './figures.ts';

/** The pictures' own thread: forty thousand tanh an animation frame are none of the page's business. */
let compute: ((parameters: readonly number[]) => Figures) | null = null;

self.addEventListener('message', ({ data }: MessageEvent<FiguresRequest>): void => {
  if (data.kind === 'subject') {
    compute = figuresOf(data.subject);
    return;
  }
  const figures = compute?.(data.parameters);
  if (figures === undefined) return;
  self.postMessage(figures, { transfer: [figures.pictures.buffer, figures.answers.buffer] });
});
