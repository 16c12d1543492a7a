import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { reasonOf } from '../load.ts';
import { call } from '../session.ts';

type ActionOptions<Answer> = {
  method: string;
  path: string;
  body?: unknown;
  children: ComponentChildren;
  isPrimary?: boolean;
  onDone?: (answer: Answer) => unknown;
};

/** A button that makes one call, and says beneath what was refused. */
export function Action<Answer>({ method, path, body, children, isPrimary = false, onDone }: ActionOptions<Answer>) {
  const isRunning = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);
  const run = async () => {
    isRunning.value = true;
    problem.value = undefined;
    try {
      const answer = await call<Answer>(method, path, body);
      await onDone?.(answer);
    } catch (error) {
      problem.value = reasonOf(error);
    }
    isRunning.value = false;
  };
  return (
    <span class="action">
      <button
        type="button"
        class={isPrimary ? 'primary' : ''}
        aria-busy={isRunning.value}
        disabled={isRunning.value}
        onClick={run}
      >
        {children}
      </button>
      {problem.value !== undefined && <Problem text={problem.value} />}
    </span>
  );
}

/** A refusal, announced to screen readers. */
export function Problem({ text }: { text: string }) {
  return (
    <p class="problem" role="alert">
      {text}
    </p>
  );
}
