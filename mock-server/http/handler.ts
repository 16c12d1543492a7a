import type { Operation } from '#openapi/document/operations.ts';
import type { operations } from '#openapi/generated/guide.ts';
import type { Account } from '../account/account.ts';
import type { EntityText, Page } from '../state/lists/text-table.ts';

type Operations = operations;

/** Operations of the API. The document also names the webhooks, which Paddock sends instead of answering. */
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

/** A request that was checked against the document, so that its types hold. */
export type OperationRequest<Id extends OperationId> = {
  params: Part<Operations[Id]['parameters'], 'path'>;
  /** With the document's defaults. */
  query: QueryOf<Id> extends never ? Record<string, never> : QueryOf<Id>;
  /** An empty object where none was sent. */
  body: BodyOf<Id>;
};

/** What a handler works with. */
export type HandlerContext = {
  account: Account;
  /** What the account's document says of the operation. */
  operation: Operation;
  /** Where the caller reached the API, without a slash at the end. */
  baseUrl: string;
  /** Path and query of the request. */
  url: string;
  userAgent: string | undefined;
  /** Whether a list is to be counted. */
  isCounted: boolean;
};

/** What a handler answers: an entity as text, a page of them, data to print as JSON, or no body. */
export type Answer = { entity: EntityText } | { page: Page; perPage: number } | { data: object } | 'no content';

export type Handler<Id extends OperationId> = (request: OperationRequest<Id>, context: HandlerContext) => Answer;

/** A handler for each operation: one that is missing or misspelt does not compile. */
export type Handlers<Ids extends OperationId> = { [Id in Ids]: Handler<Id> };
