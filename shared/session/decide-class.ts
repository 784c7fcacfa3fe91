import { clockForPhase } from './clock.ts';
import type { Command, Decision, DecisionContext } from './commands.ts';
import { phaseClockMs } from './durations.ts';
import { closeIfEverybodyProposed } from './advance.ts';
import { isHandingIn } from './phases.ts';
import { accept, begin, done, refuse, withFacts, type Progress } from './progress.ts';
import type { SettingsPatch } from './settings.ts';
import { runningRound, runningStage, type SessionState } from './state.ts';

type ClassCommand = Extract<
  Command,
  { kind: 'change-settings' | 'lock' | 'new-code' | 'blank-screen' | 'spotlight' | 'end-session' }
>;

/** What the teacher sets for the whole class. */
export function decideClass(state: SessionState, command: ClassCommand, context: DecisionContext): Decision {
  switch (command.kind) {
    case 'change-settings':
      return changeSettings(state, command.patch, context.sinceClockMs);
    case 'lock':
      return state.locked === command.locked
        ? accept()
        : accept({ type: 'session-locked', locked: command.locked });
    case 'new-code':
      return accept({ type: 'code-changed', code: command.code });
    case 'blank-screen':
      return state.blank === command.blank
        ? accept()
        : accept({ type: 'screen-blanked', blank: command.blank });
    case 'spotlight':
      return spotlight(state, command.parameter);
    case 'end-session':
      return accept({ type: 'session-ended' });
  }
}

/** Settings hold from the next decision on; a change of pace, or of the machine's, sets the running phase's clock at once. */
function changeSettings(state: SessionState, patch: SettingsPatch, sinceClockMs: number): Decision {
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  const settings = { ...state.settings, ...given };
  const changed = withFacts(begin(state), {
    type: 'settings-changed',
    settings,
    stepSizes: newStepSizes(state, patch, settings.stepSize),
  });
  const paced = patch.pace === undefined && patch.machineSpeed === undefined ? changed : atNewPace(changed);
  return done(patch.closeRule === undefined ? paced : closeIfEverybodyProposed(paced, sinceClockMs));
}

/** A new size, or a new policy, starts every parameter's step afresh. */
function newStepSizes(state: SessionState, patch: SettingsPatch, stepSize: number): readonly number[] | null {
  const about = patch.stepSize !== undefined || patch.stepPolicy !== undefined;
  return about && runningStage(state) !== null ? state.parameters.map(() => stepSize) : null;
}

/** A deadline stays as it was told. */
function atNewPace(progress: Progress): Progress {
  const { state } = progress;
  const stage = runningStage(state);
  const round = runningRound(state);
  if (stage === null || round === null || isHandingIn(round.phase)) return progress;
  const clock = clockForPhase(state.clock, phaseClockMs(state, stage, round.phase));
  return withFacts(progress, { type: 'clock-set', clock, why: 'pace' });
}

function spotlight(state: SessionState, parameter: number | null): Decision {
  if (parameter !== null && parameter >= state.parameters.length) return refuse('unknown-parameter');
  return accept({ type: 'parameter-spotlighted', parameter });
}
