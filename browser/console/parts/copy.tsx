import { useSignal } from '@preact/signals';

/** Copies a text to the clipboard. */
export function Copy({ text, label, children = 'Copy' }: { text: string; label: string; children?: string }) {
  const isCopied = useSignal(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text).catch(() => undefined);
    isCopied.value = true;
    setTimeout(() => {
      isCopied.value = false;
    }, 1500);
  };
  return (
    <button type="button" class="small" aria-label={label} onClick={copy}>
      {isCopied.value ? 'Copied' : children}
    </button>
  );
}
