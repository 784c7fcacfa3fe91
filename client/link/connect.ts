import type { ClockReading, Frame, GoneReason, Snapshot } from '../../shared/wire/down.ts';
import { PROTOCOL_VERSION } from '../../shared/wire/version.ts';
import { nextAttempt, waitMs, type Failure } from './attempts.ts';
import type { Greeting, Line } from './line.ts';
import type { Link, LinkOptions, LinkState } from './link.ts';
import { localClock, NO_CLOCK } from './local-clock.ts';
import { createOutboxStore } from './outbox-store.ts';
import type { Moment } from './outbox.ts';
import { BROWSER_PAGE, type Page } from './page.ts';
import { applyFrame, pictureFrom } from './picture.ts';
import type { IntentOf, LinkRole, SeatOf, ViewOf } from './roles.ts';
import { createSender } from './sender.ts';
import { hearing, isFinal } from './status.ts';

/** Opens a way into a class and keeps it open: dials, watches for silence, catches up, and sends again. */
export function connect<Role extends LinkRole>(
  options: LinkOptions<Role>,
  page: Page = BROWSER_PAGE,
): Link<Role> {
  const { role, code, token, storage } = options;
  const store = createOutboxStore<IntentOf<Role>>(
    storage,
    `descenso-outbox-${role}-${code}`,
    page.newInstance,
  );
  const sender = createSender<IntentOf<Role>>({
    store,
    replaces: options.replaces ?? (() => false),
    // A page that was just reloaded has no view yet: what it kept stays until it has.
    isAsked: (intent) => state.picture === null || options.isAsked?.(intent, state.picture.view) === true,
    onchange: (outbox) => change({ outbox }),
    onrefused: options.onrefused,
    page,
  });
  let state: LinkState<Role> = {
    status: { kind: 'connecting' },
    picture: null,
    seat: null,
    waitingAs: null,
    seatAt: null,
    clock: NO_CLOCK,
    openedMs: null,
    outbox: sender.outbox(),
  };
  let line: Line<Role> | null = null;
  let stopWaiting: (() => void) | null = null;
  let isOpen = false;
  let heardMs = page.nowMs();
  /** Tries since the link was last live. */
  let failures = 0;

  function change(changed: Partial<LinkState<Role>>): void {
    state = { ...state, ...changed };
    options.onchange(state);
  }

  function hangUp(): void {
    line?.hangUp();
    line = null;
    isOpen = false;
    sender.hungUp();
    stopWaiting?.();
    stopWaiting = null;
  }

  function dial(): void {
    hangUp();
    heardMs = page.nowMs();
    const opened = page.openLine(role, greeting(), nextAttempt(failures), {
      onopen: () => {
        isOpen = true;
        heardMs = page.nowMs();
        sender.opened(opened);
      },
      onheard,
      onsnapshot,
      onframe,
      onseat: ({ epoch, version, seat }) => {
        change({ seat: seat as SeatOf<Role>, seatAt: { epoch, version } }); // the server sends these to students alone
        sender.standsAt(onlyEpoch(epoch));
      },
      onwaiting: ({ name }) => change({ waitingAs: name }),
      ontick: ({ epoch, clock }) => {
        change(clockNow(clock));
        sender.standsAt(onlyEpoch(epoch));
      },
      ongone,
      onlost,
    });
    line = opened;
  }

  function redial(): void {
    change({ status: { kind: 'reconnecting' } });
    dial();
  }

  function greeting(): Greeting {
    const { picture, outbox } = state;
    const known = picture === null ? null : { epoch: picture.epoch, version: picture.version };
    // The class may have a new code since this page was opened.
    const codeNow = picture?.view.class.code ?? code;
    const { instance } = outbox;
    const dial = store.nextDial();
    return { role, protocol: PROTOCOL_VERSION, code: codeNow, token, instance, dial, known };
  }

  function onheard(): void {
    heardMs = page.nowMs();
    failures = 0;
    const slow = line?.isSlow() ?? false;
    const { status } = state;
    if (!isOpen || (status.kind === 'live' && status.slow === slow)) return;
    change({ status: { kind: 'live', slow } });
  }

  function onlost(failure: Failure): void {
    hangUp();
    failures += 1;
    change({ status: { kind: 'reconnecting' } });
    stopWaiting = page.after(waitMs(failures, failure, page.chance()), dial);
  }

  function ongone(reason: GoneReason): void {
    if (!isFinal(reason)) {
      onlost(reason);
      return;
    }
    hangUp();
    change({ status: { kind: 'gone', reason } });
  }

  function onsnapshot(snapshot: Snapshot<ViewOf<Role>>): void {
    change({ picture: pictureFrom(snapshot), waitingAs: null, ...clockNow(snapshot.clock) });
    sender.moved();
    sender.standsAt(snapshot);
  }

  function onframe(frame: Frame<ViewOf<Role>>): void {
    const result = applyFrame(state.picture, frame);
    if (result.kind === 'applied') {
      change({ picture: result.picture, ...clockNow(frame.clock) });
      sender.moved();
    }
    if (result.kind === 'gap') redial();
  }

  function look(nowMs: number): void {
    if (!isOpen) return;
    const heard = hearing(nowMs - heardMs);
    if (heard === 'dead') redial();
    else if (heard === 'silent' && state.status.kind === 'live') change({ status: { kind: 'silent' } });
  }

  function wake(): void {
    store.hold();
    const isFresh = line !== null && hearing(page.nowMs() - heardMs) === 'fresh';
    if (state.status.kind === 'gone' || isFresh) return;
    failures = 0;
    redial();
  }

  function clockNow(reading: ClockReading): Pick<LinkState<Role>, 'clock' | 'openedMs'> {
    const nowMs = page.nowMs();
    return { clock: localClock(reading, nowMs), openedMs: nowMs - reading.ageMs };
  }

  const unwatch = page.watch({ onlook: look, onwake: wake, onsleep: store.release });
  dial();

  return {
    state: () => state,
    send: sender.send,
    retry: () => {
      // Another page may have taken this page's name along with its storage; two must never count under one.
      if (state.status.kind === 'gone') sender.renew();
      failures = 0;
      redial();
    },
    close: () => {
      unwatch();
      hangUp();
      store.release();
    },
  };
}

/** What is sent while the class goes on may be older than the last acknowledgement; only its epoch says something. */
function onlyEpoch(epoch: number): Moment {
  return { epoch, version: Infinity };
}
