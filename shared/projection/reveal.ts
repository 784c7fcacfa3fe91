import type { StageKind } from '../session/stages.ts';

/** What a stage lets be seen, and nothing before its time (docs/protocol.md, "What is seen when"). */
export type Reveal = {
  /** The map and the neurons' thumbnails, which need the seen examples. */
  readonly map: boolean;
  /** Both values of one's own probe, once committed. */
  readonly probes: boolean;
  /** Gradients of the layers that backprop has opened, and whether one's nudges agreed with them. */
  readonly gradient: boolean;
};

const REVEALS: Readonly<Record<StageKind, Reveal>> = {
  practice: { map: false, probes: false, gradient: false },
  guess: { map: false, probes: false, gradient: false },
  'keep-if-better': { map: false, probes: false, gradient: false },
  probe: { map: true, probes: true, gradient: false },
  backprop: { map: true, probes: false, gradient: true },
  autopilot: { map: true, probes: false, gradient: false },
  stop: { map: true, probes: false, gradient: false },
  test: { map: true, probes: false, gradient: false },
};

export function revealIn(stage: StageKind): Reveal {
  return REVEALS[stage];
}
