import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

type FieldProps = {
  label: string;
  name: string;
  value: string;
  onInput: (value: string) => void;
  maxLength: number;
  minLength?: number;
  type?: 'text' | 'email';
  inputMode?: 'numeric' | 'text';
  autocomplete?: string;
  placeholder?: string;
  required?: boolean;
  readOnly?: boolean;
  onBlur?: () => void;
  isWrong?: boolean;
};

/** A labelled text field. */
export function Field({ label, onInput, isWrong = false, type = 'text', ...rest }: FieldProps) {
  const id = useId();
  const shared = {
    ...rest,
    id,
    'aria-invalid': isWrong,
    onInput: (event: { currentTarget: HTMLInputElement }) => onInput(event.currentTarget.value),
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {type === 'email' ? <input {...shared} type="email" /> : <input {...shared} type="text" />}
    </div>
  );
}

/** A part of a form that opens on request. */
export function Optional({
  label,
  isOpen,
  onToggle,
  children,
}: {
  label: string;
  isOpen: boolean;
  onToggle: () => void;
  children: ComponentChildren;
}) {
  return (
    <div class="optional">
      <button type="button" class="link" aria-expanded={isOpen} onClick={onToggle}>
        {label}
      </button>
      {isOpen && children}
    </div>
  );
}
