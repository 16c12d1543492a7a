import { expect, test } from 'vitest';
import { buildAddress } from '#fixtures/index.ts';
import { destinationOf } from '../testing/destination.ts';
import { openAccounts } from '../testing/open-accounts.ts';
import { changed } from './change.ts';

test('a notification is found by every owner of its entity, by its ID and by its event', () => {
  const { store } = openAccounts().accounts.default();
  const subscribed_events = [{ name: 'address.created' as const, description: '', group: '', available_versions: [1] }];
  store.insertAll({ notification_settings: [{ ...destinationOf(1), subscribed_events }] });
  const address = buildAddress({ seed: 1 });
  store.apply(changed('addresses', address, ['address.created']));
  const found = (query: { about?: string; search?: string | undefined }) =>
    store.notifications.list({ where: {}, order: 'ASC', limit: 9, ...query });
  const { ids, texts } = found({});
  const lastId = ids.at(-1);
  expect(texts).toHaveLength(1);
  for (const about of [address.id, address.customer_id]) expect(found({ about }).ids.at(-1), about).toBe(lastId);
  for (const search of [lastId, 'address.cre']) expect(found({ search }).ids.at(-1), search).toBe(lastId);
  for (const query of [{ about: 'ctm_1' }, { search: 'customer' }]) expect(found(query).texts).toEqual([]);
});
