import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { JsonObject } from './document-changes.ts';
import { isObject } from './document-refs.ts';
import { webhooksOfEvents } from './webhooks-of-events.ts';

export type OverlayAction = { target: string; 'x-behaviour': string; remove?: true; update?: JsonObject };

/** Reads the official overlay, and adds to it the webhooks of its event types. */
export function readOverlay(guide: JsonObject): OverlayAction[] {
  const text = readFileSync(new URL('overlays/official.yaml', import.meta.url), 'utf8');
  const { actions }: { actions: OverlayAction[] } = parse(text);
  const types = actions.find(({ target, update }) => target.endsWith("['event-type-name']") && update?.enum);
  return actions.map((action) => {
    if (action.target !== '$.webhooks' || !isObject(guide.webhooks)) return action;
    const more = webhooksOfEvents(types?.update?.enum, { ...guide.webhooks, ...action.update });
    return { ...action, update: { ...action.update, ...more } };
  });
}
