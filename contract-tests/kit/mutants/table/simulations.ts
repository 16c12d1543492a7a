import { isObject, type JsonObject } from '#openapi/document/json.ts';
import { changeDeliveries, changeRequests, changeResponses, interceptWithState } from '../define-defect.ts';
import { changeBody, changeEntities, changePage, changeQuery, codeOf, without } from '../edit-message.ts';
import type { Defect, Mutant } from '../mutant.ts';

const creation = 'POST /simulations';
const runs = '/simulations/*/runs';
const events = `GET ${runs}/*/events`;

/** Defines a defect that changes the body of new simulations. */
function changeCreation(change: (body: JsonObject) => JsonObject): () => Defect {
  return changeRequests(creation, (request) => changeBody(request, change));
}

/** Defines a defect that changes simulations in the response to their creation. */
function changeCreated(change: (simulation: JsonObject) => JsonObject): () => Defect {
  return changeResponses(creation, (answer) => changeEntities(answer, change));
}

/** Defines a defect that changes the events of runs as they are listed. */
function changeEvents(change: (event: JsonObject) => JsonObject): () => Defect {
  return changeResponses(events, (answer) => changeEntities(answer, change));
}

/** Defines a defect that changes the parts of a new configuration. */
function changeParts(change: (part: JsonObject) => JsonObject): () => Defect {
  return changeCreation((body) => {
    const { config } = body;
    if (!isObject(config)) return body;
    const parts = Object.entries(config).map(([name, part]) => [name, isObject(part) ? change(part) : part]);
    return { ...body, config: Object.fromEntries(parts) };
  });
}

/** Mutants of simulations, their runs and events. */
export const simulationMutants: readonly Mutant[] = [
  {
    name: 'simulation-types-without-scenarios',
    description: 'no scenario can be simulated',
    breaks: ['simulation-types'],
    start: changeResponses('GET /simulation-types', (answer) =>
      changePage(answer, (types) => types.filter((type) => isObject(type) && type['type'] === 'single_event')),
    ),
  },
  {
    name: 'simulation-types-out-of-order',
    description: 'the events of a scenario are listed backwards',
    breaks: ['simulation-types'],
    start: changeResponses('GET /simulation-types', (answer) =>
      changeEntities(answer, (type) => ({ ...type, events: [type['events'] ?? []].flat().toReversed() })),
    ),
  },
  {
    name: 'simulation-archived-at-once',
    description: 'a new simulation is archived',
    breaks: ['simulations'],
    start: changeCreated((simulation) => ({ ...simulation, status: 'archived' })),
  },
  {
    name: 'simulation-without-payload',
    description: 'a simulation has no payload of its own',
    breaks: ['simulations', 'simulation-payloads'],
    start: changeCreation((body) => without(body, 'payload')),
  },
  {
    name: 'simulation-config-without-defaults',
    description: 'the configuration is not completed',
    breaks: ['simulation-config'],
    start: changeCreated((simulation) => {
      const { config } = simulation;
      return isObject(config) ? { ...simulation, config: {} } : simulation;
    }),
  },
  {
    name: 'simulation-config-of-anything',
    description: 'the configuration of another scenario is ignored',
    breaks: ['simulation-config'],
    start: changeCreation((body) => {
      const { config, type } = body;
      if (!isObject(config)) return body;
      return { ...body, config: { [String(type)]: config[String(type)] ?? null } };
    }),
  },
  {
    name: 'simulation-update-forgets',
    description: 'an update forgets the payload',
    breaks: ['simulation-updates'],
    start: changeResponses('PATCH /simulations/*', (answer) =>
      changeEntities(answer, (simulation) => ({ ...simulation, payload: null, config: null })),
    ),
  },
  {
    name: 'simulation-never-archived',
    description: 'archiving a simulation changes nothing',
    breaks: ['simulation-archiving'],
    start: changeRequests('PATCH /simulations/*', (request) =>
      changeBody(request, (body) => (body['status'] === 'archived' ? { status: 'active' } : body)),
    ),
  },
  {
    name: 'simulation-list-oldest-first',
    description: 'simulations are listed oldest first',
    breaks: ['simulation-lists'],
    start: changeRequests('GET /simulations', (request) =>
      changeQuery(request, (query) => {
        if (!query.has('order_by')) query.set('order_by', 'id[ASC]');
      }),
    ),
  },
  {
    name: 'simulation-list-of-all-destinations',
    description: 'the filter by destination has no effect',
    breaks: ['simulation-lists'],
    start: changeRequests('GET /simulations', (request) =>
      changeQuery(request, (query) => query.delete('notification_setting_id')),
    ),
  },
  {
    name: 'simulation-run-never-ends',
    description: 'a run stays pending',
    breaks: ['simulation-runs'],
    start: changeResponses(`GET ${runs}/*`, (answer) =>
      changeEntities(answer, (run) => ({ ...run, status: 'pending' })),
    ),
  },
  {
    name: 'simulation-run-without-events',
    description: 'included events are missing',
    breaks: ['simulation-runs'],
    start: changeRequests(`GET ${runs}/*`, (request) => changeQuery(request, (query) => query.delete('include'))),
  },
  {
    name: 'simulated-event-missing',
    description: 'a run lists all events but its first',
    breaks: ['simulation-scenarios'],
    start: changeResponses(events, (answer) => changePage(answer, (page) => page.slice(1))),
  },
  {
    name: 'simulated-webhook-named-anew',
    description: 'the webhook of a simulated event has an ID of its own',
    breaks: ['simulation-events'],
    start: changeDeliveries((delivery) =>
      changeBody(delivery, (body) => ({ ...body, event_id: String(body['event_id']).replace('ntfsimevt', 'evt') })),
    ),
  },
  {
    name: 'simulated-response-lost',
    description: 'the response of the destination is not recorded',
    breaks: ['simulation-events'],
    start: changeEvents((event) => ({ ...event, response: null })),
  },
  {
    name: 'simulated-request-lost',
    description: 'the request is not recorded',
    breaks: ['simulation-events'],
    start: changeEvents((event) => ({ ...event, request: null })),
  },
  {
    name: 'simulated-failure-succeeds',
    description: 'a failed delivery counts as a success',
    breaks: ['simulation-deliveries'],
    start: changeEvents((event) => (event['status'] === 'failed' ? { ...event, status: 'success' } : event)),
  },
  {
    name: 'simulated-response-of-nobody',
    description: 'without a response, an empty one is recorded',
    breaks: ['simulation-deliveries'],
    start: changeEvents((event) => ({ ...event, response: event['response'] ?? { body: '', status_code: 0 } })),
  },
  {
    name: 'simulation-entities-ignored',
    description: 'given entities are ignored',
    breaks: ['simulation-entities', 'simulation-conflicts'],
    start: changeParts((part) => without(part, 'entities')),
  },
  {
    name: 'simulation-options-ignored',
    description: 'options have no effect',
    breaks: ['simulation-options'],
    start: changeParts((part) => without(part, 'options')),
  },
  {
    name: 'simulation-conflict-answers-400',
    description: 'a conflict of a run gives 400',
    breaks: ['simulation-conflicts'],
    start: changeResponses(`POST ${runs}`, (answer) => (answer.status === 409 ? { ...answer, status: 400 } : answer)),
  },
  {
    name: 'simulation-conflict-of-one-code',
    description: 'all conflicts of a run have one code',
    breaks: ['simulation-conflicts', 'simulation-destinations'],
    start: changeResponses(`POST ${runs}`, (answer) =>
      String(codeOf(answer)).startsWith('notification_simulation_')
        ? changeBody(answer, (body) => ({
            ...body,
            error: {
              ...(isObject(body['error']) ? body['error'] : {}),
              code: 'notification_simulation_run_configuration_conflict',
            },
          }))
        : answer,
    ),
  },
  {
    name: 'simulation-to-any-destination',
    description: 'simulated events are sent to every destination',
    breaks: ['simulation-destinations'],
    start: changeRequests('POST /notification-settings', (request) =>
      changeBody(request, (body) => ({ ...body, traffic_source: 'all' })),
    ),
  },
  {
    name: 'simulation-leaves-traces',
    description: 'a run changes the names of customers',
    breaks: ['simulation-changes-nothing'],
    start: interceptWithState('* **', () => {
      let hasRun = false;
      return async (request, forward) => {
        const answer = await forward(request);
        hasRun ||= request.method === 'POST' && request.url.pathname.endsWith('/runs');
        const isList = request.method === 'GET' && request.url.pathname === '/customers';
        return hasRun && isList ? changeEntities(answer, (entity) => ({ ...entity, name: 'Simulated' })) : answer;
      };
    }),
  },
  {
    name: 'simulation-replay-of-the-same',
    description: 'a replay returns the event that it replays',
    breaks: ['simulation-replay'],
    start: changeResponses(`POST ${runs}/*/events/*/replay`, (answer, { url }) =>
      changeEntities(answer, (event) => ({ ...event, id: url.pathname.split('/').at(-2) ?? '' })),
    ),
  },
];
