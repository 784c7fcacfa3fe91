import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLiveClass, type LiveClass } from '../helpers/live-class.ts';
import { openClassroom, SMALL_PHONE, type Classroom } from './support/classroom.ts';
import { inspect, inspectSizes } from './support/inspect.ts';
import type { StudentPage } from './support/student-page.ts';

describe('the door of a class', () => {
  let room: Classroom;
  let klass: LiveClass;
  let phone: StudentPage;
  let code: string;

  beforeAll(async () => {
    room = await openClassroom('es', 'light');
    klass = await openLiveClass(room.server.url, 0);
    code = klass.keys.code;
    phone = await room.phone();
  });
  afterAll(async () => {
    klass.close();
    await room.close();
  });

  const says = (words: string): Promise<void> => phone.page.getByText(words).first().waitFor();

  it('asks for a code and a name, and takes no seat for looking', async () => {
    await phone.page.goto('/');
    await phone.says(room.text.common.tagline).waitFor();
    await inspect(phone.page, { state: 'door' });
    await phone.page.goto(`/${code}`);
    await says(room.text.join.noAccounts);
    await inspect(phone.page, { state: 'door-open' });
    await inspectSizes(phone.page, 'door-open', [SMALL_PHONE]);
    await klass.teacher.until('nobody inside', ({ view }) => view().class.seats === 0);
  });

  it('says that a code is nobody’s', async () => {
    await phone.page.goto('/');
    await phone.page.getByLabel(room.text.join.code).fill(code === '222222' ? '333333' : '222222');
    await says(room.text.join.problems['unknown-code']);
    await inspect(phone.page, { state: 'door-wrong-code' });
  });

  it('says that a class is locked, and lets in when it is open again', async () => {
    await klass.teacher.send({ kind: 'lock', locked: true });
    await phone.page.goto(`/${code}`);
    await says(room.text.join.problems.locked);
    await inspect(phone.page, { state: 'door-locked' });
    await klass.teacher.send({ kind: 'lock', locked: false });
  });

  it('refuses a name that is not fit for the wall, and takes a fit one where names are free', async () => {
    await klass.teacher.send({ kind: 'change-settings', patch: { freeNames: true } });
    await phone.page.goto(`/${code}`);
    await says(room.text.join.freeName);
    await phone.page.getByLabel(room.text.join.name).fill('M1erda');
    await phone.button(room.text.join.enter).click();
    await says(room.text.join.problems['bad-name']);
    await inspect(phone.page, { state: 'door-bad-name' });
    await phone.page.getByLabel(room.text.join.name).fill('Casandra');
    await phone.button(room.text.join.enter).click();
    await phone.heading(room.text.student.inside).waitFor();
    await phone.says('Casandra').waitFor();
  });

  it('says that there is a new code', async () => {
    const late = await room.phone();
    await klass.teacher.send({ kind: 'new-code' });
    await klass.teacher.until('the new code', ({ view }) => view().class.code !== code);
    await late.page.goto(`/${code}`);
    await late.says(room.text.join.problems.replaced).waitFor();
    await inspect(late.page, { state: 'door-replaced' });
    code = klass.teacher.view().class.code;
  });

  it('says that the teacher’s computer is out of reach, and goes on trying', async () => {
    const far = await room.phone();
    await far.page.goto('/');
    await far.context.route('**/api/**', (route) => route.abort());
    await far.page.getByLabel(room.text.join.code).fill(code);
    await far.says(room.text.join.problems.unreachable).waitFor();
    await inspect(far.page, { state: 'door-unreachable' });
    await far.context.unroute('**/api/**');
    await far.says(room.text.join.problems.unreachable).waitFor({ state: 'detached' });
  });

  it('says that a class is over', async () => {
    const late = await room.phone();
    await klass.teacher.send({ kind: 'end-session' });
    await late.page.goto(`/${code}`);
    await late.says(room.text.join.problems.ended).waitFor();
    await inspect(late.page, { state: 'door-ended' });
  });

  it('has words for an address where there is nothing', async () => {
    const lost = await room.phone();
    await lost.page.goto('/nothing/here');
    await lost.page.getByRole('heading', { name: 'Aquí no hay nada' }).waitFor();
    await inspect(lost.page, { state: 'door-nowhere' });
  });

  it('had nothing to complain of', () => {
    expect(room.complaints.faults()).toEqual([]);
    expect(room.complaints.strangers()).toEqual([]);
  });
});
