import { findLesson, LESSONS } from '../../shared/lessons/catalogue.ts';
import { goalOf } from '../../shared/lessons/goals.ts';
import { stageAt } from './fared.ts';
import { goalInWords } from './goal-in-words.ts';
import { amountsTo, type Mixture } from './mixtures.ts';
import { SHARE_THAT_HOLDS, type Row } from './row.ts';

const INTRODUCTION = `# Can it be played?

Made by \`npm run playability -- --write\`; not to be edited. Simulated classes play every stage of every lesson through the real
\`decide\`. What is simulated, what a seed changes and what the goals mean is told in [lessons.md](lessons.md#measured).

Each cell: the share of classes that reach the stage's goal, the median of the rounds and minutes in which they do, and the median share of
right answers on new examples at the end. A row in bold must hold: at least ${SHARE_THAT_HOLDS} reach the goal, in classes of every size. The
others are only told.`;

/** The class's mixture as the page calls it, and whom it stands for where mixtures play alike. */
const NAMES: Readonly<Record<Mixture, string>> = {
  random: 'at random',
  'probing-20': 'probing, 20 % wrong',
  'probing-35': 'probing, 35 % wrong',
  copying: 'half copy',
  absent: 'half away',
  'contrary-10': '10 % contrary',
};

/** The whole measure as a page of documentation. */
export function playabilityPage(rows: readonly Row[]): string {
  const sizes = [...new Set(rows.map(({ seats }) => seats))];
  const sections = LESSONS.flatMap(({ id }) => {
    const own = rows.filter(({ lesson }) => lesson === id);
    return own.length === 0 ? [] : [lessonSection(id, own, sizes)];
  });
  return `${[INTRODUCTION, ...sections].join('\n\n')}\n`;
}

/** The head of every table. */
export function tableHead(sizes: readonly number[]): string {
  const cells = ['stage', 'class', ...sizes.map((size) => `${size}`)];
  return `| ${cells.join(' | ')} |\n| ${cells.map(() => '---').join(' | ')} |`;
}

function lessonSection(lesson: string, rows: readonly Row[], sizes: readonly number[]): string {
  const stages = [...new Set(rows.map(({ stageNumber }) => stageNumber))];
  const goals = stages.map((stage) => `${stage}. ${goalLine(lesson, stage - 1)}`);
  const lines = stages.flatMap((stage) =>
    tableLines(
      rows.filter(({ stageNumber }) => stageNumber === stage),
      sizes,
    ),
  );
  return `## \`${lesson}\`\n\n${goals.join('\n')}\n\n${[tableHead(sizes), ...lines].join('\n')}`;
}

function goalLine(lesson: string, index: number): string {
  const found = findLesson(lesson);
  const goal = goalOf(lesson, index);
  if (found === undefined || goal === undefined)
    throw new Error(`${lesson}, stage ${index + 1}, has no goal`);
  const stage = stageAt(found, index);
  return `\`${stage.kind}\`: ${goalInWords(goal, stage)}`;
}

/** One line for each mixture that is played by itself in this stage. */
function tableLines(rows: readonly Row[], sizes: readonly number[]): readonly string[] {
  const mixtures = [...new Set(rows.map(({ mixture }) => mixture))];
  return mixtures.flatMap((mixture) => {
    const own = rows.filter((row) => row.mixture === mixture);
    const [first] = own;
    if (first === undefined || !isPlayed(first)) return [];
    const cells = sizes.map((size) => cellOf(own.find(({ seats }) => seats === size)));
    const line = [`${first.stageNumber} \`${first.stage}\``, nameOf(first), ...cells];
    return [`| ${line.map((cell) => (first.goal === true ? `**${cell}**` : cell)).join(' | ')} |`];
  });
}

/** Of classes that are the same only one is shown. */
function isPlayed({ mixture, stage }: Row): boolean {
  return amountsTo(mixture, stage) === mixture;
}

/** A machine does the same whoever watches it. */
function nameOf({ mixture, stage }: Row): string {
  return isMachine(stage) ? 'any' : NAMES[mixture];
}

function isMachine(stage: Row['stage']): boolean {
  return stage === 'autopilot' || stage === 'stop' || stage === 'test';
}

function cellOf(row: Row | undefined): string {
  if (row === undefined) return '';
  const way = row.rounds === null ? '–' : `${row.rounds} (${row.minutes} min)`;
  const turn =
    row.bestRound === undefined
      ? ''
      : `, best at ${row.bestRound}, ${Math.round((row.riseBy60 ?? 0) * 100)} % worse by 60`;
  return `${row.reached.toFixed(2)}, ${way}, ${row.accuracyMedian.toFixed(2)}${turn}`;
}
