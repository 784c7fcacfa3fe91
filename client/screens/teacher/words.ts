import type { Words } from '../../state/words.svelte.ts';
import { COMMON_TEXT, type CommonText } from '../../text/common.ts';
import { CREATE_TEXT, type CreateText } from '../../text/create.ts';
import { CSV_TEXT, type CsvText } from '../../text/csv.ts';
import { SCRIPT_TEXT, type ScriptText } from '../../text/script.ts';
import { TEACHER_TEXT, type TeacherText } from '../../text/teacher.ts';

/** Everything the console says. */
export type TeacherTexts = {
  readonly common: CommonText;
  readonly teacher: TeacherText;
  readonly script: ScriptText;
};

export const TEACHER_TEXTS = {
  common: COMMON_TEXT,
  teacher: TEACHER_TEXT,
  script: SCRIPT_TEXT,
  create: CREATE_TEXT,
  csv: CSV_TEXT,
};

export type TeacherWords = Words<TeacherTexts>;

/** What is said where a class is opened, besides: nothing that a console needs. */
export type HomeWords = Words<TeacherTexts & { readonly create: CreateText; readonly csv: CsvText }>;
