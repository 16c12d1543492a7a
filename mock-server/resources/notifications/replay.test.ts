import { expect, test } from 'vitest';
import { startPaddock } from '../../index.ts';
import { call } from '../../testing/call.ts';

test('a replayed notification is sent at once, as a new one', async () => {
  await using paddock = await startPaddock();
  await paddock.webhooks.collect();
  await paddock.trigger('customer.created');
  await paddock.settle();
  const [first] = paddock.webhooks.received;
  const { data } = await call(paddock, 'POST', `/notifications/${first?.event.notification_id}/replay`);
  const isReplay = ({ notification_id }: { notification_id: string }) => notification_id === data.notification_id;
  const event = await paddock.webhooks.waitFor('customer.created', isReplay);
  expect(event).toEqual({ ...first?.event, notification_id: data.notification_id });
  expect(data.notification_id).toMatch(/^ntf_/);
});
