import type { ClassSection } from '../../../shared/projection/views.ts';
import type { NetworkSpec } from '../../../shared/network/topology.ts';
import type { StageKind } from '../../../shared/session/stages.ts';
import type { CommonText } from '../../text/common.ts';
import { featureWords } from '../../text/data-words.ts';
import type { FeatureWords } from '../../text/feature-words.ts';
import { networkText, type NetworkText } from '../../text/network-text.ts';
import type { Numbers } from '../../text/numbers.ts';
import type { ScreenText } from '../../text/screen.ts';

/** One language, whole: every sentence and how figures are written. */
export type Words = { readonly common: CommonText; readonly text: ScreenText; readonly numbers: Numbers };

/** Decimals of the error wherever the whole class looks at it. */
export const LOSS_DECIMALS = 3;

/** The lesson's title; a teacher's own lesson goes by the name it was given. */
export function lessonTitle({ text }: Pick<Words, 'text'>, lesson: string): string {
  return new Map(Object.entries(text.lessons)).get(lesson)?.title ?? lesson;
}

/** "Etapa 2 de 4 · Probar cada peso", or the practice round. */
export function stageTitle({ common, text }: Words, kind: StageKind, index: number, all: number): string {
  return index < 0 ? text.practiceStage : text.stageOf(index + 1, all, common.stages[kind].name);
}

/** The name of a band on the curve. */
export function bandName({ common, text }: Words, index: number, kind: StageKind | undefined): string {
  return kind === undefined ? text.stageAlone(index + 1) : common.stages[kind].name;
}

export function featuresOf({ common }: Words, { featureNames }: ClassSection): readonly FeatureWords[] {
  return featureWords(common, featureNames);
}

export function wordsOnNetwork(words: Words, spec: NetworkSpec, who: ClassSection): NetworkText {
  return networkText(words.common, spec, featuresOf(words, who));
}

/** "Era un perro": what an example turned out to be; a class we have no words for is named alone. */
export function truthOf({ text }: Words, key: string): string {
  return new Map<string, string>(Object.entries(text.wasA)).get(key) ?? key;
}
