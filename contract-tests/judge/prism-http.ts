import type { JsonObject } from '#openapi/document/json.ts';

/**
 * The used part of `@stoplight/prism-http`, which `prism proxy` runs. Declared here because the package is optional,
 * and its types depend on further packages.
 */
export type PrismHttp = {
  /** Reads a document, and dereferences it in place. */
  getHttpOperationsFromSpec(document: JsonObject): Promise<PrismOperation[]>;
  createInstance(config: PrismConfig, components: PrismComponents): PrismInstance;
};

/** An operation in Prism's own form, which is only passed back to Prism. */
export type PrismOperation = { readonly id: string };

export type PrismConfig = {
  readonly isProxy: true;
  readonly upstream: URL;
  readonly upstreamProxy: undefined;
  readonly errors: boolean;
  readonly checkSecurity: boolean;
  readonly validateRequest: boolean;
  readonly validateResponse: boolean;
  readonly mock: { readonly dynamic: boolean };
};

export type PrismComponents = {
  readonly logger: PrismLogger;
  /** Forwards a request. */
  readonly forward: () => (logger: PrismLogger) => Task<Right<PrismAnswer>>;
};

export type PrismInstance = {
  request(request: PrismRequest, operations: readonly PrismOperation[]): Task<Left | Right<PrismJudgement>>;
};

type Task<Value> = () => Promise<Value>;
type Right<Value> = { readonly _tag: 'Right'; readonly right: Value };
type Left = { readonly _tag: 'Left'; readonly left: Error & { readonly detail?: string } };

export type PrismRequest = {
  readonly method: string;
  readonly url: { readonly path: string; readonly query: Readonly<Record<string, string | string[]>> };
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
};

export type PrismAnswer = {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
};

export type PrismJudgement = {
  readonly validations: { readonly input: readonly PrismViolation[]; readonly output: readonly PrismViolation[] };
};

export type PrismViolation = {
  readonly path?: readonly string[];
  readonly code?: string | number;
  readonly message: string;
};

export type PrismLogger = {
  child(): PrismLogger;
  info(): void;
  warn(): void;
  error(): void;
  success(): void;
  trace(): void;
};
