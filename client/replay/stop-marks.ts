import type { Recording } from '../../shared/recording/recording.ts';
import type { StopsRevealed } from '../../shared/session/machine-events.ts';

/** Where the class would have stopped the machine, and where that would have been best: points of the curve. */
export type StopMarks = {
  readonly stops: readonly { readonly point: number; readonly count: number }[];
  readonly best: readonly number[];
  readonly revealed: readonly StopsRevealed[];
};

/** How far after a run's last step to look: the teacher reveals, and little else happens before that. */
const EVENTS_LOOKED_AT = 2_000;

/** What each reveal of a session showed. A run that was never revealed has no marks. */
export function stopMarks({ timeline, events, header }: Recording): StopMarks {
  const revealed = timeline.flatMap(({ stageKind, kind, version }, index) => {
    const next = timeline[index + 1];
    if (stageKind !== 'stop' || kind !== 'step' || next?.kind === 'step') return [];
    const until = Math.min(next?.version ?? header.events, version + EVENTS_LOOKED_AT);
    return events(version, until).flatMap(({ event }) => (event.type === 'stops-revealed' ? [event] : []));
  });
  return {
    stops: revealed.flatMap(({ stops, best }) =>
      stops.map(({ round, count }) => ({ point: best.point - best.round + round, count })),
    ),
    best: revealed.map(({ best }) => best.point),
    revealed,
  };
}
