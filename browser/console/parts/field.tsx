import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';

type TextOptions = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'search' | 'url' | 'number' | 'datetime-local';
  placeholder?: string;
  min?: string;
  required?: boolean;
  /** ID of its proposals. */
  list?: string;
};

/** A text field with its label. */
export function Text({ label, value, onChange, type = 'text', ...others }: TextOptions) {
  return (
    <label>
      {label}
      <input
        {...others}
        type={type}
        autocomplete="off"
        spellcheck={false}
        value={value}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </label>
  );
}

type ChoiceOptions = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  children: ComponentChildren;
};

/** A choice among options, with its label. */
export function Choice({ label, value, onChange, children }: ChoiceOptions) {
  return (
    <label>
      {label}
      <select value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {children}
      </select>
    </label>
  );
}

/** Proposals for a text field, by the ID that its `list` names. */
export function Proposals({ id, values }: { id: string; values: readonly string[] }) {
  return (
    <datalist id={id}>
      {values.map((value) => (
        <option key={value} value={value} />
      ))}
    </datalist>
  );
}

/** Props of a field that shows a signal and changes it. */
export function boundTo(signal: Signal<string>) {
  return {
    value: signal.value,
    onChange: (value: string) => {
      signal.value = value;
    },
  };
}
