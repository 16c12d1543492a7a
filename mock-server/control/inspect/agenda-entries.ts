import type { operations } from '#openapi/generated/control.ts';
import type { Account } from '../../account/account.ts';
import { kindNames } from '../../resources/kinds.ts';
import { fieldOf } from '../../text/json-field.ts';

type AgendaEntry = operations['listAgenda']['responses'][200]['content']['application/json']['agenda'][number];

/** Lists what falls due in an account: changes of entities, and notifications that are still to be sent. */
export function agendaEntries(account: Account, limit: number): AgendaEntry[] {
  const { agenda, store } = account;
  const changes = agenda.upcoming(limit).map(({ source, id, time }): Timed => [time, changeEntry(account, source, id)]);
  const notifications = store.activeSettings.flatMap((setting) =>
    store.outbox
      .upcoming(setting.id, limit)
      .map(({ id, event_type, status, due }): Timed => [due, { kind: 'notifications', id, status, note: event_type }]),
  );
  return [...changes, ...notifications]
    .sort(([one], [other]) => one - other)
    .slice(0, limit)
    .map(([time, entry]) => ({ due_at: new Date(time).toISOString(), ...entry }));
}

type Timed = [time: number, entry: Omit<AgendaEntry, 'due_at'>];

function changeEntry({ store }: Account, source: string, id: string | null): Timed[1] {
  const kind = kindNames.find((each) => each === source);
  const entity = kind && id !== null ? store[kind].find(id) : undefined;
  const status = fieldOf(entity, 'status');
  const scheduled = fieldOf(fieldOf(entity, 'scheduled_change'), 'action');
  return {
    kind: source,
    id,
    status: typeof status === 'string' ? status : null,
    note: typeof scheduled === 'string' ? scheduled : null,
  };
}
