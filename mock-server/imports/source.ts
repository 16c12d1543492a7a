/** The source of an import: the text of a CSV file, or JSON as Paddle sent it. */
export type ImportSource = { csv: string } | { recorded: unknown };

/** One entity of a source, not checked yet. */
export type ImportRow = {
  /** Where it stands: the line of a CSV file, or the number of the entity, from 1. */
  row: number;
  entity: Readonly<Record<string, unknown>>;
  /** Whether its ID was made here, since the source has none. */
  isIdMade?: boolean;
  /** The entity that includes it, if one does. */
  within?: Readonly<Record<string, unknown>>;
  /** Whether it is no entity but an answer without one. */
  isOther?: boolean;
};
