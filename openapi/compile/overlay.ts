import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type JsonObject, mapObjects } from '../document/json.ts';
import { componentRef } from './component-refs.ts';
import { errorResponse, readErrors } from './errors.ts';
import { eventActions, readEvents, scenariosIn } from './events.ts';

export type OverlayAction = { target: string; 'x-behaviour': string; remove?: true; update?: JsonObject };

/**
 * Reads the official overlay, expands its error responses, and adds the actions for event types.
 *
 * @param schemas Those of events that the guide's document lacks.
 */
export function readOverlay(openapi: string, schemas: JsonObject): OverlayAction[] {
  const { actions }: { actions: OverlayAction[] } = parse(readFileSync(`${openapi}overlays/official.yaml`, 'utf8'));
  const errors = readErrors(openapi);
  const expanded = actions.map((action) =>
    action.target === '$.components.responses' && action.update
      ? { ...action, update: mapObjects(action.update, (response) => errorResponse(response, errors, componentRef)) }
      : action,
  );
  const scenarios = scenariosIn(parse(readFileSync(`${openapi}schemas/webhooks/simulation.yaml`, 'utf8')));
  return [...expanded, ...eventActions(readEvents(openapi), schemas, scenarios)];
}
