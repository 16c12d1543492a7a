import type { Behaviours } from '../spec/behaviours.ts';

/** What every transition is told beside the entity and the input. */
export type Moment = {
  /** Now, as the API writes it. */
  now: string;
  behaviours: Behaviours;
};

/** What makes a new entity beside its input. */
export type Birth = Moment & { id: string };
