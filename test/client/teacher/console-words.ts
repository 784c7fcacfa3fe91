import type { TeacherWords } from '../../../client/screens/teacher/words.ts';
import { common as commonEn } from '../../../client/text/en/common.ts';
import { script as scriptEn } from '../../../client/text/en/script.ts';
import { teacher as teacherEn } from '../../../client/text/en/teacher.ts';
import { common as commonEs } from '../../../client/text/es/common.ts';
import { script as scriptEs } from '../../../client/text/es/script.ts';
import { teacher as teacherEs } from '../../../client/text/es/teacher.ts';
import { createNumbers } from '../../../client/text/numbers.ts';

const choose = async (): Promise<void> => undefined;

/** All the console says, as a page would have it loaded. */
export const SPANISH: TeacherWords = {
  language: 'es',
  texts: { common: commonEs, teacher: teacherEs, script: scriptEs },
  numbers: createNumbers('es'),
  choose,
};

export const ENGLISH: TeacherWords = {
  language: 'en',
  texts: { common: commonEn, teacher: teacherEn, script: scriptEn },
  numbers: createNumbers('en'),
  choose,
};
