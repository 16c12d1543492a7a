import { type BehaviourName, type Behaviours, type ProfileName, profile, withBehaviours } from '../behaviours.ts';
import { answerOf, type ControlClient } from './control-client.ts';

/** What to change of an account's behaviours: first all of them to a profile, then single ones. */
export type BehaviourChange = {
  profile?: ProfileName;
  behaviours?: Readonly<Partial<Record<BehaviourName, string>>>;
};

/** Which promises an account keeps where the guide and Paddle disagree. */
export type AccountBehaviours = {
  getBehaviours(): Promise<Behaviours>;
  /** Changes them. What is stored already keeps its shape. @throws UsageError for a name or value that there is not */
  setBehaviours(change: BehaviourChange): Promise<Behaviours>;
};

/** The behaviours of an account, through the control plane. */
export function createBehaviours(control: ControlClient): AccountBehaviours {
  return {
    getBehaviours: async () => read(await answerOf(control.GET('/_paddock/behaviours'))),
    setBehaviours: async (change) => read(await answerOf(control.PUT('/_paddock/behaviours', { body: change }))),
  };
}

/** Checks what was answered, which a mock of another version may have more of. */
function read({ behaviours }: { behaviours: Readonly<Record<string, string>> }): Behaviours {
  return withBehaviours(profile('guide'), behaviours);
}
