import type { Operation } from '#openapi/document/operations.ts';
import type { operations } from '#openapi/generated/guide.ts';
import type { Account } from '../account/account.ts';
import type { Access } from '../account/accounts.ts';
import type { EntityText, Page } from '../state/lists/text-table.ts';

type Operations = operations;

/** Operations of the API. The document also declares webhooks, which Paddock sends rather than receives. */
export type OperationId = {
  [Id in keyof Operations]: Operations[Id] extends { parameters: { header: { 'Paddle-Signature': string } } }
    ? never
    : Id;
}[keyof Operations];

type Part<Source, Key extends string> = Source extends { [Name in Key]: infer Value } ? Value : Record<string, never>;
type QueryOf<Id extends OperationId> = NonNullable<Operations[Id]['parameters']['query']>;
type BodyOf<Id extends OperationId> = Operations[Id] extends { requestBody?: infer Body }
  ? Part<NonNullable<Body>, 'content'> extends { 'application/json': infer Json }
    ? Json
    : undefined
  : undefined;

/** A request that was validated against the document, so that its types hold. */
export type OperationRequest<Id extends OperationId> = {
  params: Part<Operations[Id]['parameters'], 'path'>;
  /** Includes the document's defaults. */
  query: QueryOf<Id> extends never ? Record<string, never> : QueryOf<Id>;
  /** An empty object if none was sent. */
  body: BodyOf<Id>;
};

/** A handler's account, and facts about the request. */
export type HandlerContext = {
  readonly account: Account;
  /** The key that the request was sent with; `undefined` for operations that take none. */
  readonly caller: Access | undefined;
  /** The operation in the account's document. */
  readonly operation: Operation;
  /** Base URL that the caller used, without a trailing slash. */
  readonly baseUrl: string;
  /** Path and query. */
  readonly url: string;
  readonly userAgent: string | undefined;
  /** `false` if the caller asked for no count of a list. */
  readonly isCounted: boolean;
};

/** Result of a handler: an entity as text, a page of them, data to serialise as JSON, or no body. */
export type Answer = { entity: EntityText } | { page: Page; perPage: number } | DataAnswer | 'no content';

/** Data to serialise as JSON. Links tell when they stop working, in milliseconds. */
type DataAnswer = { data: object; expiresAt?: number };

export type Handler<Id extends OperationId> = (request: OperationRequest<Id>, context: HandlerContext) => Answer;

/** A handler for each operation; a missing or misspelt one does not compile. */
export type Handlers<Ids extends OperationId> = { [Id in Ids]: Handler<Id> };
