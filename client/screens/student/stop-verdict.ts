import type { StopSection } from '../../../shared/projection/views.ts';

type Revealed = NonNullable<NonNullable<StopSection>['revealed']>;

/** How one stop stands to the best round, and the error of new examples where it stopped; null where nobody measured. */
export type StopVerdict =
  | { readonly kind: 'none' }
  | { readonly kind: 'exact'; readonly loss: number | null }
  | { readonly kind: 'before' | 'after'; readonly rounds: number; readonly loss: number | null };

export function stopVerdict({ best, validation }: Revealed, stop: number | null): StopVerdict {
  if (stop === null) return { kind: 'none' };
  const loss = validation[stop] ?? null;
  if (stop === best.round) return { kind: 'exact', loss };
  return { kind: stop < best.round ? 'before' : 'after', rounds: Math.abs(stop - best.round), loss };
}
