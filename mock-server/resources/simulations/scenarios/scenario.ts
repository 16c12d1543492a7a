import type { Account } from '../../../account/account.ts';
import type { Config } from '../config.ts';

/** The inputs of a scenario. */
export type Scene = {
  /** A copy of the account, which is thrown away afterwards. */
  copy: Account;
  /** Complete configuration. */
  config: Config;
  /** The mock's, for links. */
  baseUrl: string;
};

/**
 * Prepares a scenario, and returns the moves whose events it sends.
 *
 * @throws PaddleApiError if the entities do not exist, or their status does not allow it
 */
export type ScenarioSteps = (scene: Scene) => () => void;
