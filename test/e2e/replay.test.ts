import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../client/text/language.ts';
import { nudgeAll, openLiveClass, patiently } from '../helpers/live-class.ts';
import { LAPTOP, openClassroom, PROJECTOR, SMALL_PHONE, type Classroom } from './support/classroom.ts';
import { actsOfOneStory } from './support/in-order.ts';
import { inspect, inspectSizes } from './support/inspect.ts';
import { pictureEverything } from './support/screenshots.ts';
import { TEXTS } from './support/texts.ts';

const STUDENTS = 30;
const PROBE = 2;
/** A frame at 60 a second. Reading is the test's to measure; how fast this machine paints is not ours to promise. */
const FRAME_MS = 1_000 / 60;

describe('a recorded class of 30, played again', () => {
  let room: Classroom;
  let page: Page;
  let id: string;
  let faults: () => readonly string[];
  let file: Buffer;

  beforeAll(async () => {
    room = await openClassroom('es', 'light');
    id = await playClass(room.server.url);
    const device = await room.device(LAPTOP, { reducedMotion: true });
    ({ page } = device);
    ({ faults } = device.complaints);
  });
  afterAll(() => room.close());
  actsOfOneStory(() => pictureEverything(room.browser));

  const text = () => room.text.replay;
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
  const slider = (): Locator => page.getByRole('slider', { name: text().timeline });
  const dialog = (): Locator => page.getByRole('dialog');
  const version = async (): Promise<number> => Number(await slider().getAttribute('aria-valuenow'));
  const where = async (): Promise<string> => (await slider().getAttribute('aria-valuetext')) ?? '';
  const see = (name: string): Promise<void> => page.getByText(name, { exact: true }).first().click();

  it('asks for the teacher key, and opens', async () => {
    await page.goto(`/replay/${id}`);
    await page.getByLabel(room.text.teacher.signIn.key).fill(room.server.key);
    await button(room.text.teacher.signIn.enter).click();
    await slider().waitFor();
    expect(await where()).toContain(text().before);
  });

  it('moves by its keys, and the address follows', async () => {
    await page.keyboard.press('PageDown');
    expect(await where()).toContain(room.text.common.stages.probe.name);
    const stage = await version();
    await page.keyboard.press('ArrowRight');
    expect(await version()).toBeGreaterThan(stage);
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    expect(await where()).toContain(text().roundOf(2, 13));
    const at = await version();
    await page.waitForURL(new RegExp(`at=${at}(?:&|$)`, 'u'));
    await page.reload();
    await slider().waitFor();
    expect(await version()).toBe(at);
  });

  it('plays, and pauses', async () => {
    const before = await version();
    await page.keyboard.press('6');
    await page.keyboard.press(' ');
    await expect.poll(version).toBeGreaterThan(before);
    await page.keyboard.press(' ');
    await button(text().play).waitFor();
  });

  it('seeks anywhere within a frame', async () => {
    const box = await slider().boundingBox();
    if (box === null) throw new Error('the timeline should be on the page');
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + 12, y);
    await page.mouse.down();
    await page.evaluate(measureSeeks);
    for (let step = 0; step <= 60; step++)
      await page.mouse.move(box.x + 12 + ((box.width - 24) * step) / 60, y);
    const seeks = await page.evaluate(() => Reflect.get(globalThis, 'seeks') as number[]); // put there by measureSeeks
    await page.mouse.up();
    const sorted = [...seeks].sort((one, other) => one - other);
    const median = sorted[Math.floor(sorted.length / 2)] ?? Infinity;
    console.info(
      `seek: median ${median.toFixed(1)} ms, p95 ${sorted[Math.floor(sorted.length * 0.95)]?.toFixed(1)} ms`,
    );
    expect(await where()).toContain(text().after);
    expect(median).toBeLessThan(4 * FRAME_MS);
  });

  it('shows any moment as the screen, the teacher or a student saw it', async () => {
    await page.keyboard.press('Home');
    await page.keyboard.press('PageDown');
    for (let round = 0; round < 2; round++) await page.keyboard.press('Shift+ArrowRight');
    await page.waitForTimeout(600);
    await inspect(page, { state: 'replay-network' });
    for (const viewer of ['screen', 'teacher', 'seat'] as const) {
      await see(text().viewer[viewer]);
      await inspect(page, { state: `replay-${viewer}` });
    }
    await see(text().viewer.overview);
    await inspectSizes(page, 'replay', [SMALL_PHONE, { width: 1024, height: 768 }, PROJECTOR]);
  });

  it('follows one weight through the session', async () => {
    await page.getByLabel(text().follow.title).selectOption({ index: 4 });
    await page.getByText(text().follow.value, { exact: true }).waitFor();
    await page.waitForURL(/follow=weight-3/u);
    await inspect(page, { state: 'replay-follow' });
  });

  it('is worked out again by the gradient, as a second curve', async () => {
    await button(text().whatIf.button).click();
    await dialog().getByText(text().whatIf.gradient).click();
    await inspect(page, { state: 'replay-what-if' });
    await dialog().getByRole('button', { name: text().whatIf.compute }).click();
    await page
      .getByRole('status')
      .filter({ hasText: new RegExp(`^${text().whatIf.nameGradient}$`, 'u') })
      .waitFor();
    await inspect(page, { state: 'replay-second-curve' });
  });

  it('is taken away as a file, and seen beside itself', async () => {
    await button(text().download).click();
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      dialog().getByRole('button', { name: room.text.download.button, exact: true }).click(),
    ]);
    const path = await saved.path();
    await page.locator('.player').waitFor();
    await button(text().compare).click();
    await inspect(page, { state: 'replay-compare-choose' });
    const chooser = page.waitForEvent('filechooser');
    await dialog().getByRole('button', { name: text().door.choose }).click();
    await (await chooser).setFiles(path);
    await button(text().stopComparing).waitFor();
    expect(await page.getByRole('main').getByRole('region').count()).toBe(2);
    await inspect(page, { state: 'replay-compare' });
    await button(text().stopComparing).click();
  });

  it('speaks the other language', async () => {
    await page.keyboard.press('?');
    await inspect(page, { state: 'replay-help' });
    await dialog().getByText('English', { exact: true }).click();
    await dialog().getByRole('button', { name: TEXTS.en.common.close, exact: true }).click();
    await inspect(page, { state: 'replay-network-en' });
    await page.keyboard.press('?');
    await dialog().getByText('Español', { exact: true }).click();
    await page.keyboard.press('Escape');
  });

  it('opens from a disk with the network cut, as one file that asks nobody for anything', async () => {
    const answer = await fetch(`${room.server.url}/api/recordings/${id}/player?language=en`, {
      headers: { authorization: `Bearer ${room.server.key}` },
    });
    file = Buffer.from(await answer.arrayBuffer());
    await writeFile('test-output/player.html', file);
    for (const language of ['en', 'es'] satisfies Language[]) await openFromDisk(language);
  });

  async function openFromDisk(language: Language): Promise<void> {
    const address = pathToFileURL('test-output/player.html').href;
    const device = await room.device(LAPTOP, { language, reducedMotion: true });
    const asked: string[] = [];
    device.context.on('request', (request) => asked.push(request.url()));
    await device.context.setOffline(true);
    await device.page.goto(`${address}?lang=${language}`);
    const line = device.page.getByRole('slider', { name: TEXTS[language].replay.timeline });
    await line.waitFor();
    await device.page.keyboard.press('End');
    expect(await line.getAttribute('aria-valuetext')).toContain(TEXTS[language].replay.after);
    await device.page.keyboard.press('Shift+ArrowLeft');
    await device.page.locator('.map canvas.heat').waitFor();
    await inspect(device.page, { state: `replay-disk-${language}` });
    expect(asked.filter((url) => !/^(?:data|blob):/u.test(url))).toEqual([`${address}?lang=${language}`]);
    expect(device.complaints.faults()).toEqual([]);
    await device.context.close();
  }

  it('goes on live from a moment, on the console of a new class', async () => {
    await page.keyboard.press('Shift+ArrowLeft');
    await button(text().continueLive).click();
    await inspect(page, { state: 'replay-continue' });
    await dialog().getByRole('button', { name: text().continuing.confirm }).click();
    await page.waitForURL(/\/teach\/[A-Z0-9]{6}$/u);
    await page.getByRole('heading', { name: room.text.teacher.lobby.title }).first().waitFor();
  });

  it('says in a sentence what cannot be opened', async () => {
    const stranger = await room.device(LAPTOP);
    await stranger.page.goto(`/replay/${id}#share=nobody-gave-this-away`);
    await stranger.page.getByText(room.text.httpErrors['wrong-key'](0)).waitFor();
    await inspect(stranger.page, { state: 'replay-refused' });
    const chooser = stranger.page.waitForEvent('filechooser');
    await stranger.page.getByRole('button', { name: text().door.choose }).click();
    await (await chooser).setFiles({ name: 'x.gz', mimeType: 'application/gzip', buffer: Buffer.from('no') });
    await stranger.page.getByText(text().fileProblems['not-a-recording']).waitFor();
    await inspect(stranger.page, { state: 'replay-unfit' });
  });

  it('had nothing to complain of', () => {
    expect(faults()).toEqual([]);
  });
});

/** Two students, bots up to thirty: three rounds by hand, ten run ahead. Resolves with the recording's id. */
async function playClass(url: string): Promise<string> {
  const klass = await openLiveClass(url, 2, { closeRule: 'teacher', roundSeconds: null });
  const ask = async (intent: Parameters<typeof klass.teacher.send>[0]): Promise<void> => {
    const answer = await patiently(() => klass.teacher.send(intent));
    if (!answer.ok) throw new Error(`${intent.kind} was refused: ${answer.refusal.code}`);
  };
  await ask({ kind: 'fill-with-bots', seats: STUDENTS });
  await klass.enterStage(PROBE);
  for (let round = 0; round < 3; round++) {
    await klass.reach('nudge');
    for (const pupil of klass.students) await nudgeAll(pupil, round % 2 === 0 ? 1 : -1);
    await klass.reach('adjust');
  }
  const { serial } = klass.teacher.view();
  await ask({ kind: 'fast-forward', expected: serial, rounds: 10 });
  await klass.teacher.until('the rounds that ran ahead', ({ view }) => view().serial > serial);
  await ask({ kind: 'end-session' });
  await klass.teacher.until('the end', ({ view }) => view().class.activity === 'ended');
  klass.close();
  return klass.keys.session;
}

/** Runs in the page: times each move over the timeline, from its event until the page has been laid out anew. */
function measureSeeks(): void {
  const seeks: number[] = [];
  Reflect.set(globalThis, 'seeks', seeks);
  const later = new MessageChannel();
  let startMs = 0;
  // The message comes after every listener and everything they put off until the event is over.
  later.port1.addEventListener('message', () => {
    document.documentElement.getBoundingClientRect();
    seeks.push(performance.now() - startMs);
  });
  later.port1.start();
  addEventListener(
    'pointermove',
    () => {
      startMs = performance.now();
      later.port2.postMessage(null);
    },
    { capture: true },
  );
}
