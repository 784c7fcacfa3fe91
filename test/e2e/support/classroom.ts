import type { Browser } from 'playwright-core';
import type { Language } from '../../../client/text/language.ts';
import {
  openBrowser,
  openDevice,
  type Device,
  type DeviceOptions,
  type Size,
  type Theme,
} from './browser.ts';
import type { Complaints } from './complaints.ts';
import { startServer, type ClassServer } from './server.ts';
import { studentPage, type StudentPage } from './student-page.ts';
import { teacherPage, type TeacherPage } from './teacher-page.ts';
import { TEXTS, type Texts } from './texts.ts';

/** A server, a browser, and devices that speak one language in one theme. */
export type Classroom = {
  readonly server: ClassServer;
  readonly browser: Browser;
  readonly text: Texts;
  /** A page of its own, at whatever address. */
  readonly device: (size: Size, more?: Partial<DeviceOptions>) => Promise<Device>;
  readonly teacher: (size?: Size) => Promise<TeacherPage>;
  readonly phone: (size?: Size, more?: Partial<DeviceOptions>) => Promise<StudentPage>;
  /** What all of them together had to complain of. */
  readonly complaints: Complaints;
  readonly close: () => Promise<void>;
};

export const LAPTOP: Size = { width: 1440, height: 900 };
export const PROJECTOR: Size = { width: 1920, height: 1080 };
export const PHONE: Size = { width: 390, height: 844 };
export const MIDDLING_PHONE: Size = { width: 360, height: 740 };
export const SMALL_PHONE: Size = { width: 320, height: 568 };

/** `everywhere`: what all devices have in common besides. */
export async function openClassroom(
  language: Language,
  theme: Theme,
  everywhere: Partial<DeviceOptions> = {},
): Promise<Classroom> {
  const server = await startServer();
  const browser = await openBrowser();
  const text: Texts = TEXTS[language];
  const devices: Device[] = [];
  const device: Classroom['device'] = async (size, more = {}) => {
    const opened = await openDevice(browser, server.url, { size, language, theme, ...everywhere, ...more });
    devices.push(opened);
    return opened;
  };
  return {
    server,
    browser,
    text,
    device,
    teacher: async (size = LAPTOP) => teacherPage(await device(size), text),
    phone: async (size = PHONE, more = {}) => studentPage(await device(size, { touch: true, ...more }), text),
    complaints: {
      faults: () => devices.flatMap(({ complaints }) => complaints.faults()),
      strangers: () => devices.flatMap(({ complaints }) => complaints.strangers()),
    },
    close: async () => {
      await browser.close();
      await server.stop();
    },
  };
}
