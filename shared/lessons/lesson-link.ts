import { fromBase64Url, toBase64Url } from './base64url.ts';
import { readLesson, type Lesson } from './lesson.ts';
import { stageOf } from './stage-of.ts';

/** Longer links are cut by messengers; a lesson with a table of its own travels as a file. */
export const LINK_CHARACTERS_MOST = 8000;

/** Raised when the short form changes, or what is usual: an older link must not mean something else, nor look broken. */
const VERSION = 1;

/**
 * A lesson with all its settings as the fragment of a link, without its #; null for one that is too long. It holds
 * letters, digits, - and _ alone, and is short because what is as usual is left out and lists stand for records.
 */
export function lessonToFragment(lesson: Lesson): string | null {
  const { id, title, network, data, start, stages, settings, seatCap, parametersPerSeat } = lesson;
  const short = [
    VERSION,
    id,
    network,
    data,
    start,
    stages.map(shortStage),
    settings,
    seatCap,
    parametersPerSeat,
    ...(title === undefined ? [] : [title]),
  ];
  const fragment = toBase64Url(JSON.stringify(short));
  return fragment.length > LINK_CHARACTERS_MOST ? null : fragment;
}

/** The lesson of a link, or every sentence about what is wrong with it. */
export function lessonFromFragment(fragment: string): ReturnType<typeof readLesson> {
  if (fragment.length > LINK_CHARACTERS_MOST) return { problems: ['link: longer than any of ours'] };
  const short = parsed(fragment);
  if (!Array.isArray(short))
    return { problems: ['link: it is not whole; copy it again from its first letter to its last'] };
  const [version, id, network, data, start, stages, settings, seatCap, parametersPerSeat, title] = short;
  if (version !== VERSION) return { problems: ['link: it was made by another version of Descenso'] };
  return readLesson({
    id,
    ...(title === undefined ? {} : { title }),
    network,
    data,
    start,
    stages: Array.isArray(stages) ? stages.map(longStage) : stages,
    settings,
    seatCap,
    parametersPerSeat,
  });
}

type StagePlan = Lesson['stages'][number];

/** A stage as what is not usual about it. */
function shortStage(stage: StagePlan): readonly unknown[] {
  const { kind, minutes, rounds, ...rest } = stage;
  const usual: Readonly<Record<string, unknown>> = stageOf({ kind, minutes, rounds });
  const unusual = Object.entries(rest).filter(([key, value]) => value !== usual[key]);
  return [kind, minutes, rounds, ...(unusual.length > 0 ? [Object.fromEntries(unusual)] : [])];
}

/** Whatever was written is filled up and passed on: readLesson says what is wrong with it. */
function longStage(short: unknown): unknown {
  if (!Array.isArray(short)) return short;
  const [kind, minutes, rounds, unusual] = short;
  return { ...stageOf({ kind, minutes, rounds }), ...unusual };
}

function parsed(fragment: string): unknown {
  const text = fromBase64Url(fragment);
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null; // no JSON: a link that was cut
  }
}
