/** Strokes of the few icons, on a 24 × 24 grid, drawn with a round pen of width 2.5. */
export const ICONS = {
  raise: 'M12 20V4M5 11l7-7 7 7',
  lower: 'M12 4v16M5 13l7 7 7-7',
  leave: 'M5 9h14M5 15h14',
  check: 'M4 13l5 5L20 6',
  close: 'M6 6l12 12M18 6L6 18',
  again: 'M20 12a8 8 0 1 1-2.5-5.8M20 3v5h-5',
  play: 'M7 5l12 7-12 7z',
  pause: 'M8 5v14M16 5v14',
  ahead: 'M4 6l7 6-7 6zM13 6l7 6-7 6z',
  back: 'M9 6l-5 5 5 5M4 11h10a6 6 0 0 1 0 12h-2',
  next: 'M9 5l7 7-7 7',
  previous: 'M15 5l-7 7 7 7',
  warning: 'M12 4L2.5 20h19zM12 10v5M12 17.6v.1',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v6M12 7.4v.1',
  offline: 'M3 3l18 18M5 10a10 10 0 0 1 4-2.3M13 7.2A10 10 0 0 1 19 10M8 14a6 6 0 0 1 6-1.4M12 18.6v.1',
  open: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  eye: 'M2 12c3-5 6-7 10-7s7 2 10 7c-3 5-6 7-10 7s-7-2-10-7zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  plus: 'M12 5v14M5 12h14',
  pencil: 'M4 20l1-4L16.5 4.5l3 3L8 19zM14 7l3 3',
  more: 'M5 12v.1M12 12v.1M19 12v.1',
} as const;

export type IconName = keyof typeof ICONS;
