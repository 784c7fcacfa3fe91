import type { MapExample } from '../draw/decision-map.ts';
import type { MapPicture } from '../draw/heat-map.ts';

/** What a map shows at a moment. */
export type MapContents = {
  readonly picture: MapPicture | null;
  readonly examples: readonly MapExample[];
  readonly range: number;
  /** Whether the answers have been compared with the truth. */
  readonly isCompared: boolean;
};
