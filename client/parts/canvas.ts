import type { Attachment } from 'svelte/attachments';
import { paintActivations, paintClasses, type MapPicture } from '../draw/heat-map.ts';
import type { Size } from '../draw/network-layout.ts';
import { paletteFrom, type Palette } from '../draw/palette.ts';
import { lookNow, watchLook } from './look-watch.ts';

type Paint = (context: CanvasRenderingContext2D, size: Size, palette: Palette) => void;

/** A sharper canvas than this costs a weak phone more than an eye gains. */
const MOST_PIXELS_PER_PIXEL = 2;

/**
 * Keeps a canvas painted at the size CSS gives it, in CSS pixels, sharp on dense displays, and in the colours
 * of the theme it stands in. Paints at once, and again when the size, the theme or the fonts change.
 */
export function painted(paint: Paint): Attachment<HTMLCanvasElement> {
  return (canvas) => {
    const context = canvas.getContext('2d');
    if (context === null) return;
    const repaint = (): void => {
      const size = { width: canvas.clientWidth, height: canvas.clientHeight };
      if (size.width === 0 || size.height === 0) return;
      const density = Math.min(MOST_PIXELS_PER_PIXEL, devicePixelRatio);
      resize(canvas, Math.round(size.width * density), Math.round(size.height * density));
      context.setTransform(density, 0, 0, density, 0, 0);
      paint(context, size, readPalette(canvas));
    };
    const observer = new ResizeObserver(repaint);
    observer.observe(canvas);
    const unwatch = watchLook(repaint);
    repaint();
    return () => {
      observer.disconnect();
      unwatch();
    };
  };
}

/** Keeps a canvas showing what a neuron sees, or what all answers come to: one pixel a cell, smoothed by the browser as it is enlarged. */
export function activations(picture: MapPicture): Attachment<HTMLCanvasElement> {
  return (canvas) => {
    const context = canvas.getContext('2d');
    if (context === null) return;
    const repaint = (): void => {
      resize(canvas, picture.columns, picture.rows);
      const image = context.createImageData(picture.columns, picture.rows);
      const { heat, classes } = readPalette(canvas);
      if ('answers' in picture) {
        const colours = classes.map((colour) => colour.heat);
        paintClasses(picture, colours, heat.zero, image.data);
      } else paintActivations(picture, heat, image.data);
      context.putImageData(image, 0, 0);
    };
    const unwatch = watchLook(repaint);
    repaint();
    return unwatch;
  };
}

/** Setting a canvas's width clears it and throws its memory away, even when nothing changes. */
function resize(canvas: HTMLCanvasElement, width: number, height: number): void {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}

const palettes = new WeakMap<Element, { readonly look: number; readonly palette: Palette }>();

/** Read once for each look: a score of custom properties for every frame of every canvas would be most of its work. */
function readPalette(element: Element): Palette {
  const known = palettes.get(element);
  const look = lookNow();
  if (known?.look === look) return known.palette;
  const style = getComputedStyle(element);
  const palette = paletteFrom((name) => style.getPropertyValue(name).trim());
  palettes.set(element, { look, palette });
  return palette;
}
