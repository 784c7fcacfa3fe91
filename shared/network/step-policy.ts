/** How far one step size reaches, and how it changes from round to round. Sizes are in units of a parameter. */
export type StepPolicy =
  | { readonly kind: 'fixed'; readonly size: number }
  /** Every round multiplies the sizes by `factor`, down to `smallest`. */
  | { readonly kind: 'cooling'; readonly size: number; readonly factor: number; readonly smallest: number }
  /** Each parameter's own size grows while its direction holds and shrinks when it flips. */
  | {
      readonly kind: 'adaptive';
      readonly size: number;
      readonly grow: number;
      readonly shrink: number;
      readonly smallest: number;
      readonly largest: number;
    };

/** A policy with the usual numbers; grow and shrink are those of Rprop (Riedmiller and Braun 1993). */
export function usualPolicy(kind: StepPolicy['kind'], size: number): StepPolicy {
  switch (kind) {
    case 'fixed':
      return { kind, size };
    case 'cooling':
      return { kind, size, factor: 0.93, smallest: size / 16 };
    case 'adaptive':
      return { kind, size, grow: 1.2, shrink: 0.5, smallest: size / 16, largest: size * 4 };
  }
}
