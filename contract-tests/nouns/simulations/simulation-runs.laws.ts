import { payloadOf } from '../../checks/delivery.ts';
import { expect } from '../../law/expect.ts';
import { laws, type TestContext } from '../../suite/laws.ts';
import type { Destination } from '../../targets/receiver.ts';
import { notificationsFor, webhooks } from '../../webhooks/arrange.ts';
import { isSigned } from '../../webhooks/is-signed.ts';
import { createCustomer, unknownId } from '../arrange.ts';
import { eventsOf, newestEvent } from '../events/arrange.ts';
import { createDestination, removeDestination, updateDestination } from '../notification-settings/arrange.ts';
import { seedSubscription } from '../subscriptions/arrange.ts';
import { type Scenario, scenarioConfig, scenarios } from './arbitrary.ts';
import { createSimulation, eventsOfRun, readRun, runSimulation, type SimulationEvent } from './arrange.ts';

/** Opens an account with a destination for simulated traffic. */
async function listening(context: TestContext, fields: object = {}) {
  const { receiver, settle } = webhooks(context);
  const account = context.target.newAccount();
  const destination = receiver.newDestination();
  const setting = await createDestination(account, {
    destination: destination.url,
    traffic_source: 'simulation',
    ...fields,
  });
  /** Runs a simulation until all is delivered. */
  const simulate = async (type: string, content: object = {}) => {
    const simulation = await createSimulation(account, { notification_setting_id: setting.id, type, ...content });
    const started = await runSimulation(account, simulation);
    await settle(account);
    const run = await readRun(account, simulation, started);
    return { simulation, started, run, events: await eventsOfRun(account, simulation, run) };
  };
  return { account, destination, setting, settle, simulate };
}

const typesOf = (events: readonly SimulationEvent[]) => events.map(({ event_type }): string => event_type);

const receivedTypes = ({ deliveries }: Destination) =>
  deliveries.map((delivery): string => payloadOf(delivery).event_type);

export default laws(({ target, test }) => {
  const isKnown = (type: string) => target.behaviours['webhook-events'] === 'all' || listed.has(type);
  const published = (type: Scenario) => scenarios[type].events.filter(isKnown);

  for (const type of Object.keys(scenarios) as Scenario[])
    test(`simulation-scenarios: ${type} delivers its events in the published order, signed, once each`, async (context) => {
      const { destination, setting, simulate } = await listening(context);
      const { run, events } = await simulate(type);
      expect(run).toMatchObject({ status: 'completed', type });
      expect(typesOf(events)).toEqual(published(type));
      expect(receivedTypes(destination)).toEqual(published(type));
      for (const { body, headers } of destination.deliveries)
        expect(isSigned(body, headers.get('paddle-signature') ?? '', setting.endpoint_secret_key)).toBe(true);
    });

  test('simulation-events: each event has the bytes that were sent and the response, and its ID is that of the webhook', async (context) => {
    const { destination, simulate } = await listening(context);
    destination.answer({ status: 200, body: 'Thank you.' });
    const { events } = await simulate('subscription_cancellation');
    expect(events).toHaveLength(published('subscription_cancellation').length);
    for (const [index, event] of events.entries()) {
      const delivery = destination.deliveries[index];
      if (!delivery) throw new Error(`${event.id} was not delivered.`);
      const webhook = payloadOf(delivery);
      expect(event).toMatchObject({
        status: 'success',
        request: { body: delivery.body.toString() },
        response: { body: 'Thank you.', status_code: 200 },
      });
      expect(webhook).toMatchObject({ event_id: event.id, event_type: event.event_type, data: event.payload });
      expect(event.id).toMatch(/^ntfsimevt_[a-z\d]{26}$/);
      expect(webhook.notification_id).toMatch(/^ntfsimntf_[a-z\d]{26}$/);
    }
  });

  test('simulation-runs: a run begins pending, and the simulation keeps its time; a list has runs newest first, with their events if included', async (context) => {
    const { account, setting, settle, simulate } = await listening(context);
    const { simulation, started, run, events } = await simulate('customer.created');
    expect(started).toMatchObject({ status: 'pending', type: 'customer.created' });
    expect(run).toEqual({ ...started, status: 'completed', updated_at: run.updated_at });
    const path = { simulation_id: simulation.id };
    expect((await account.call('getSimulation', { path })).data.last_run_at).toBe(started.created_at);
    const again = await runSimulation(account, simulation);
    await settle(account);
    await createSimulation(account, { notification_setting_id: setting.id });
    const plain = (await account.call('listSimulationRuns', { path })).data;
    expect(plain.map(({ id }) => id)).toEqual([again.id, run.id]);
    expect(plain[1]).toEqual(run);
    const whole = (await account.call('listSimulationRuns', { path, query: { include: ['events'] } })).data;
    expect(whole[1]).toEqual({ ...run, events });
    const one = { ...path, simulation_run_id: run.id };
    const query = { include: ['events' as const] };
    expect((await account.call('getSimulationRun', { path: one, query })).data).toEqual({ ...run, events });
  });

  test('simulation-changes-nothing: neither events nor notifications nor entities are left of a run', async (context) => {
    const { account, simulate, setting } = await listening(context, { traffic_source: 'all' });
    await createCustomer(account);
    const newest = await newestEvent(account);
    const state = async () => ({
      events: await eventsOf(account, newest),
      notifications: (await notificationsFor(account, setting)).map(({ id }) => id),
      customers: (await account.call('listCustomers')).data,
      subscriptions: (await account.call('listSubscriptions')).data,
      transactions: (await account.call('listTransactions')).data,
      prices: (await account.call('listPrices')).data,
    });
    const before = await state();
    for (const type of Object.keys(scenarios)) await simulate(type);
    expect(await state()).toEqual(before);
  });

  test('simulation-payloads: a single event contains the payload of its simulation, or else an example', async (context) => {
    const { account, destination, simulate } = await listening(context);
    const customer = await createCustomer(account);
    const payload = { ...customer, name: 'Simulated' };
    const given = await simulate('customer.updated', { payload });
    expect(given.events).toMatchObject([{ event_type: 'customer.updated', payload }]);
    const [sent] = destination.deliveries.map(payloadOf);
    expect(sent?.data).toEqual(payload);
    const made = await simulate('customer.created');
    expect(made.events[0]?.payload).toMatchObject({ id: expect.stringMatching(/^ctm_/), status: 'active' });
  });

  test('simulation-payloads: each event type can be simulated alone, with an example in the status that it announces', async (context) => {
    const { account, simulate } = await listening(context);
    for (const { name } of (await account.call('listEventTypes')).data) {
      const { events } = await simulate(name);
      expect(events, name).toMatchObject([{ event_type: name, status: 'success' }]);
      const status = statusOf[name];
      if (status !== undefined) expect(events[0]?.payload, name).toMatchObject({ status });
    }
  });

  test('simulation-deliveries: a destination that fails leaves failed events, which are not retried', async (context) => {
    const { destination, simulate } = await listening(context);
    destination.answer({ status: 500, body: 'Sorry.' });
    const { run, events } = await simulate('subscription_pause');
    expect(run.status).toBe('completed');
    expect(events).not.toEqual([]);
    for (const event of events)
      expect(event).toMatchObject({ status: 'failed', response: { body: 'Sorry.', status_code: 500 } });
    expect(destination.deliveries).toHaveLength(events.length);
  });

  test('simulation-deliveries: one that does not answer leaves no response', async (context) => {
    const { destination, simulate } = await listening(context);
    destination.answer('reset');
    const { events } = await simulate('customer.created');
    expect(events).toMatchObject([{ status: 'failed', request: { body: expect.any(String) }, response: null }]);
  });

  test('simulation-deliveries: one that is deleted aborts what is left, and cancels the run', async (context) => {
    const { account, destination, setting, settle } = await listening(context);
    const first = Promise.withResolvers<number>();
    destination.answer(() => first.promise);
    const simulation = await createSimulation(account, {
      notification_setting_id: setting.id,
      type: 'subscription_pause',
    });
    const run = await runSimulation(account, simulation);
    await destination.arrived(1);
    await removeDestination(account, setting);
    first.resolve(200);
    await settle(account);
    const [sent, ...others] = await eventsOfRun(account, simulation, run);
    expect(sent?.status).toBe('success');
    const isAborted = others.length > 0;
    for (const event of others) expect(event).toMatchObject({ status: 'aborted', request: null, response: null });
    expect((await readRun(account, simulation, run)).status).toBe(isAborted ? 'canceled' : 'completed');
  });

  test('simulation-conflicts: a simulation that is still running cannot run again, and another one can', async (context) => {
    const { account, destination, setting, settle } = await listening(context);
    const first = Promise.withResolvers<number>();
    destination.answer(() => first.promise);
    const simulation = await createSimulation(account, { notification_setting_id: setting.id });
    const run = await runSimulation(account, simulation);
    expect((await readRun(account, simulation, run)).status).toBe('pending');
    const path = { simulation_id: simulation.id };
    expect(await account.refusal('createSimulationRun', { path })).toMatchObject({
      status: 409,
      code: 'notification_simulation_already_running_conflict',
    });
    await runSimulation(account, await createSimulation(account, { notification_setting_id: setting.id }));
    first.resolve(200);
    await settle(account);
    await runSimulation(account, simulation);
  });

  test('simulation-destinations: only active URLs that take simulated traffic are sent simulated events', async () => {
    const account = target.newAccount();
    const email = { type: 'email', destination: 'sam@example.com', traffic_source: 'all' };
    for (const [fields, isActive] of [
      [{ traffic_source: 'platform' }, true],
      [{ traffic_source: 'all' }, false],
      [email, true],
    ] as const) {
      const setting = await createDestination(account, fields);
      if (!isActive) await updateDestination(account, setting, { active: false });
      const simulation = await createSimulation(account, { notification_setting_id: setting.id });
      const path = { simulation_id: simulation.id };
      expect(await account.refusal('createSimulationRun', { path }), JSON.stringify(fields)).toMatchObject({
        status: 409,
        code: 'notification_simulation_run_notification_settings_conflict',
      });
    }
  });

  test('simulation-conflicts: entities that do not exist, or do not allow the scenario, are a conflict, and nothing is sent', async () => {
    const account = target.newAccount();
    for (const [type, part] of [
      ['subscription_renewal', { entities: { subscription_id: unknownId('sub') } }],
      ['subscription_cancellation', { entities: { subscription_id: unknownId('sub') } }],
      ['subscription_creation', { entities: { customer_id: unknownId('ctm') } }],
      ['subscription_creation', { entities: { transaction_id: unknownId('txn') } }],
      ['subscription_creation', { entities: { items: [{ price_id: unknownId('pri'), quantity: 1 }] } }],
    ] as const) {
      const simulation = await createSimulation(account, { type, config: scenarioConfig(type, part) });
      const path = { simulation_id: simulation.id };
      expect(await account.refusal('createSimulationRun', { path }), JSON.stringify(part)).toMatchObject({
        status: 409,
        code: 'notification_simulation_run_configuration_conflict',
      });
      expect((await account.call('listSimulationRuns', { path })).data).toEqual([]);
    }
  });

  test('simulation-entities: a scenario is about the subscription that is given, as it would be, and leaves it as it is', async (context) => {
    const { account, simulate } = await listening(context);
    const seeded = await seedSubscription(account);
    if (!seeded) context.skip('the target cannot be seeded');
    const path = { subscription_id: seeded?.subscription_id ?? '' };
    const before = (await account.call('getSubscription', { path })).data;
    for (const [type, status] of [
      ['subscription_pause', 'paused'],
      ['subscription_cancellation', 'canceled'],
      ['subscription_renewal', 'active'],
      ['subscription_resume', 'active'],
    ] as const) {
      const { events } = await simulate(type, { config: scenarioConfig(type, { entities: path }) });
      const about = events.filter(({ event_type }) => event_type.startsWith('subscription.'));
      expect(about, type).not.toEqual([]);
      for (const { payload } of about)
        expect(payload).toMatchObject({ id: before.id, customer_id: before.customer_id, status });
    }
    expect((await account.call('getSubscription', { path })).data).toEqual(before);
  });

  test('simulation-replay: a replay sends the event again, as a new event of the run', async (context) => {
    const { account, destination, settle, simulate } = await listening(context);
    const { simulation, run, events } = await simulate('customer.created');
    const [original] = events;
    if (!original) throw new Error('No event was simulated.');
    const path = { simulation_id: simulation.id, simulation_run_id: run.id, simulation_event_id: original.id };
    const replayed = (await account.call('replaySimulationEvent', { path })).data;
    expect(replayed).toMatchObject({ status: 'pending', event_type: 'customer.created', payload: original.payload });
    expect(replayed.id).not.toBe(original.id);
    await settle(account);
    expect(destination.deliveries.map((delivery) => payloadOf(delivery).event_id)).toEqual([original.id, replayed.id]);
    const after = await eventsOfRun(account, simulation, run);
    expect(after).toMatchObject([original, { id: replayed.id, status: 'success' }]);
    expect((await account.call('getSimulationEvent', { path })).data).toEqual(original);
  });

  test('get-404: runs and events of another simulation are not found', async () => {
    const account = target.newAccount();
    const [one, other] = [await createSimulation(account), await createSimulation(account)];
    const run = await runSimulation(account, one);
    const [event] = await eventsOfRun(account, one, run);
    const foreign = { simulation_id: other.id, simulation_run_id: run.id };
    const own = { simulation_id: one.id, simulation_run_id: run.id, simulation_event_id: unknownId('ntfsimevt') };
    const ofRun = await runSimulation(account, other);
    const wrongRun = {
      simulation_id: other.id,
      simulation_run_id: ofRun.id,
      simulation_event_id: event?.id ?? '',
    };
    for (const refusal of [
      await account.refusal('getSimulationRun', { path: foreign }),
      await account.refusal('listSimulationEvents', { path: foreign }),
      await account.refusal('getSimulationEvent', { path: own }),
      await account.refusal('getSimulationEvent', { path: wrongRun }),
      await account.refusal('replaySimulationEvent', { path: wrongRun }),
    ])
      expect(refusal).toMatchObject({ status: 404, code: 'not_found' });
  });

  const optionLaws: readonly (readonly [title: string, type: Scenario, options: object, events: readonly string[]])[] =
    [
      [
        'a buyer who is found by email exists already, and gets a new address',
        'subscription_creation',
        { customer_simulated_as: 'existing_email_matched' },
        scenarios.subscription_creation.events.filter((event) => event !== 'customer.created'),
      ],
      [
        'a buyer whose details are prefilled is in the transaction from the start',
        'subscription_creation',
        { customer_simulated_as: 'existing_details_prefilled' },
        ['transaction.created', 'transaction.ready', ...scenarios.subscription_creation.events.slice(5)],
      ],
      [
        'a new business follows the address',
        'subscription_creation',
        { business_simulated_as: 'new' },
        inserted('business.created', 3),
      ],
      [
        'a discount that the buyer enters updates the transaction',
        'subscription_creation',
        { discount_simulated_as: 'entered_by_customer' },
        inserted('transaction.updated', 1),
      ],
      [
        'a prefilled discount is in the transaction from the start',
        'subscription_creation',
        { discount_simulated_as: 'prefilled' },
        scenarios.subscription_creation.events,
      ],
      [
        'a renewal that is never paid cancels the subscription',
        'subscription_renewal',
        { payment_outcome: 'failed' },
        [
          ...unpaid(scenarios.subscription_renewal.events),
          'subscription.updated',
          'subscription.canceled',
          ...debtEnds,
        ],
      ],
      [
        'a renewal that is never paid pauses the subscription, if that is asked for',
        'subscription_renewal',
        { payment_outcome: 'failed', dunning_exhausted_action: 'subscription_paused' },
        [...unpaid(scenarios.subscription_renewal.events), 'subscription.updated', 'subscription.paused', ...debtEnds],
      ],
      ...(['recovered_existing_payment_method', 'recovered_updated_payment_method'] as const).map(
        (payment_outcome) =>
          [
            `a renewal is ${payment_outcome.replaceAll('_', ' ')}`,
            'subscription_renewal',
            { payment_outcome },
            [...unpaid(scenarios.subscription_renewal.events), ...recovery],
          ] as const,
      ),
      [
        'a resumption that is paid later',
        'subscription_resume',
        { payment_outcome: 'recovered_existing_payment_method' },
        [...unpaid(scenarios.subscription_resume.events), ...recovery],
      ],
      [
        'a cancellation at the end of the period is scheduled before',
        'subscription_cancellation',
        { effective_from: 'next_billing_period' },
        ['subscription.updated', ...scenarios.subscription_cancellation.events],
      ],
      [
        'a pause at the end of the period is scheduled before',
        'subscription_pause',
        { effective_from: 'next_billing_period' },
        ['subscription.updated', ...scenarios.subscription_pause.events],
      ],
      [
        'a cancellation cancels what is unpaid',
        'subscription_cancellation',
        { has_past_due_transaction: true },
        [...scenarios.subscription_cancellation.events, ...debtEnds],
      ],
      [
        'a pause cancels what is unpaid',
        'subscription_pause',
        { has_past_due_transaction: true },
        [...scenarios.subscription_pause.events, ...debtEnds],
      ],
    ];
  for (const [title, type, options, events] of optionLaws)
    test(`simulation-options: ${title}`, async (context) => {
      const { destination, simulate } = await listening(context);
      const { events: sent } = await simulate(type, { config: scenarioConfig(type, { options }) });
      expect(typesOf(sent)).toEqual(events.filter(isKnown));
      expect(receivedTypes(destination)).toEqual(events.filter(isKnown));
    });
});

/** Event types that the guide lists. */
const listed = new Set([
  'address.created',
  'address.updated',
  'customer.created',
  'customer.updated',
  'subscription.canceled',
  'subscription.created',
  'subscription.past_due',
  'subscription.paused',
  'subscription.resumed',
  'subscription.updated',
  'transaction.completed',
  'transaction.created',
  'transaction.payment_failed',
  'transaction.updated',
]);

/** Status of the entity after an event. */
const statusOf: Readonly<Record<string, string>> = {
  'subscription.created': 'active',
  'subscription.activated': 'active',
  'subscription.trialing': 'trialing',
  'subscription.past_due': 'past_due',
  'subscription.paused': 'paused',
  'subscription.resumed': 'active',
  'subscription.canceled': 'canceled',
  'transaction.created': 'draft',
  'transaction.ready': 'ready',
  'transaction.billed': 'billed',
  'transaction.paid': 'paid',
  'transaction.completed': 'completed',
  'transaction.canceled': 'canceled',
  'transaction.past_due': 'past_due',
};

/** Events of a bill that is not paid, instead of its payment. */
function unpaid(events: readonly string[]): string[] {
  return [
    ...events.slice(0, events.indexOf('transaction.billed') + 1),
    'transaction.payment_failed',
    'transaction.updated',
    'transaction.past_due',
    'subscription.updated',
    'subscription.past_due',
  ];
}

/** The events of a purchase with one more. */
function inserted(type: string, at: number): string[] {
  const events: readonly string[] = scenarios.subscription_creation.events;
  return events.toSpliced(at, 0, type);
}

const debtEnds = ['transaction.updated', 'transaction.canceled'];

const recovery = [
  'transaction.updated',
  'transaction.paid',
  'subscription.updated',
  'subscription.activated',
  'transaction.updated',
  'transaction.completed',
];
