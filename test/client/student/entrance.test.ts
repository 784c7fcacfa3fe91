// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { createRawSnippet, flushSync } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import Join from '../../../client/screens/Join.svelte';
import { createEntrance, type Entrance, type EntranceDeps } from '../../../client/state/entrance.svelte.ts';
import { COMMON_TEXT } from '../../../client/text/common.ts';
import { JOIN_TEXT } from '../../../client/text/join.ts';
import type { CodeInfo, TakeSeat } from '../../../shared/wire/http.ts';

afterEach(cleanup);

const common = await COMMON_TEXT.es();
const text = await JOIN_TEXT.es();
const choices = createRawSnippet(() => ({ render: () => '<div></div>' }));
const OPEN: CodeInfo = { state: 'open', lesson: 'pets', language: 'es', freeNames: false };

type Answers = Partial<EntranceDeps['api']>;

/** A door that is open, where what is asked is written down. */
function arrive(code: string, answers: Answers = {}) {
  const taken: TakeSeat[] = [];
  const seated: string[] = [];
  let names = 0;
  const entrance: Entrance = createEntrance(code, {
    api: {
      lookAtCode: async () => ({ ok: true, value: OPEN }),
      takeSeat: async (_, wanted) => {
        taken.push(wanted);
        return { ok: true, value: { seat: 1, token: 'token' } };
      },
      dealPseudonym: async () => ({ ok: true, value: { name: `Nutria ${++names}` } }),
      ...answers,
    },
    language: () => 'es',
    oncode: (typed) => typed === 'MYSEAT',
    onseated: (at, token) => void seated.push(`${at} ${token}`),
  });
  render(Join, { entrance, common, text, choices });
  return { entrance, taken, seated };
}

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  flushSync();
};
const enterButton = (): HTMLButtonElement => screen.getByRole('button', { name: text.enter });

describe('at the door of a class', () => {
  it('enters with one tap: the code from the link, a name that was dealt', async () => {
    const { taken, seated } = arrive('KM47RX');
    await settle();
    expect(screen.getByLabelText(text.name)).toHaveProperty('value', 'Nutria 1');
    await fireEvent.click(enterButton());
    await settle();
    expect(taken).toEqual([{ language: 'es', pseudonym: 'Nutria 1' }]);
    expect(seated).toEqual(['KM47RX token']);
  });

  it('takes no seat by looking: a link opened by a scanner leaves nothing behind', async () => {
    const { taken } = arrive('KM47RX');
    await settle();
    expect(taken).toEqual([]);
  });

  it('takes a code however it is typed', async () => {
    const { entrance } = arrive('');
    await settle();
    expect(enterButton().disabled).toBe(true);
    await fireEvent.input(screen.getByLabelText(text.code), { target: { value: ' km4 7rx ' } });
    await settle();
    expect(entrance.code).toBe('KM47RX');
    expect(screen.getByLabelText(text.code)).toHaveProperty('value', 'KM4-7RX');
    expect(enterButton().disabled).toBe(false);
  });

  it('deals another name when asked', async () => {
    arrive('KM47RX');
    await settle();
    await fireEvent.click(screen.getByRole('button', { name: text.anotherLabel }));
    await settle();
    expect(screen.getByLabelText(text.name)).toHaveProperty('value', 'Nutria 2');
  });

  it('lets nobody type a name unless the class allows it', async () => {
    arrive('KM47RX');
    await settle();
    expect(screen.getByLabelText(text.name)).toHaveProperty('readOnly', true);
    cleanup();
    const { taken } = arrive('KM47RX', {
      lookAtCode: async () => ({ ok: true, value: { ...OPEN, freeNames: true } }),
    });
    await settle();
    await fireEvent.input(screen.getByLabelText(text.name), { target: { value: ' Ada ' } });
    await fireEvent.click(enterButton());
    await settle();
    expect(taken).toEqual([{ language: 'es', name: 'Ada' }]);
  });

  it('goes straight in where this phone already has a seat', async () => {
    let looks = 0;
    arrive('MYSEAT', {
      lookAtCode: async () => {
        looks += 1;
        return { ok: true, value: OPEN };
      },
    });
    await settle();
    expect(looks).toBe(0);
  });

  it.each(['locked', 'full', 'ended', 'replaced'] as const)('says so when the class is %s', async (state) => {
    arrive('KM47RX', { lookAtCode: async () => ({ ok: true, value: { ...OPEN, state } }) });
    await settle();
    expect(screen.getByText(text.problems[state])).toBeTruthy();
  });

  it.each(['unknown-code', 'unreachable'] as const)('says so when the answer is %s', async (error) => {
    const { entrance } = arrive('KM47RX', { lookAtCode: async () => ({ ok: false, error, ms: null }) });
    await settle();
    expect(screen.getByText(text.problems[error])).toBeTruthy();
    entrance.close();
  });

  it('counts the seconds after too many tries, and waits with the button', async () => {
    arrive('KM47RX', { lookAtCode: async () => ({ ok: false, error: 'slow-down', ms: 9_500 }) });
    await settle();
    expect(screen.getByText(text.tooManyTries(10))).toBeTruthy();
    expect(enterButton().disabled).toBe(true);
  });

  it('says that it is the name that would not do, beside the name', async () => {
    arrive('KM47RX', { takeSeat: async () => ({ ok: false, error: 'bad-name', ms: null }) });
    await settle();
    await fireEvent.click(enterButton());
    await settle();
    expect(screen.getByText(text.problems['bad-name'])).toBeTruthy();
    expect(screen.getByLabelText(text.code).getAttribute('aria-invalid')).toBe('false');
  });

  it('forgets an answer about a code that has been changed meanwhile', async () => {
    let answer: (info: { ok: true; value: CodeInfo }) => void = () => undefined;
    const { entrance } = arrive('KM47RX', {
      lookAtCode: () => new Promise((resolve) => (answer = resolve)),
    });
    await settle();
    entrance.typeCode('KM4');
    answer({ ok: true, value: OPEN });
    await settle();
    expect(entrance.door.kind).toBe('no-code');
  });
});
