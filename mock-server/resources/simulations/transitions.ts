import type { components } from '#openapi/generated/official.ts';
import { type ChangeOf, changed } from '../../state/change.ts';
import type { Creation, Moment } from '../../time/moment.ts';
import { updateOperation } from '../archivable-moves.ts';
import { move } from '../moves.ts';
import type { NotificationSetting } from '../notification-settings/kind.ts';
import { completeConfig } from './config.ts';
import type { Simulation } from './kind.ts';
import { simulationMoves } from './moves.ts';
import { isScenario } from './types.ts';

export type SimulationCreate = components['schemas']['simulation-create'];
export type SimulationUpdate = components['schemas']['simulation-update'];

/** Creates a simulation for a destination. @evidence official; assumed that any destination of the account will do */
export function create(
  input: SimulationCreate,
  destination: Pick<NotificationSetting, 'id'>,
  { id, now }: Creation,
): ChangeOf<'simulations'> {
  const simulation: Simulation = {
    id,
    status: 'active',
    notification_setting_id: destination.id,
    name: input.name,
    type: input.type,
    ...contentOf(input.type, input),
    last_run_at: null,
    created_at: now,
    updated_at: now,
  };
  return changed('simulations', simulation, []);
}

/**
 * Changes the fields that were sent.
 *
 * @param destination the new destination, if there is one
 */
export function update(
  simulation: Simulation,
  input: SimulationUpdate,
  destination: Pick<NotificationSetting, 'id'> | undefined,
  { now }: Moment,
): ChangeOf<'simulations'> {
  const status = move(simulationMoves, updateOperation(input), simulation);
  const { name = simulation.name, type = simulation.type } = input;
  const kept = type === simulation.type ? { payload: simulation.payload, config: simulation.config } : {};
  const entity: Simulation = {
    ...simulation,
    status,
    name,
    type,
    ...contentOf(type, { ...kept, ...input }),
    notification_setting_id: destination?.id ?? simulation.notification_setting_id,
    updated_at: now,
  };
  return changed('simulations', entity, []);
}

/** @evidence official: a payload belongs to a single event, and a configuration to a scenario */
function contentOf(
  type: Simulation['type'],
  { payload = null, config = null }: Partial<Pick<Simulation, 'payload' | 'config'>>,
): Pick<Simulation, 'payload' | 'config'> {
  return isScenario(type) ? { payload: null, config: completeConfig(type, config) } : { payload, config: null };
}
