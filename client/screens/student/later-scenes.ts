import type { LaterText } from '../../text/later.ts';
import type { StudentText } from '../../text/student.ts';

/** What a phone does without until it is in the class: curves, the look inside a weight, the machine's stages. */
export async function loadLaterScenes(text: StudentText) {
  const [machine, draw, inside, curve, words] = await Promise.all([
    import('./Machine.svelte'),
    import('./Draw.svelte'),
    import('./Inside.svelte'),
    import('./StageCurve.svelte'),
    text.later(),
  ]);
  return {
    Machine: machine.default,
    Draw: draw.default,
    Inside: inside.default,
    StageCurve: curve.default,
    text: words satisfies LaterText,
  };
}

export type LaterScenes = Awaited<ReturnType<typeof loadLaterScenes>>;
