import type { components } from '#openapi/generated/control.ts';
import { UsageError } from '#openapi/text/usage-error.ts';
import { officialBehaviours } from '../../contract/behaviours.ts';
import { contractOf } from '../../contract/document.ts';
import { reasonOf } from '../../targets/fetch-errors.ts';
import { createTrafficFaults, type Delivery, type GradedExchange, type Traffic } from './traffic.ts';

/** An account of a running mock. */
export type MockAccount = {
  /** Base URL, without a slash at the end. */
  readonly url: string;
  /** Default: the mock's default account. */
  readonly key?: string | undefined;
  readonly controlToken?: string | undefined;
};

type ShownRequest = components['schemas']['request'];

/** More than the journal holds. */
const all = 'limit=1000000000';

/**
 * Reads the traffic of an application from the journal of a running mock.
 *
 * @throws UsageError if no mock responds.
 */
export async function trafficOfMock(mock: MockAccount): Promise<Traffic> {
  // The casts follow the document of the control plane.
  const { requests, total } = (await ask(mock, `requests?${all}`)) as { requests: ShownRequest[]; total: number };
  const { deliveries } = (await ask(mock, `deliveries?${all}`)) as { deliveries: Delivery[] };
  const { behaviours } = (await ask(mock, 'behaviours')) as { behaviours: Record<string, unknown> };
  const { frozen } = (await ask(mock, 'clock')) as { frozen: boolean };
  return {
    exchanges: requests.map(exchangeOf),
    forgotten: total - requests.length,
    deliveries,
    clockIsFrozen: frozen,
    faultsOf: createTrafficFaults(contractOf({ ...officialBehaviours, ...behaviours })),
  };
}

async function ask({ url, key, controlToken }: MockAccount, path: string): Promise<unknown> {
  const headers = {
    ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    ...(controlToken === undefined ? {} : { 'x-paddock-control-token': controlToken }),
  };
  const refuse = (reason: string, instead: string) =>
    new UsageError(`Could not read the journal of ${url}: ${reason}. ${instead}.`);
  const response = await fetch(`${url}/_paddock/${path}`, { headers, redirect: 'manual' }).catch((error: unknown) => {
    throw refuse(reasonOf(error), 'Start a Paddock there, or give its --url');
  });
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && body !== null) return body;
  if (response.status === 403) throw refuse('it wants its control token', 'Give --control-token');
  throw refuse(`the response was ${response.status}`, 'Give the --url of a Paddock');
}

function exchangeOf(shown: ShownRequest): GradedExchange {
  const { pathname, searchParams } = new URL(shown.url, 'http://localhost');
  const { number, received_at, duration_ms, operation_id, method, headers, body, status } = shown;
  return {
    number,
    recorded_at: received_at,
    duration_ms,
    operation: operation_id,
    request: { method, path: pathname, query: [...searchParams], headers, body },
    response: status === 0 ? null : { status, headers: shown.response_headers, body: shown.response_body },
  };
}
