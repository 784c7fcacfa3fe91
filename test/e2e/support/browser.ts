import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { Language } from '../../../client/text/language.ts';
import { watchComplaints, type Complaints } from './complaints.ts';

const PROGRAM = 'chromium-headless-shell';
/** No sandbox, because tests run as root in containers; the rest keeps the browser from calling home. */
const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP clase.local 127.0.0.1',
];
/** A name as a school's network gives it: to a browser, http under it is no secure context, as loopback would be. */
export const SCHOOL_NAME = 'clase.local';
const PATIENCE_MS = 15_000;

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: pathOf(PROGRAM), args: FLAGS });
}

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
export type Size = { readonly width: number; readonly height: number };

export type DeviceOptions = {
  readonly size: Size;
  readonly language: Language;
  readonly theme: Theme;
  /** Phones are touched and have no mouse. */
  readonly touch?: boolean;
  readonly reducedMotion?: boolean;
};

/** One person's device, with storage of its own. */
export type Device = {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What any of its pages had to complain of. */
  readonly complaints: Complaints;
};

export async function openDevice(browser: Browser, url: string, options: DeviceOptions): Promise<Device> {
  const { size, language, theme, touch = false, reducedMotion = false } = options;
  const context = await browser.newContext({
    baseURL: url,
    viewport: size,
    locale: language === 'es' ? 'es-MX' : 'en-GB',
    colorScheme: theme,
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
    hasTouch: touch,
    isMobile: touch,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const complaints = await watchComplaints(context, url);
  return { context, page: await context.newPage(), complaints };
}

function pathOf(program: string): string {
  const path = (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find(isExecutable);
  if (path === undefined) throw new Error(`${program} is not installed; "npm test" installs it`);
  return path;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
