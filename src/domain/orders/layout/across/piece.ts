import type { CellGuess } from '#domain/orders/layout/flow/column-model.ts';

/** A piece of a cell on one line; the first piece of a cell begins it. */
export type Piece = CellGuess & {
  readonly begins: boolean;
  readonly ends: boolean;
  /** The piece stands below the first line of its row. */
  readonly below: boolean;
};
