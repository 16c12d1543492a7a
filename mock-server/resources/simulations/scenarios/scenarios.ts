import type { Scenario } from '../kind.ts';
import { buySubscription } from './creation.ts';
import { cancelSubscription, pauseSubscription } from './ends.ts';
import { renewSubscription, resumeSubscription } from './periods.ts';
import type { ScenarioSteps } from './scenario.ts';

/** The moves of each scenario. */
export const scenarios: Readonly<Record<Scenario, ScenarioSteps>> = {
  subscription_creation: buySubscription,
  subscription_renewal: renewSubscription,
  subscription_pause: pauseSubscription,
  subscription_resume: resumeSubscription,
  subscription_cancellation: cancelSubscription,
};
