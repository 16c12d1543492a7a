import type { Contract } from '../../contract/document.ts';
import type { CapturedExchange } from '../recording/captured-exchange.ts';
import { createTrafficFaults, type Traffic, timeOf } from './traffic.ts';

/** Returns the traffic of a recording. Placeholders identify entities as well as their IDs do. */
export function trafficOfRecording(recorded: readonly CapturedExchange[], contract: Contract): Traffic {
  const exchanges = recorded.toSorted((one, other) => timeOf(one) - timeOf(other));
  return { exchanges, forgotten: 0, deliveries: null, clockIsFrozen: false, faultsOf: createTrafficFaults(contract) };
}
