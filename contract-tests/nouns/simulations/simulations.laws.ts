import fc from 'fast-check';
import { text } from '../../arbitraries/text.ts';
import { assertProperty } from '../../law/assert-property.ts';
import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import { unknownId } from '../arrange.ts';
import { eventTypeNames } from '../notification-settings/arbitrary.ts';
import { createDestination } from '../notification-settings/arrange.ts';
import { defaultsOf, type Scenario, scenarioConfig, scenarios, simulationContent } from './arbitrary.ts';
import { createSimulation } from './arrange.ts';

export default laws(({ target, test }) => {
  test('simulation-types: each event type and five scenarios can be simulated, and any key lists them', async () => {
    const types = (await target.newAccount().call('listSimulationTypes')).data;
    const single = types.filter(({ type }) => type === 'single_event');
    expect(single.map(({ name }): string => name).toSorted()).toEqual(eventTypeNames(target.contract).toSorted());
    for (const { name, events } of single) expect(events).toEqual([name]);
    const known = new Set(eventTypeNames(target.contract));
    for (const [name, { events }] of Object.entries(scenarios))
      expect(types.find((type) => type.name === name)).toMatchObject({
        type: 'scenario',
        events: events.filter((event) => known.has(event)),
      });
    expect(types).toHaveLength(single.length + Object.keys(scenarios).length);
  });

  test('simulations: a simulation has what was sent, and is active; a payload belongs to a single event, a configuration to a scenario', async () => {
    const account = target.newAccount();
    const { id: notification_setting_id } = await createDestination(account, { traffic_source: 'simulation' });
    const content = fc.tuple(text(200, 1), simulationContent(target.contract));
    const property = fc.asyncProperty(content, async ([name, sent]) => {
      const body = { notification_setting_id, name, ...sent };
      const created = (await account.call('createSimulation', { body })).data;
      const { id, created_at, updated_at, ...rest } = created;
      expect(id).toMatch(/^ntfsim_[a-z\d]{26}$/);
      expect(updated_at).toBe(created_at);
      expect(rest).toEqual({
        ...{ status: 'active', notification_setting_id, name, type: sent.type, last_run_at: null },
        payload: sent.payload ?? null,
        config: sent.config === undefined ? null : defaultsOf(sent.config),
      });
      expect((await account.call('getSimulation', { path: { simulation_id: id } })).data).toEqual(created);
    });
    await assertProperty(property, 20);
  });

  test('simulation-permissions: a key needs to be able to read the entities that a configuration names', async ({
    skip,
  }) => {
    const keys = target.can.keys ?? skip('API keys cannot be created on the target');
    const account = target.newAccount();
    const { id: notification_setting_id } = await createDestination(account, { traffic_source: 'simulation' });
    const own = ['notification_simulation.read', 'notification_simulation.write'];
    const [simulator, reader] = [
      await keys.create(account, { permissions: own }),
      await keys.create(account, { permissions: [...own, 'subscription.read'] }),
    ];
    const entities = { subscription_id: unknownId('sub') };
    const named = { type: 'subscription_pause', config: { subscription_pause: { entities } } };
    const body = { notification_setting_id, name: 'A pause', ...named };
    expect(await simulator.refusal('createSimulation', { body })).toMatchObject({ status: 403, code: 'forbidden' });
    const { id } = (await reader.call('createSimulation', { body })).data;
    const path = { simulation_id: id };
    expect(await simulator.refusal('updateSimulation', { path, body: named })).toMatchObject({ status: 403 });
    await simulator.call('createSimulation', { body: { ...body, config: null } });
    await simulator.call('updateSimulation', { path, body: { name: 'Another pause' } });
  });

  test('simulations: a payload of a scenario and a configuration of a single event are ignored', async () => {
    const account = target.newAccount();
    const scenario = await createSimulation(account, { type: 'subscription_pause', payload: { id: 'sub_1' } });
    expect(scenario).toMatchObject({ payload: null, config: null });
    const config = { subscription_pause: { options: { effective_from: 'immediately' } } };
    expect(await createSimulation(account, { config })).toMatchObject({ payload: null, config: null });
  });

  test('create-status-code: creating a simulation answers 201', async () => {
    const account = target.newAccount();
    const { id } = await createDestination(account, { traffic_source: 'all' });
    const body = { notification_setting_id: id, name: 'New customers', type: 'customer.created' };
    expect((await account.request('POST', '/simulations', { body })).status).toBe(201);
  });

  test('get-404: a simulation that does not exist is not found, nor is one for an unknown destination', async () => {
    const account = target.newAccount();
    const path = { simulation_id: unknownId('ntfsim') };
    const body = { notification_setting_id: unknownId('ntfset'), name: 'New customers', type: 'customer.created' };
    const known = await createSimulation(account);
    for (const refusal of [
      await account.refusal('getSimulation', { path }),
      await account.refusal('updateSimulation', { path, body: { name: 'Old customers' } }),
      await account.refusal('listSimulationRuns', { path }),
      await account.refusal('createSimulationRun', { path }),
      await account.refusal('createSimulation', { body: Object(body) }),
      await account.refusal('updateSimulation', {
        path: { simulation_id: known.id },
        body: { notification_setting_id: unknownId('ntfset') },
      }),
    ])
      expect(refusal).toMatchObject({ status: 404, code: 'not_found' });
  });

  test('simulation-config: another scenario, both items and a transaction, and an end of a payment that succeeds are refused', async () => {
    const account = target.newAccount();
    const { id: notification_setting_id } = await createDestination(account, { traffic_source: 'all' });
    const items = [{ price_id: unknownId('pri'), quantity: 1 }];
    for (const [type, config, field] of [
      ['subscription_pause', { subscription_resume: {} }, 'config.subscription_resume'],
      [
        'subscription_creation',
        { subscription_creation: { entities: { items, transaction_id: unknownId('txn') } } },
        'config.subscription_creation.entities.items',
      ],
      [
        'subscription_renewal',
        { subscription_renewal: { options: { dunning_exhausted_action: 'subscription_paused' } } },
        'config.subscription_renewal.options.dunning_exhausted_action',
      ],
    ] as const) {
      const body = { notification_setting_id, name: 'Refused', type, config };
      expect(await account.refusal('createSimulation', { body: Object(body) })).toMatchObject({
        status: 400,
        code: 'bad_request',
        errors: [{ field }],
      });
    }
    const body = { notification_setting_id, name: 'Unknown', type: 'subscription_ended' };
    expect(await account.refusal('createSimulation', { body: Object(body) })).toMatchObject({ code: 'bad_request' });
  });

  test('simulation-config: a payment that fails ends in a cancellation unless a pause is asked for', async () => {
    const account = target.newAccount();
    for (const type of ['subscription_renewal', 'subscription_resume'] as const)
      for (const [sent, action] of [
        [{}, 'subscription_canceled'],
        [{ dunning_exhausted_action: null }, 'subscription_canceled'],
        [{ dunning_exhausted_action: 'subscription_paused' }, 'subscription_paused'],
      ] as const) {
        const config = { [type]: { options: { payment_outcome: 'failed', ...sent } } };
        const { config: complete } = await createSimulation(account, { type, config });
        expect(complete?.[type]?.options).toEqual({ payment_outcome: 'failed', dunning_exhausted_action: action });
      }
  });

  test('simulation-updates: only the fields that were sent change, and another type begins without a payload', async () => {
    const account = target.newAccount();
    const created = await createSimulation(account, { payload: { id: 'ctm_1' } });
    const path = { simulation_id: created.id };
    const renamed = (await account.call('updateSimulation', { path, body: { name: 'Renamed' } })).data;
    expect(renamed).toEqual({ ...created, name: 'Renamed', updated_at: renamed.updated_at });
    const body = { type: 'address.created' } as const;
    expect((await account.call('updateSimulation', { path, body })).data).toMatchObject({ ...body, payload: null });
    const config = scenarioConfig('subscription_pause', { options: { has_past_due_transaction: true } });
    const scenario = { type: 'subscription_pause' as const, config };
    const updated = (await account.call('updateSimulation', { path, body: Object(scenario) })).data;
    expect(updated).toMatchObject({ type: 'subscription_pause', payload: null, config: defaultsOf(config) });
    const { id } = await createDestination(account, { traffic_source: 'all' });
    expect(
      (await account.call('updateSimulation', { path, body: { notification_setting_id: id } })).data,
    ).toMatchObject({
      notification_setting_id: id,
      config: defaultsOf(config),
    });
  });

  test('simulation-archiving: an archived simulation can neither be changed nor run, until it is active again', async () => {
    const account = target.newAccount();
    const { id } = await createSimulation(account);
    const path = { simulation_id: id };
    const archived = (await account.call('updateSimulation', { path, body: { status: 'archived' } })).data;
    expect(archived.status).toBe('archived');
    for (const refusal of [
      await account.refusal('updateSimulation', { path, body: { name: 'Renamed' } }),
      await account.refusal('createSimulationRun', { path }),
    ])
      expect(refusal).toMatchObject({ status: 400, code: 'entity_archived' });
    const body = { status: 'active' as const, name: 'Back' };
    expect((await account.call('updateSimulation', { path, body })).data).toMatchObject(body);
  });

  test('simulation-lists: simulations are listed newest first, by destination and by status', async () => {
    const account = target.newAccount();
    const setting = await createDestination(account, { traffic_source: 'all' });
    const of = { notification_setting_id: setting.id };
    const [first, second, third] = [
      await createSimulation(account, of),
      await createSimulation(account, of),
      await createSimulation(account),
    ];
    const path = { simulation_id: second.id };
    await account.call('updateSimulation', { path, body: { status: 'archived' } });
    const listed = async (query: object) =>
      (await account.call('listSimulations', { query: { per_page: 200, ...query } })).data.map(({ id }) => id);
    expect((await listed({ status: 'active' })).slice(0, 2)).toEqual([third.id, first.id]);
    expect(await listed({ ...of, status: 'active,archived' })).toEqual([second.id, first.id]);
    expect(await listed({ ...of, status: 'archived' })).toEqual([second.id]);
    expect(await listed({ ...of, status: 'active' })).toEqual([first.id]);
    expect(await listed({ id: `${first.id},${third.id}`, order_by: 'id[ASC]' })).toEqual([first.id, third.id]);
  });

  for (const type of Object.keys(scenarios) as Scenario[])
    test(`simulation-config: without a configuration, ${type} has none, and an empty one has the defaults`, async () => {
      const account = target.newAccount();
      expect((await createSimulation(account, { type })).config).toBeNull();
      const config = scenarioConfig(type, {});
      expect((await createSimulation(account, { type, config })).config).toEqual(defaultsOf(config));
    });
});
