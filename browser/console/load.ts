import { useSignal } from '@preact/signals';
import { useCallback, useEffect } from 'preact/hooks';
import { account, call, Refusal } from './session.ts';

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
  const load = useCallback(
    async (isQuiet: boolean) => {
      if (path === undefined) return;
      try {
        const answer = await call<Answer>('GET', path, undefined, isQuiet);
        // An answer for another account comes too late.
        if (chosen !== account.value) return;
        data.value = answer;
        problem.value = undefined;
      } catch (error) {
        problem.value = reasonOf(error);
      }
    },
    [path, chosen],
  );
  useEffect(() => {
    data.value = undefined;
    void load(false);
    if (everyMs === undefined) return;
    const timer = setInterval(() => {
      if (!document.hidden) void load(true);
    }, everyMs);
    return () => clearInterval(timer);
  }, [load, everyMs]);
  return { data: data.value, problem: problem.value, reload: () => load(true) };
}

export function reasonOf(error: unknown): string {
  if (error instanceof Refusal)
    return error.code === 'invalid_request' ? error.message : `${error.message} (${error.code})`;
  return error instanceof Error ? `The server cannot be reached: ${error.message}` : String(error);
}
