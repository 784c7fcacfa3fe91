import type { RecordingHeader } from '../../../shared/recording/recording.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import { materialNow } from '../../../shared/projection/sections.ts';
import type { NetworkSpec } from '../../../shared/network/topology.ts';
import type { StageKind } from '../../../shared/session/stages.ts';
import type { Words } from '../../state/words.svelte.ts';
import { COMMON_TEXT, type CommonText } from '../../text/common.ts';
import { DOWNLOAD_TEXT, type DownloadText } from '../../text/download.ts';
import { HTTP_ERRORS_TEXT, type HttpErrorsText } from '../../text/http-errors.ts';
import { LESSONS_TEXT, type LessonsText } from '../../text/lessons.ts';
import { networkTextOf, type NetworkText } from '../../text/network-text.ts';
import { REPLAY_TEXT, type ReplayText } from '../../text/replay.ts';
import { SCREEN_TEXT, type ScreenText } from '../../text/screen.ts';
import { SCRIPT_TEXT, type ScriptText } from '../../text/script.ts';
import { SIGN_IN_TEXT, type SignInText } from '../../text/sign-in.ts';
import { STUDENT_TEXT, type StudentText } from '../../text/student.ts';
import { TEACHER_TEXT, type TeacherText } from '../../text/teacher.ts';
import { titleOf } from '../library/card-words.ts';
import type { Words as ScreenWords } from '../screen/words.ts';
import type { Words as StudentWords } from '../student/words.ts';

/** Everything the player says, and all that the pages it shows say. */
export type ReplayTexts = {
  readonly common: CommonText;
  readonly replay: ReplayText;
  readonly download: DownloadText;
  readonly signIn: SignInText;
  readonly lessons: LessonsText;
  readonly httpErrors: HttpErrorsText;
  readonly screen: ScreenText;
  readonly student: StudentText;
  readonly teacher: TeacherText;
  readonly script: ScriptText;
};

export const REPLAY_TEXTS = {
  common: COMMON_TEXT,
  replay: REPLAY_TEXT,
  download: DOWNLOAD_TEXT,
  signIn: SIGN_IN_TEXT,
  lessons: LESSONS_TEXT,
  httpErrors: HTTP_ERRORS_TEXT,
  screen: SCREEN_TEXT,
  student: STUDENT_TEXT,
  teacher: TEACHER_TEXT,
  script: SCRIPT_TEXT,
};

export type ReplayWords = Words<ReplayTexts>;

/** Decimals of an error, and of a weight, wherever the player writes one. */
export const LOSS_DECIMALS = 3;
export const WEIGHT_DECIMALS = 2;
export const EFFECT_DECIMALS = 4;

export function screenWords({ texts, numbers }: ReplayWords): ScreenWords {
  return { common: texts.common, text: texts.screen, numbers };
}

export function studentWords({ texts, numbers }: ReplayWords): StudentWords {
  return { common: texts.common, text: texts.student, numbers };
}

export function wordsOnNetwork({ texts }: ReplayWords, spec: NetworkSpec, state: SessionState): NetworkText {
  return networkTextOf(texts.common, spec, materialNow(state).data);
}

/** The name of a stage's stretch of the timeline. */
export function stageName({ texts }: ReplayWords, kind: StageKind): string {
  return texts.common.stages[kind].name;
}

/** What a recording is called where there may be another beside it: its title, and its day. */
export function recordingName(words: ReplayWords, header: RecordingHeader): string {
  const day = new Intl.DateTimeFormat(words.language, { day: 'numeric', month: 'long' });
  return `${titleOf(words, header)} · ${day.format(header.startedAtMs)}`;
}
