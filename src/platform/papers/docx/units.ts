/** Millimetres as twentieths of a point, the unit of WordprocessingML. */
export const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);
