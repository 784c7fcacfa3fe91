import type { Page } from 'playwright-core';
import type { Classroom } from './classroom.ts';
import type { ScreenPage } from './screen-page.ts';
import type { Sent } from './sent.ts';
import type { StudentPage } from './student-page.ts';
import type { TeacherPage } from './teacher-page.ts';
import type { Texts } from './texts.ts';

/** Everybody in the class that plays a whole lesson. */
export type Cast = {
  readonly room: Classroom;
  readonly text: Texts;
  readonly teacher: TeacherPage;
  readonly screen: ScreenPage;
  readonly ana: StudentPage;
  readonly beto: StudentPage;
  readonly caro: StudentPage;
  /** What reached the pages that must not know everything: two phones and the projector. */
  readonly sent: readonly Sent[];
  /** Keeps pictures of several pages as they are in the same moment, each by its name. */
  readonly keep: (...pictures: readonly (readonly [page: Page, name: string])[]) => Promise<void>;
};
