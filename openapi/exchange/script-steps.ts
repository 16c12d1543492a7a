/** An exchange that a script can send again. */
export type ReplayableExchange = {
  /** `operationId`, or `null` where the contract has no such path and method. */
  readonly operation: string | null;
  readonly method: string;
  /** With the query, without the base URL. */
  readonly path: string;
  /** Number of the API key that was sent, from 1; 0 for none, or for a malformed one. */
  readonly key: number;
  /** By their names in lower case. */
  readonly request_headers: Readonly<Record<string, string>>;
  readonly request_body: string;
  readonly status: number;
  /** The response's. */
  readonly body: string;
  /** True if it was sent before all of those above were answered. */
  readonly at_once: boolean;
};

/** A text in which some parts are variables of the script. */
export type Template = readonly (string | { readonly variable: string })[];

/** One request of a script. */
export type ScriptStep = Pick<ReplayableExchange, 'operation' | 'method' | 'key' | 'status'> & {
  readonly path: Template;
  /** Without the API key. */
  readonly headers: readonly (readonly [string, string])[];
  /** `null` for none. */
  readonly body: Template | null;
  /** Variable for the ID in the response, if later requests need it. */
  readonly saves: string | null;
  /** True if it is sent without waiting for the one before. */
  readonly isAtOnce: boolean;
};

/** Headers that curl and `fetch` set by themselves. */
const given = new Set(['host', 'connection', 'content-length', 'accept-encoding', 'user-agent', 'accept']);
/** Its repetitions are limited, so that no text takes more time than by its length. */
const anyId = /[a-z]{2,12}_[a-z\d]{26}/g;

/** The steps that repeat some exchanges on another account, in groups of which each waits for the one before. */
export function scriptSteps(exchanges: readonly ReplayableExchange[]): ScriptStep[][] {
  const lastUses = lastUsesOf(exchanges);
  const variables = new Map<string, string>();
  const steps = exchanges.map((exchange, index): ScriptStep => {
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
    return { operation, method, path, key, headers, body, status, saves, isAtOnce: at_once };
  });
  return groupsOf(steps);
}

/** The number of the last exchange whose request names an ID, by ID. */
function lastUsesOf(exchanges: readonly ReplayableExchange[]): ReadonlyMap<string, number> {
  return new Map(
    exchanges.flatMap(({ path, request_body }, index) =>
      (`${path} ${request_body}`.match(anyId) ?? []).map((id): [string, number] => [id, index]),
    ),
  );
}

/** Within a group, no step needs what another saves. */
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

/** The ID that a success answers first, also in a body that is cut off. */
function idIn({ status, body }: ReplayableExchange): string | null {
  if (status >= 300) return null;
  return /^\{"data":\{"id":"([a-z]{2,12}_[a-z\d]{26})"/.exec(body)?.[1] ?? null;
}

/** The environment variable of an API key. */
export function keyVariable(key: number): string {
  return key === 1 ? 'PADDLE_API_KEY' : `PADDLE_API_KEY_${key}`;
}

/** Describes what a request was answered, for a comment beside it. */
export function outcomeOf({ operation, status }: ScriptStep): string {
  return operation === null ? `${status}` : `${status} ${operation}`;
}
