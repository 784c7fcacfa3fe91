import type { Frame, Snapshot } from '../../shared/wire/down.ts';

/** What a role sees, and at which version of which opening of the room. */
export type Picture<View> = { readonly epoch: number; readonly version: number; readonly view: View };

export type FrameResult<View> =
  | { readonly kind: 'applied'; readonly picture: Picture<View> }
  /** Already part of the picture, as after a catch-up that overlaps: nothing to do. */
  | { readonly kind: 'old' }
  /** Something is missing in between: the server must be asked again. */
  | { readonly kind: 'gap' };

/** A snapshot is everything: what was known before is forgotten. */
export function pictureFrom<View>({ epoch, version, view }: Snapshot<View>): Picture<View> {
  return { epoch, version, view };
}

/** Lays the changed sections over the picture, if the frame starts exactly where the picture stands. */
export function applyFrame<View>(picture: Picture<View> | null, frame: Frame<View>): FrameResult<View> {
  if (picture === null || picture.epoch !== frame.epoch) return { kind: 'gap' };
  // From a version to itself where no fact led there: the disk does not answer, or does again.
  if (frame.from !== picture.version) return { kind: frame.version <= picture.version ? 'old' : 'gap' };
  const view = { ...picture.view, ...frame.changed };
  return { kind: 'applied', picture: { epoch: frame.epoch, version: frame.version, view } };
}
