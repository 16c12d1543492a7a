import type { GuidePaths } from './entities.ts';

/** Methods of Paddle's operations, as keys of the document. */
export type Method = 'get' | 'post' | 'patch' | 'delete';

/** The paths that have an operation of a method. */
export type PathWith<Paths, M extends Method> = {
  [Path in keyof Paths]: Paths[Path] extends Record<M, object> ? Path : never;
}[keyof Paths];

/** The operation at a path. */
export type OperationAt<Paths, Path extends keyof Paths, M extends Method> =
  Paths[Path] extends Record<M, infer Operation> ? Operation : never;

type ParametersOf<Operation> = Operation extends { parameters: { query?: unknown; path?: unknown } }
  ? Pick<Operation['parameters'], 'query' | 'path'>
  : never;

/** Extends every object type without required properties. */
type NothingRequired = Record<never, never>;

type ParamsOption<Parameters> = NothingRequired extends Parameters ? { params?: Parameters } : { params: Parameters };

type Json<Body> = { content: { 'application/json': Body } };

type BodyOption<Operation> = Operation extends { requestBody: Json<infer Body> }
  ? { body: Body }
  : Operation extends { requestBody?: never }
    ? { body?: never }
    : Operation extends { requestBody?: Json<infer Body> }
      ? { body?: Body }
      : never;

/** Options of a call. */
export type CallOptions<Operation> = ParamsOption<ParametersOf<Operation>> &
  BodyOption<Operation> & {
    /** Aborts the call, even while it waits for a retry. The call then rejects with the signal's reason. */
    signal?: AbortSignal;
    /** More headers. `Authorization` cannot be set. */
    headers?: Readonly<Record<string, string>>;
  };

/** The last argument of a call, optional if nothing in it is required. */
export type OptionsArgument<Options> = NothingRequired extends Options ? [options?: Options] : [options: Options];

type SuccessBody<Operation> = Operation extends { responses: { 200: Json<infer Body> } }
  ? Body
  : Operation extends { responses: { 201: Json<infer Body> } }
    ? Body
    : Operation extends { responses: { 202: Json<infer Body> } }
      ? Body
      : Operation extends { responses: { 204: object } }
        ? NothingRequired
        : never;

/**
 * A successful response: Paddle's `data` and `meta`, and the `Response`, whose body can still be read.
 *
 * @typeParam Operation - An operation of the generated types.
 */
export type Answer<Operation> = SuccessBody<Operation> & { readonly response: Response };

/** Calls an operation of one method. Resolves only to successes: see {@link PaddleRequestError} for the rest. */
type Call<Paths, M extends Method> = <Path extends PathWith<Paths, M>>(
  path: Path,
  ...options: OptionsArgument<CallOptions<OperationAt<Paths, Path, M>>>
) => Promise<Answer<OperationAt<Paths, Path, M>>>;

/**
 * A client for Paddle Billing, typed by the OpenAPI document. Created by `createPaddleClient`.
 *
 * @typeParam Paths - `GuidePaths` (default) or `OfficialPaths`.
 * @example
 * ```ts
 * import type { Customer, PaddleClient } from 'paddle-paddock/client';
 *
 * export async function rename(paddle: PaddleClient, customer_id: string, name: string): Promise<Customer> {
 *   const { data } = await paddle.PATCH('/customers/{customer_id}', { params: { path: { customer_id } }, body: { name } });
 *   return data;
 * }
 * ```
 */
export interface PaddleClient<Paths extends object = GuidePaths> {
  /** Base URL, without a trailing slash. */
  readonly baseUrl: string;
  /** Reads. Retried after a 429, a 5xx or a network failure. */
  readonly GET: Call<Paths, 'get'>;
  /** Creates or acts. Retried after a 429 only, since any other failed request may have taken effect. */
  readonly POST: Call<Paths, 'post'>;
  /** Changes the given fields. Retried like a read, since it sets the same values again. */
  readonly PATCH: Call<Paths, 'patch'>;
  /** Deletes. Retried after a 429 only, since a retry of a successful deletion would answer 404. */
  readonly DELETE: Call<Paths, 'delete'>;
}
