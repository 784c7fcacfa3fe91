import type { Scene } from './scene.ts';
import type { Words } from './words.ts';

/** The line above everything: "Ronda 3 · Proponer". */
export function headline(scene: Scene, words: Words): string {
  const { common, text } = words;
  switch (scene.kind) {
    case 'loading':
    case 'gone':
    case 'ended':
    case 'attention':
    case 'waiting':
      return common.product;
    case 'lobby':
    case 'draw':
      return text.lobby;
    case 'intro':
      return scene.stage.index < 0
        ? text.practice
        : text.stageOf(scene.stage.index + 1, scene.stage.stages.length);
    case 'machine':
      // Its rounds are the machine's steps: a number that runs on its own says nothing to a class.
      return common.stages[scene.stage.kind].name;
    case 'late':
    case 'watch':
    case 'nudge':
    case 'adjust': {
      const round = scene.stage.index < 0 ? text.practice : common.roundNumber(scene.round.id);
      return `${round} · ${common.phases[scene.round.phase.kind]}`;
    }
  }
}

/** What a reader hears when the scene changes: once for each, and nothing about figures that keep moving. */
export function announcement(scene: Scene, words: Words): string {
  const { common, text } = words;
  switch (scene.kind) {
    case 'gone':
      return text.gone[scene.reason].title;
    case 'ended':
      return text.endedTitle;
    case 'attention':
      return text.attention;
    case 'waiting':
      return text.waitingTitle;
    case 'lobby':
      return text.inside;
    case 'draw':
      return text.draw;
    case 'intro':
      return `${headline(scene, words)}. ${common.stages[scene.stage.kind].name}.`;
    case 'late':
      return text.lateTitle;
    case 'watch':
      return `${headline(scene, words)}. ${text.watch[scene.phase.kind].title}.`;
    case 'machine':
      // The machine's rounds go by too fast to be read out one by one.
      return text.machine[scene.phase.kind];
    case 'nudge':
      return `${headline(scene, words)}. ${common.nudgeQuestion}`;
    case 'adjust':
      return `${headline(scene, words)}. ${adjusted(scene, words)}`;
    case 'loading':
      return '';
  }
}

function adjusted({ step }: Extract<Scene, { kind: 'adjust' }>, { common, text, numbers }: Words): string {
  const after = numbers.figure(step.lossAfter, 3);
  if (step.takenBack) return `${text.takenBack}. ${text.discovery(after)}`;
  const way =
    step.lossAfter < step.lossBefore
      ? common.falls
      : step.lossAfter > step.lossBefore
        ? common.rises
        : common.same;
  return `${common.error}: ${after}, ${way}.`;
}
