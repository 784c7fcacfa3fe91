import type { ClassSection } from '../../../shared/projection/views.ts';
import type { NetworkSpec, Topology } from '../../../shared/network/topology.ts';
import type { StageKind } from '../../../shared/session/stages.ts';
import { lossFigure } from '../../parts/cost-curves.ts';
import type { CommonText } from '../../text/common.ts';
import { className, classWords, featureWords } from '../../text/data-words.ts';
import type { FeatureWords } from '../../text/feature-words.ts';
import { networkTextOf, type NetworkText } from '../../text/network-text.ts';
import type { Numbers } from '../../text/numbers.ts';
import { rateFigure as writtenRate } from '../../text/rate-figure.ts';
import type { ScreenText } from '../../text/screen.ts';
import { weightEnds } from '../../text/weight-ends.ts';

/** One language, whole: every sentence and how figures are written. */
export type Words = { readonly common: CommonText; readonly text: ScreenText; readonly numbers: Numbers };

/** Decimals of the error wherever the whole class looks at it. */
export const LOSS_DECIMALS = 3;

/** A learning rate as it was set: no digit more, and never more than four decimals. */
export function rateFigure({ numbers }: Words, rate: number): string {
  return writtenRate(numbers, rate);
}

/** An error however large; a network that exploded may be far beyond decimals. */
export function lossWords({ common, numbers }: Words, loss: number): string {
  return lossFigure(numbers, loss) ?? common.costCurves.endless;
}

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
  return networkTextOf(words.common, spec, who);
}

/** "Era un perro": what an example turned out to be; a class we have no sentence for is named alone. */
export function truthOf({ common, text }: Words, key: string): string {
  return new Map<string, string>(Object.entries(text.wasA)).get(key) ?? text.wasNamed(className(common, key));
}

/** "de las orejas a la neurona 1", "sesgo de la neurona 2"; empty for a parameter the network has not. */
export function weightName(words: Words, topology: Topology, parameter: number, who: ClassSection): string {
  const known = topology.parameters[parameter];
  if (known === undefined) return '';
  const { common } = words;
  return common.weightTitle(
    weightEnds(topology.spec, known),
    featuresOf(words, who),
    classWords(common, who.classNames),
  );
}
