import type { SessionEvent } from '../session/events.ts';
import type { SettingsPatch } from '../session/settings.ts';
import type { SessionState } from '../session/state.ts';
import { byTeacher, soonOrLate, type Ahead, type Asked } from './verify-askers.ts';

type SettingsChanged = Extract<SessionEvent, { type: 'settings-changed' }>;

/** What the teacher may have turned so that the settings are these now. */
export function askedOfSettings(state: SessionState, event: SettingsChanged, ahead: Ahead): readonly Asked[] {
  return soonOrLate(state, byTeacher({ kind: 'change-settings', patch: patchOf(state, event, ahead) }));
}

/** What was turned: whatever is another one now, and whatever had consequences although it is the same. */
function patchOf(state: SessionState, event: SettingsChanged, ahead: Ahead): SettingsPatch {
  const { settings, stepSizes } = event;
  const changed = Object.entries(settings).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(state.settings, name)),
  );
  const following = ahead(1);
  const paced = following?.type === 'clock-set' && following.why === 'pace';
  const closed = paced ? ahead(2) : following;
  return {
    ...Object.fromEntries(changed),
    ...(stepSizes === null ? {} : { stepSize: settings.stepSize }),
    ...(paced ? { pace: settings.pace } : {}),
    ...(closed !== undefined && isClose(closed) ? { closeRule: settings.closeRule } : {}),
  };
}

/** What happens when all whom the round waits for have proposed. */
function isClose(event: SessionEvent): boolean {
  return (
    (event.type === 'step-taken' && event.closedBy === 'everybody') ||
    (event.type === 'clock-set' && event.why === 'last-chance')
  );
}
