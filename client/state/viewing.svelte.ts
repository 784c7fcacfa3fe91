import type { Recording } from '../../shared/recording/recording.ts';
import { pointAt } from '../replay/landmarks.ts';
import type { Followed, Moment, Viewer } from '../replay/moment.ts';
import { createPlayer, type Player } from './player.svelte.ts';
import { createStepReader, type StepReader } from './step-reader.svelte.ts';

/** A recording being watched: the moment, through whose eyes, and what is kept in sight. */
export type Viewing = {
  readonly player: Player;
  /** The point of the curve the class stands on, as an index; −1 before the first. */
  readonly point: number;
  readonly viewer: Viewer;
  readonly followed: Followed | null;
  readonly moment: Moment;
  /** The numbers of every round, read as long as something is followed. */
  readonly steps: StepReader | null;
  readonly see: (viewer: Viewer) => void;
  readonly follow: (followed: Followed | null) => void;
};

export type ViewingDeps = {
  readonly nextFrame: (callback: (nowMs: number) => void) => () => void;
  readonly nowMs: () => number;
};

/** To be called while a component is set up: it plays and reads as long as the component lives. */
export function createViewing(recording: Recording, first: Moment, deps: ViewingDeps): Viewing {
  const player = createPlayer(recording, first.version ?? 1, deps);
  let viewer = $state.raw<Viewer>(first.viewer);
  let followed = $state.raw<Followed | null>(first.followed);
  const isFollowing = $derived(followed !== null);
  const steps = $derived(isFollowing ? createStepReader(recording, deps) : null);
  const point = $derived(pointAt(recording.timeline, player.version));
  const moment = $derived<Moment>({ version: player.version, viewer, followed });
  // Frames are the browser's: what waits for one has to be called off.
  $effect(() => {
    const reader = steps;
    return () => reader?.stop();
  });
  $effect(() => player.close);
  return {
    player,
    get point() {
      return point;
    },
    get viewer() {
      return viewer;
    },
    get followed() {
      return followed;
    },
    get moment() {
      return moment;
    },
    get steps() {
      return steps;
    },
    see: (next) => {
      viewer = next;
    },
    follow: (next) => {
      followed = next;
    },
  };
}

/** Frames as the browser paints them. */
export function animationFrames(callback: (nowMs: number) => void): () => void {
  const frame = requestAnimationFrame(callback);
  return () => cancelAnimationFrame(frame);
}
