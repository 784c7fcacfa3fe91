import type { Recording } from '../../shared/recording/recording.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { playOn, playsPhases, type Progress, type Speed } from '../replay/pace.ts';

/** A recording at a moment: what a film player is to a film. */
export type Player = {
  /** The event after which the class is shown, 1 … `last`. */
  readonly version: number;
  readonly last: number;
  readonly state: SessionState;
  readonly isPlaying: boolean;
  readonly speed: Speed;
  /** Whether pictures show how things stand, rather than play how they came to: leafing through, or too fast to see. */
  readonly isStill: boolean;
  readonly toggle: () => void;
  readonly pause: () => void;
  readonly setSpeed: (speed: Speed) => void;
  /** Leaps to a version; playing goes on from there. */
  readonly seek: (version: number) => void;
  readonly close: () => void;
};

export type PlayerDeps = {
  /** Calls back at the next frame with its time in milliseconds; returns what takes it back. */
  readonly nextFrame: (callback: (nowMs: number) => void) => () => void;
};

/** A tab that slept comes back where it was: it does not rush through what it missed. */
const LONGEST_FRAME_MS = 100;

export function createPlayer(recording: Recording, start: number, { nextFrame }: PlayerDeps): Player {
  const last = recording.header.events;
  let version = $state(within(start));
  let speed = $state<Speed>(1);
  let isPlaying = $state(false);
  let hasLeapt = $state(true);
  const state = $derived(recording.stateAt(version));
  let waitedMs = 0;
  let cancel: (() => void) | null = null;

  function within(wanted: number): number {
    return Math.min(last, Math.max(1, Math.round(wanted)));
  }

  function show(next: number, leapt: boolean): void {
    version = next;
    hasLeapt = leapt;
  }

  function seek(wanted: number): void {
    waitedMs = 0;
    show(within(wanted), true);
  }

  function moveOn(elapsedMs: number): void {
    const progress: Progress = playOn({ version, waitedMs }, elapsedMs * speed, recording);
    ({ waitedMs } = progress);
    if (progress.version !== version) show(progress.version, false);
    if (version === last) pause();
  }

  function pause(): void {
    cancel?.();
    cancel = null;
    isPlaying = false;
  }

  function play(): void {
    if (version === last) seek(1);
    isPlaying = true;
    let before: number | null = null;
    const frame = (nowMs: number): void => {
      const elapsedMs = Math.min(LONGEST_FRAME_MS, nowMs - (before ?? nowMs));
      before = nowMs;
      cancel = nextFrame(frame);
      moveOn(elapsedMs);
    };
    cancel = nextFrame(frame);
  }

  return {
    get version() {
      return version;
    },
    last,
    get state() {
      return state;
    },
    get isPlaying() {
      return isPlaying;
    },
    get speed() {
      return speed;
    },
    get isStill() {
      return hasLeapt || !playsPhases(speed);
    },
    toggle: () => (isPlaying ? pause() : play()),
    pause,
    setSpeed: (next) => {
      speed = next;
    },
    seek,
    close: pause,
  };
}
