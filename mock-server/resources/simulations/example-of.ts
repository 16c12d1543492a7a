import type { Account } from '../../account/account.ts';
import type { Happening } from '../simulation-events/transitions.ts';
import type { Simulation } from './kind.ts';

/** TODO */
export function exampleOf(_type: Simulation['type'], _account: Account, _baseUrl: string): Happening['payload'] {
  return {};
}
