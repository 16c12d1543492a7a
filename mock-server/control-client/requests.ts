import { answerOf, type ControlClient } from '#openapi/control-plane/control-client.ts';
import type { components, operations } from '#openapi/generated/control.ts';
import { type ExpectedRequest, expectOrder, expectRequests } from '../journal/expect-requests.ts';

/** A request with its response, with secrets redacted. */
export type PastRequest = components['schemas']['request'];
/** A filter for requests. */
export type RequestFilter = Omit<NonNullable<operations['listRequests']['parameters']['query']>, 'format'>;

/** The requests and responses of an account. */
export type AccountRequests = {
  /** Lists the stored requests, oldest first. Default: all. */
  list(filter?: RequestFilter): Promise<PastRequest[]>;
  /**
   * Lists the requests that the OpenAPI document does not describe, each with the reason: an unknown operation,
   * parameter or field.
   */
  unexpected(): Promise<PastRequest[]>;
  /**
   * Checks that a request was received, and returns the matching ones.
   *
   * @throws RequestsDiffer that shows the closest requests and their differences
   */
  expect(expected: ExpectedRequest): Promise<PastRequest[]>;
  /** Checks that requests were received in this order, possibly with others in between. @throws RequestsDiffer */
  expectOrder(expected: readonly ExpectedRequest[]): Promise<void>;
  /** Exports requests as a script that sends them again, or as an HTTP Archive. Default: all. */
  export(format: 'har' | 'curl' | 'typescript', filter?: RequestFilter): Promise<string>;
  /** Clears the log. */
  clear(): Promise<void>;
};

/** Overrides the control plane's default of a hundred. */
const all = Number.MAX_SAFE_INTEGER;

export function createRequests(control: ControlClient): AccountRequests {
  const list = async (filter: RequestFilter = {}) =>
    (await answerOf(control.GET('/_paddock/requests', { params: { query: { limit: all, ...filter } } }))).requests;
  return {
    list,
    unexpected: () => list({ unexpected: 'true' }),
    expect: async (expected) => expectRequests(await list(), expected),
    expectOrder: async (expected) => expectOrder(await list(), expected),
    export: (format, filter = {}) => {
      const query = { limit: all, ...filter, format };
      return answerOf(control.GET('/_paddock/requests', { params: { query }, parseAs: 'text' }));
    },
    clear: async () => {
      await control.DELETE('/_paddock/requests');
    },
  };
}
