import { useSignal } from '@preact/signals';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { operations } from '#openapi/generated/control.ts';
import { live } from './live.ts';
import { account, call, Refusal } from './session.ts';

/** The control plane's description of the mock: its kinds, behaviours, seeds and operations. */
export type Description = operations['describeAccount']['responses'][200]['content']['application/json'];

/** Data that a view shows, or the reason why there is none. */
export type Loaded<Answer> = { data: Answer | undefined; problem: string | undefined; reload: () => Promise<void> };

/**
 * Loads from the control plane, again whenever path or account change, and every so many milliseconds if asked.
 *
 * @param everyMs reloads quietly while the page is visible
 */
export function useLoaded<Answer>(path: string | undefined, everyMs?: number): Loaded<Answer> {
  const data = useSignal<Answer | undefined>(undefined);
  const problem = useSignal<string | undefined>(undefined);
  const chosen = account.value;
  /** The latest question; an answer to an earlier one comes too late. */
  const current = useRef<object>({});
  const load = useCallback(
    async (isQuiet: boolean) => {
      if (path === undefined) return;
      const asked = current.current;
      try {
        const answer = await call<Answer>('GET', path, undefined, isQuiet);
        if (asked !== current.current) return;
        data.value = answer;
        problem.value = undefined;
      } catch (error) {
        // The page says once for all of it that the server is away.
        const isKnown = live.isLost.value && data.value !== undefined;
        if (asked === current.current && !isKnown) problem.value = reasonOf(error);
      }
    },
    [path],
  );
  useEffect(() => {
    data.value = undefined;
  }, [chosen]);
  useEffect(() => {
    current.current = {};
    problem.value = undefined;
    void load(false);
    if (everyMs === undefined) return;
    const timer = setInterval(() => {
      if (!document.hidden) void load(true);
    }, everyMs);
    return () => clearInterval(timer);
  }, [load, chosen, everyMs]);
  return { data: data.value, problem: problem.value, reload: () => load(true) };
}

export function reasonOf(error: unknown): string {
  if (error instanceof Refusal) {
    const isNamed = error.code === 'invalid_request' || error.message.includes(error.code);
    return isNamed ? error.message : `${error.message} (${error.code})`;
  }
  return error instanceof Error ? `The server cannot be reached: ${error.message}` : String(error);
}
