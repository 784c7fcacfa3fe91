import { paletteFrom, type Palette } from '../../../client/draw/palette.ts';

/** A palette whose colours are easy to recognise in a recording. */
export function plainPalette(): Palette {
  const heat: Readonly<Record<string, string>> = {
    '--heat-negative': '#0000ff',
    '--heat-zero': '#ffffff',
    '--heat-positive': '#ff8000',
  };
  return paletteFrom((name) => heat[name] ?? name);
}
