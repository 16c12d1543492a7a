import { guideBehaviours, officialBehaviours } from '../../contract/behaviours.ts';
import { renderTable } from '../../report/formats/table.ts';
import { count } from '../../report/verdict.ts';
import type { MeasuredLimit } from './limits/measure-limits.ts';
import type { MeasuredBehaviour } from './measure-behaviours.ts';
import type { Measurement } from './profile-file.ts';

/** Renders a measurement for a terminal: guide, published and measured value of each behaviour, the limits, and the orders of lists. */
export function renderMeasurement({ target, behaviours, limits, orders }: Measurement): string {
  const outcomes = [...behaviours, ...limits, ...orders];
  const requests = outcomes.reduce((sum, outcome) => sum + outcome.requests, 0);
  const unknown = [
    ...behaviours.flatMap(({ behaviour, value, because }) => (value === null ? [[behaviour, because]] : [])),
    ...limits.flatMap(({ limit, value, because }) => (value === null ? [[limit, because]] : [])),
    ...orders.flatMap(({ list, value, because }) => (value === null ? [[`order of ${list}`, because]] : [])),
  ];
  return [
    renderTable([['behaviour', 'guide', 'official', 'measured'], ...behaviours.map(behaviourRow)]),
    renderTable([['limit', 'measured'], ...limits.map(limitRow)]),
    renderTable([['list', 'default order'], ...orders.map(({ list, value }) => [list, value ?? "can't tell"])]),
    ...(unknown.length > 0 ? [renderTable([["can't tell", 'because'], ...unknown])] : []),
    `${target.name}: ${summaryOf(behaviours)}. ${count(requests, 'request')}.`,
  ].join('\n\n');
}

function behaviourRow({ behaviour, value }: MeasuredBehaviour): string[] {
  return [behaviour, guideBehaviours[behaviour], officialBehaviours[behaviour], value ?? "can't tell"];
}

function limitRow({ limit, value }: MeasuredLimit): string[] {
  if (value === null) return [limit, "can't tell"];
  return [limit, value.bound === 'exact' ? String(value.value) : `at least ${value.value}`];
}

function summaryOf(behaviours: readonly MeasuredBehaviour[]): string {
  const numberOf = (isCounted: (measured: MeasuredBehaviour) => boolean) => behaviours.filter(isCounted).length;
  const asGuide = numberOf(
    ({ behaviour, value }) => value === guideBehaviours[behaviour] && value !== officialBehaviours[behaviour],
  );
  const asPublished = numberOf(({ behaviour, value }) => value === officialBehaviours[behaviour]);
  const unknown = numberOf(({ value }) => value === null);
  const other = behaviours.length - asGuide - asPublished - unknown;
  return `${count(asGuide, 'behaviour')} as in the guide, ${asPublished} as Paddle publishes, ${other} different from both, ${unknown} unknown`;
}
