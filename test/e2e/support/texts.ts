import { common as commonEn } from '../../../client/text/en/common.ts';
import { create as createEn } from '../../../client/text/en/create.ts';
import { csv as csvEn } from '../../../client/text/en/csv.ts';
import { download as downloadEn } from '../../../client/text/en/download.ts';
import { httpErrors as httpErrorsEn } from '../../../client/text/en/http-errors.ts';
import { join as joinEn } from '../../../client/text/en/join.ts';
import { later as laterEn } from '../../../client/text/en/later.ts';
import { library as libraryEn } from '../../../client/text/en/library.ts';
import { report as reportEn } from '../../../client/text/en/report.ts';
import { replay as replayEn } from '../../../client/text/en/replay.ts';
import { screen as screenEn } from '../../../client/text/en/screen.ts';
import { student as studentEn } from '../../../client/text/en/student.ts';
import { teacher as teacherEn } from '../../../client/text/en/teacher.ts';
import { common as commonEs } from '../../../client/text/es/common.ts';
import { create as createEs } from '../../../client/text/es/create.ts';
import { csv as csvEs } from '../../../client/text/es/csv.ts';
import { download as downloadEs } from '../../../client/text/es/download.ts';
import { httpErrors as httpErrorsEs } from '../../../client/text/es/http-errors.ts';
import { join as joinEs } from '../../../client/text/es/join.ts';
import { later as laterEs } from '../../../client/text/es/later.ts';
import { library as libraryEs } from '../../../client/text/es/library.ts';
import { report as reportEs } from '../../../client/text/es/report.ts';
import { replay as replayEs } from '../../../client/text/es/replay.ts';
import { screen as screenEs } from '../../../client/text/es/screen.ts';
import { student as studentEs } from '../../../client/text/es/student.ts';
import { teacher as teacherEs } from '../../../client/text/es/teacher.ts';
import type { Language } from '../../../client/text/language.ts';

/** The sentences a class should see in its language, from the same dictionaries the pages load. */
export const TEXTS = {
  es: {
    common: commonEs,
    create: createEs,
    csv: csvEs,
    download: downloadEs,
    httpErrors: httpErrorsEs,
    join: joinEs,
    later: laterEs,
    library: libraryEs,
    report: reportEs,
    replay: replayEs,
    screen: screenEs,
    student: studentEs,
    teacher: teacherEs,
  },
  en: {
    common: commonEn,
    create: createEn,
    csv: csvEn,
    download: downloadEn,
    httpErrors: httpErrorsEn,
    join: joinEn,
    later: laterEn,
    library: libraryEn,
    report: reportEn,
    replay: replayEn,
    screen: screenEn,
    student: studentEn,
    teacher: teacherEn,
  },
} as const satisfies Record<Language, object>;

export type Texts = (typeof TEXTS)[Language];
