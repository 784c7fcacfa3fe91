import type { BotStrategy } from '../../shared/session/events.ts';
import type { StageKind } from '../../shared/session/stages.ts';

/** Of whom a simulated class is made. */
export const MIXTURES = [
  /** Everybody at random. */
  'random',
  /** Everybody looks at what its weight would do, and one choice in five is wrong. */
  'probing-20',
  /** The same with a good third of wrong choices. */
  'probing-35',
  /** Every second one does what its neighbour did in the last round; the others probe, one choice in five wrong. */
  'copying',
  /** Probing, one choice in five wrong; each is away every second round, by chance, and minded by the caretaker. */
  'absent',
  /** Probing, one choice in five wrong; one in ten, and never nobody, does the opposite of what it sees. */
  'contrary-10',
] as const;
export type Mixture = (typeof MIXTURES)[number];

/** One simulated student. */
export type Member = {
  readonly strategy: BotStrategy;
  readonly copies: boolean;
  /** The chance of being there in a round. */
  readonly comes: number;
};

const probing = (wrong: number): Member => ({
  strategy: { kind: 'probing', wrong },
  copies: false,
  comes: 1,
});
const USUAL = probing(0.2);
const AT_RANDOM: Member = { ...USUAL, strategy: { kind: 'random', wrong: 0 } };
const CONTRARY: Member = { ...USUAL, strategy: { kind: 'contrary', wrong: 0.2 } };
const CONTRARY_SHARE = 0.1;

/** The members of a class, in the order of their seats. */
export function membersOf(mixture: Mixture, seats: number): readonly Member[] {
  const indices = Array.from({ length: seats }, (_, index) => index);
  switch (mixture) {
    case 'random':
      return indices.map(() => AT_RANDOM);
    case 'probing-20':
      return indices.map(() => USUAL);
    case 'probing-35':
      return indices.map(() => probing(0.35));
    case 'copying':
      return indices.map((index) => ({ ...USUAL, copies: index % 2 === 1 }));
    case 'absent':
      return indices.map(() => ({ ...USUAL, comes: 0.5 }));
    case 'contrary-10':
      return indices.map((index) => (isContrary(index, seats) ? CONTRARY : USUAL));
  }
}

/** Spread over the class, so that they do not all hold the same weights. */
function isContrary(index: number, seats: number): boolean {
  const contrary = Math.max(1, Math.round(seats * CONTRARY_SHARE));
  return Math.floor(((index + 1) * contrary) / seats) > Math.floor((index * contrary) / seats);
}

/**
 * The mixture a class amounts to in a stage: such classes are the same and are played once. Where nobody can know
 * better, everybody plays at random. Where a machine descends nobody nudges: who the class is changes what is voted
 * and bet, not what the machine does.
 */
export function amountsTo(mixture: Mixture, stage: StageKind): Mixture {
  switch (stage) {
    case 'practice':
    case 'guess':
    case 'keep-if-better':
      return mixture === 'copying' || mixture === 'absent' ? mixture : 'random';
    case 'probe':
    case 'backprop':
      return mixture;
    case 'autopilot':
    case 'stop':
    case 'test':
      return 'probing-20';
  }
}
