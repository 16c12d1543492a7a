import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { JsonObject } from '../document-changes.ts';
import { eventActions, readEvents } from './events.ts';

export type OverlayAction = { target: string; 'x-behaviour': string; remove?: true; update?: JsonObject };

/** Reads the official overlay, and adds the actions that follow from the catalogue of event types. */
export function readOverlay(openapi: string): OverlayAction[] {
  const { actions }: { actions: OverlayAction[] } = parse(readFileSync(`${openapi}overlays/official.yaml`, 'utf8'));
  return [...actions, ...eventActions(readEvents(openapi))];
}
