import type { components, operations } from '#openapi/generated/control.ts';
import { type ExpectedRequest, expectOrder, expectRequests } from '../journal/expect-requests.ts';
import { answerOf, type ControlClient } from './control-client.ts';

/** An exchange of an account with the API, without secrets. */
export type PastRequest = components['schemas']['request'];
/** Which exchanges to list. */
export type RequestFilter = Omit<NonNullable<operations['listRequests']['parameters']['query']>, 'format'>;

/** What an account was asked, and answered. */
export type AccountRequests = {
  /** The exchanges that are kept, oldest first. Default: all of them. */
  list(filter?: RequestFilter): Promise<PastRequest[]>;
  /** The exchanges that the API's document does not know: no such operation, parameter or field. Each says why. */
  unexpected(): Promise<PastRequest[]>;
  /**
   * Checks that a request came, and returns those that fit.
   *
   * @throws RequestsDiffer that names what came instead, and what is different about it
   */
  expect(expected: ExpectedRequest): Promise<PastRequest[]>;
  /** Checks that requests came one after the other, with any others between them. @throws RequestsDiffer */
  expectOrder(expected: readonly ExpectedRequest[]): Promise<void>;
  /** Exchanges as a program that sends the requests again, or as an HTTP Archive. Default: all of them. */
  export(format: 'har' | 'curl' | 'typescript', filter?: RequestFilter): Promise<string>;
  /** Forgets them. */
  clear(): Promise<void>;
};

/** More than are ever kept. The control plane shows a hundred where nothing is said. */
const all = Number.MAX_SAFE_INTEGER;

/** The exchanges of an account, through the control plane. */
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
