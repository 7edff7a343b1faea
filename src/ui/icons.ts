/** Drawn with one stroke on a field of 20 by 20. */
export const ICONS = {
  checklist: 'M4 5.5 5.5 7 8 4M4 14.5 5.5 16 8 13M11 5.5h6M11 14.5h6',
  table: 'M3 4h14v12H3zM3 8h14M8 8v8',
  school: 'M3 9l7-5 7 5M5 8.5V16h10V8.5M8.5 16v-4h3v4',
  bars: 'M3 16h14M5.5 13V9M10 13V5M14.5 13v-3',
  people:
    'M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2 16.5c.5-3 2.5-4.5 5.5-4.5s5 1.5 5.5 4.5M13 4a3 3 0 0 1 0 5.5M15 12c1.8.8 2.7 2.3 3 4.5',
  tree: 'M8 3h4v4H8zM2 13h4v4H2zM14 13h4v4h-4zM10 7v3M4 13v-3h12v3',
  paper: 'M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5M7.5 10h5M7.5 13h5',
  clock: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4l3 2',
  sliders: 'M3 6h8M15 6h2M3 14h2M9 14h8M13 4v4M7 12v4',
  search: 'M8.5 14a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM12.5 12.5 17 17',
  more: 'M4 9.2a.8.8 0 1 0 0 1.6.8.8 0 0 0 0-1.6zM10 9.2a.8.8 0 1 0 0 1.6.8.8 0 0 0 0-1.6zM16 9.2a.8.8 0 1 0 0 1.6.8.8 0 0 0 0-1.6z',
} as const;

export type IconName = keyof typeof ICONS;
