import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { reasonOf } from '../load.ts';
import { call, planned } from '../session.ts';

type ActionOptions<Answer> = {
  method: string;
  path: string;
  body?: unknown;
  children: ComponentChildren;
  /** Name for screen readers, where the text alone says too little. */
  label?: string;
  isPrimary?: boolean;
  /** Runs when its form is submitted, which has to be valid. */
  isSubmit?: boolean;
  /** Asks before it runs, since it cannot be undone. */
  confirm?: string;
  /** Said for a moment when it is done. */
  done?: string;
  onDone?: (answer: Answer) => unknown;
};

const shownMs = 2_000;
const askingMs = 5_000;

/** A button that makes one call, and says beneath what was refused. */
export function Action<Answer>(options: ActionOptions<Answer>) {
  const { method, path, body, children, label, isPrimary = false, isSubmit = false, confirm, done, onDone } = options;
  const isRunning = useSignal(false);
  const isAsking = useSignal(false);
  const isDone = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);
  const plan = () => {
    planned.value = { method, path, body: body ?? null };
  };
  const run = async (form: HTMLFormElement | null) => {
    if (isRunning.value || (isSubmit && form?.reportValidity() === false)) return;
    if (confirm !== undefined && !isAsking.value) {
      isAsking.value = true;
      setTimeout(() => {
        isAsking.value = false;
      }, askingMs);
      return;
    }
    isAsking.value = false;
    isRunning.value = true;
    problem.value = undefined;
    try {
      const answer = await call<Answer>(method, path, body);
      await onDone?.(answer);
      isDone.value = true;
      setTimeout(() => {
        isDone.value = false;
      }, shownMs);
    } catch (error) {
      problem.value = reasonOf(error);
    }
    isRunning.value = false;
  };
  const look = isAsking.value ? 'danger' : isPrimary ? 'primary' : '';
  return (
    <span class="action">
      <button
        type={isSubmit ? 'submit' : 'button'}
        class={look}
        aria-label={isAsking.value ? undefined : label}
        aria-busy={isRunning.value}
        onPointerEnter={plan}
        onFocus={plan}
        onBlur={() => {
          isAsking.value = false;
        }}
        onClick={({ currentTarget }) => void run(currentTarget.form)}
      >
        {isAsking.value ? confirm : children}
      </button>
      {done !== undefined && (
        <span role="status" class="done">
          {isDone.value && done}
        </span>
      )}
      {problem.value !== undefined && <Problem text={problem.value} />}
    </span>
  );
}

type FormOptions = { label: string; children: ComponentChildren; onSubmit?: () => void };

/** Fields with their button, which Enter presses. */
export function Form({ label, children, onSubmit }: FormOptions) {
  const submit = (event: Event) => {
    event.preventDefault();
    onSubmit?.();
  };
  return (
    <form class="filters" aria-label={label} onSubmit={submit}>
      {children}
    </form>
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
