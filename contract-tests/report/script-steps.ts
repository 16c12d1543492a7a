import type { RecordedExchange } from './recorded-exchange.ts';

/** A text in which parts are values that the script has by then. */
export type Template = readonly (string | { readonly variable: string })[];

/** One request of a script that does again what was done. */
export type ScriptStep = {
  readonly method: string;
  readonly path: Template;
  /** Which API key to send; 0 for none. */
  readonly key: number;
  /** Without the API key. */
  readonly headers: readonly (readonly [string, string])[];
  /** `null` for none. */
  readonly body: Template | null;
  /** What was answered. */
  readonly status: number;
  /** What to call the ID that the answer has, where later requests need it. */
  readonly saves: string | null;
  /** Whether it is sent without waiting for the one before. */
  readonly isAtOnce: boolean;
};

/** Headers that whatever sends a request gives by itself. */
const given = new Set(['host', 'connection', 'content-length', 'accept-encoding', 'user-agent', 'accept']);

/** What a script has to do to do the same as some exchanges, on an account in which IDs are others. */
export function scriptSteps(exchanges: readonly RecordedExchange[]): ScriptStep[] {
  const variables = new Map<string, string>();
  return exchanges.map((exchange, index) => {
    const { method, key, request_body, status, at_once } = exchange;
    const [path, body] = [exchange.path, request_body].map((text) => templateOf(text, variables)) as [
      Template,
      Template,
    ];
    const id = idIn(exchange);
    const later = exchanges.slice(index + 1);
    const isNeeded =
      id !== null && !variables.has(id) && later.some((next) => `${next.path} ${next.request_body}`.includes(id));
    if (isNeeded) variables.set(id, `${id.split('_')[0]}${variables.size + 1}`);
    return {
      method,
      path,
      key,
      headers: Object.entries(exchange.request_headers).filter(
        ([name]) => !given.has(name) && !(key > 0 && name === 'authorization'),
      ),
      body: request_body === '' ? null : body,
      status,
      saves: isNeeded ? (variables.get(id) ?? null) : null,
      isAtOnce: at_once,
    };
  });
}

/** The steps in groups, of which each waits for the one before. Within one, no step needs what another saves. */
export function groupsOf(steps: readonly ScriptStep[]): ScriptStep[][] {
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
  return text.split(/([a-z]+_[a-z\d]{26})/).map((part) => {
    const variable = variables.get(part);
    return variable === undefined ? part : { variable };
  });
}

function idIn({ status, body }: RecordedExchange): string | null {
  if (status >= 300) return null;
  return /^\{"data":\{"id":"([a-z]+_[a-z\d]{26})"/.exec(body)?.[1] ?? null;
}
