import type { Behaviours } from '../spec/behaviours.ts';

/** Context of every transition, beside the entity and the input. */
export type Moment = {
  /** The current time in the API's format. */
  now: string;
  behaviours: Behaviours;
};

/** Context of transitions that create an entity. */
export type Creation = Moment & { id: string };
