/** An exchange that a script can send again. */
export type ReplayableExchange = {
  /** `operationId`, or `null` if the document has no such path and method. */
  readonly operation: string | null;
  readonly method: string;
  /** Path with the query, without the base URL. */
  readonly path: string;
  /** Number of the API key, from 1; 0 if it is missing or malformed. */
  readonly key: number;
  /** Headers by lower-case name. */
  readonly request_headers: Readonly<Record<string, string>>;
  readonly request_body: string;
  readonly status: number;
  /** Body of the response. */
  readonly body: string;
  /** True if it was sent before all earlier requests were answered. */
  readonly at_once: boolean;
};

/** Text with variables of the script. */
export type Template = readonly (string | { readonly variable: string })[];

/** One request of a script. */
export type ScriptStep = Pick<ReplayableExchange, 'operation' | 'method' | 'key' | 'status'> & {
  readonly path: Template;
  /** Without the API key. */
  readonly headers: readonly (readonly [string, string])[];
  /** `null` without a body. */
  readonly body: Template | null;
  /** Variable for the ID in the response, if later requests need it. */
  readonly saves: string | null;
  /** True if it is sent without waiting for the previous one. */
  readonly isAtOnce: boolean;
};

/** Headers that curl and `fetch` set automatically. */
const given = new Set(['host', 'connection', 'content-length', 'accept-encoding', 'user-agent', 'accept']);
/** A Paddle ID. The repetitions are limited, so that matching takes linear time. */
const anyId = /[a-z]{2,12}_[a-z\d]{26}/g;

/** Work that yields after each exchange, where a server may interrupt it. */
export type Exporting<Result> = Generator<void, Result>;

/** Does all of the work at once. */
export function finish<Result>(work: Exporting<Result>): Result {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** Converts exchanges to groups of steps for another account. Each group starts when the previous one is done. */
export function* scriptSteps(exchanges: readonly ReplayableExchange[]): Exporting<ScriptStep[][]> {
  const lastUses = yield* lastUsesOf(exchanges);
  const variables = new Map<string, string>();
  const steps: ScriptStep[] = [];
  for (const [index, exchange] of exchanges.entries()) {
    const { operation, method, key, status, request_body, request_headers, at_once } = exchange;
    const path = templateOf(exchange.path, variables);
    const body = request_body === '' ? null : templateOf(request_body, variables);
    const headers = Object.entries(request_headers).filter(
      ([name]) => !given.has(name) && !(key > 0 && name === 'authorization'),
    );
    const id = idIn(exchange);
    const isNeeded = id !== null && !variables.has(id) && (lastUses.get(id) ?? 0) > index;
    const saves = isNeeded ? `${id.split('_')[0]}${variables.size + 1}` : null;
    if (id !== null && saves !== null) variables.set(id, saves);
    steps.push({ operation, method, path, key, headers, body, status, saves, isAtOnce: at_once });
    yield;
  }
  return groupsOf(steps);
}

/** Returns, by ID, the index of the last request that contains it. */
function* lastUsesOf(exchanges: readonly ReplayableExchange[]): Exporting<ReadonlyMap<string, number>> {
  const uses = new Map<string, number>();
  for (const [index, { path, request_body }] of exchanges.entries()) {
    for (const id of `${path} ${request_body}`.match(anyId) ?? []) uses.set(id, index);
    yield;
  }
  return uses;
}

/** Groups concurrent steps, none of which needs an ID that another one of its group saves. */
function groupsOf(steps: readonly ScriptStep[]): ScriptStep[][] {
  const groups: ScriptStep[][] = [];
  for (const step of steps) {
    const group = groups.at(-1);
    const saved = group?.flatMap(({ saves }) => saves ?? []) ?? [];
    const needed = [...step.path, ...(step.body ?? [])].flatMap((part) =>
      typeof part === 'string' ? [] : part.variable,
    );
    if (group && step.isAtOnce && !needed.some((name) => saved.includes(name))) group.push(step);
    else groups.push([step]);
  }
  return groups;
}

function templateOf(text: string, variables: ReadonlyMap<string, string>): Template {
  const parts: (string | { variable: string })[] = [];
  let end = 0;
  for (const { 0: id, index } of text.matchAll(anyId)) {
    const variable = variables.get(id);
    if (variable === undefined) continue;
    parts.push(text.slice(end, index), { variable });
    end = index + id.length;
  }
  return [...parts, text.slice(end)];
}

/** Returns the ID at the start of a successful response, whose body may be truncated. */
function idIn({ status, body }: ReplayableExchange): string | null {
  if (status >= 300) return null;
  return /^\{"data":\{"id":"([a-z]{2,12}_[a-z\d]{26})"/.exec(body)?.[1] ?? null;
}

/** Returns the environment variable of an API key. */
export function keyVariable(key: number): string {
  return key === 1 ? 'PADDLE_API_KEY' : `PADDLE_API_KEY_${key}`;
}

/** Describes the outcome of a request, for a comment beside it. */
export function outcomeOf({ operation, status }: ScriptStep): string {
  return operation === null ? `${status}` : `${status} ${operation}`;
}
