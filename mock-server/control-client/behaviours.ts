import { answerOf, type ControlClient } from '#openapi/control-plane/control-client.ts';
import { type BehaviourName, type Behaviours, type ProfileName, profile, withBehaviours } from '../spec/behaviours.ts';

/** A change of behaviours: all to those of a profile, then single ones. */
export type BehaviourChange = {
  profile?: ProfileName;
  behaviours?: Readonly<Partial<Record<BehaviourName, string>>>;
};

/** The account's behaviours where the guide and Paddle disagree. */
export type AccountBehaviours = {
  getBehaviours(): Promise<Behaviours>;
  /** Changes behaviours. Stored entities are not converted. @throws UsageError for an unknown name or value */
  setBehaviours(change: BehaviourChange): Promise<Behaviours>;
};

export function createBehaviours(control: ControlClient): AccountBehaviours {
  return {
    getBehaviours: async () => read(await answerOf(control.GET('/_paddock/behaviours'))),
    setBehaviours: async (change) => read(await answerOf(control.PUT('/_paddock/behaviours', { body: change }))),
  };
}

/** Reads the response of a mock, which may be of another version with other behaviours. */
function read({ behaviours }: { behaviours: Readonly<Record<string, string>> }): Behaviours {
  return withBehaviours(profile('guide'), behaviours);
}
