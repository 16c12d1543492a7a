import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';

/** @evidence guide */
const listedByGuide = [
  'customer.created',
  'customer.updated',
  'subscription.created',
  'subscription.updated',
  'subscription.canceled',
  'subscription.paused',
  'subscription.resumed',
  'subscription.past_due',
  'transaction.created',
  'transaction.updated',
  'transaction.completed',
  'transaction.payment_failed',
  'address.created',
  'address.updated',
];

/** Some event types that only Paddle documents. @evidence official */
const published = ['business.created', 'subscription.activated', 'transaction.paid', 'product.created', 'payout.paid'];

export default laws(({ target, test }) => {
  const onlyListed = target.behaviours['webhook-events'] === 'listed';

  test(`webhook-events-14: the event types are ${onlyListed ? 'the 14 of the guide' : 'the 14 of the guide and more'}, each once`, async () => {
    const { data } = await target.newAccount().call('listEventTypes');
    const names: string[] = data.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    if (onlyListed) expect(names.toSorted()).toEqual(listedByGuide.toSorted());
    else expect(names).toEqual(expect.arrayContaining([...listedByGuide, ...published]));
  });

  test('webhook-events-14: the list comes in one page', async () => {
    const answer = await target.newAccount().request('GET', '/event-types?per_page=1');
    if (typeof answer.body !== 'object' || answer.body === null || !('meta' in answer.body))
      throw new Error('unreachable');
    expect(answer.body.meta).not.toHaveProperty('pagination');
  });
});
