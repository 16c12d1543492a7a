/** Source of an import: the text of a CSV file, or JSON as Paddle sent it. */
export type ImportSource = ({ csv: string } | { recorded: unknown }) & {
  /** Announces what is added, such as by `customer.imported`. Default: nothing is announced. */
  events?: 'imported';
};

/** One entity of a source, not validated yet. */
export type ImportRow = {
  /** Position: the line of a CSV file, or the number of the entity, from 1. */
  row: number;
  entity: Readonly<Record<string, unknown>>;
  /** True if its ID was generated, since the source has none. */
  isIdMade?: boolean;
  /** The entity that includes it, if any. */
  within?: Readonly<Record<string, unknown>>;
  /** True for a response without an entity. */
  isOther?: boolean;
};
