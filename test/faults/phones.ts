import { connect } from '../../client/link/connect.ts';
import { openLine } from '../../client/link/line.ts';
import type { Link, LinkState } from '../../client/link/link.ts';
import { BROWSER_PAGE, type Page } from '../../client/link/page.ts';
import { isAsked, replaces } from '../../client/state/student-session.ts';
import type { TakenSeat } from '../../shared/wire/http.ts';
import { createWaiting } from '../helpers/waiting.ts';
import type { Asked, Shown } from './oracle.ts';

export type PhoneState = LinkState<'student'>;

/** A phone's own link without a browser, and a witness of all it asked and was told. */
export type Phone = {
  readonly seat: number;
  readonly link: Link<'student'>;
  readonly state: () => PhoneState;
  readonly until: (what: string, is: (state: PhoneState) => boolean, ms?: number) => Promise<void>;
  /** Proposes a direction for its first weight in the running round. */
  readonly propose: (direction: -1 | 0 | 1) => void;
  readonly asked: () => readonly Asked[];
  readonly shown: () => readonly Shown[];
};

const LOOK_EVERY_MS = 500;

/** Opens the phone of a seat on a server that may lie behind something that spoils the line. */
export function openPhone(url: string, code: string, { seat, token }: TakenSeat): Phone {
  const asked = new Map<string, Asked>();
  const waiting = createWaiting(`seat ${seat}`, () => link.state());
  const page: Page = {
    ...BROWSER_PAGE,
    watch: ({ onlook }) => {
      const timer = setInterval(() => onlook(performance.now()), LOOK_EVERY_MS);
      return () => clearInterval(timer);
    },
    openLine: (role, greeting, attempt, events) => {
      // The link dials the origin of the page it is on.
      Object.defineProperty(globalThis, 'location', { value: new URL(url), configurable: true });
      const line = openLine(role, greeting, attempt, events);
      const { instance } = greeting;
      return {
        ...line,
        post: (up, answered) => {
          const { seq } = up;
          const key = `${instance}:${seq}`;
          const intent = up.intent as Asked['intent']; // this file opens students' links alone
          const before = asked.get(key);
          asked.set(key, before ?? { seat, instance, seq, intent, answer: null, isPending: true });
          line.post(up, (answer) => {
            // Of several answers the one that shows a tick is the promise.
            if (asked.get(key)?.answer?.ok !== true) {
              asked.set(key, { seat, instance, seq, intent, answer, isPending: false });
            }
            answered(answer);
          });
        },
      };
    },
  };
  const link: Link<'student'> = connect(
    {
      role: 'student',
      code,
      token,
      storage: null,
      replaces,
      isAsked,
      onchange: waiting.changed,
      onrefused: () => undefined,
    },
    page,
  );
  return {
    seat,
    link,
    state: link.state,
    until: waiting.until,
    propose: (direction) => {
      const { seat: own, picture } = link.state();
      const parameter = own?.parameters[0]?.parameter;
      const round = picture?.view.round?.id;
      if (parameter === undefined || round === undefined) throw new Error('there is nothing to propose for');
      link.send({ kind: 'nudge', round, parameter, direction, size: 'normal' });
    },
    asked: () => [...asked.values()],
    shown: () => {
      const { picture } = link.state();
      return picture === null ? [] : [{ seat, ...picture }];
    },
  };
}

export const isInside = ({ status, picture, seat }: PhoneState): boolean =>
  status.kind === 'live' && picture !== null && seat !== null;

export const isTold = ({ outbox }: PhoneState): boolean => outbox.pending.length === 0;
