import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { live } from './live.ts';
import { Problem } from './parts/action.tsx';
import { account, defaultApiKey } from './session.ts';

/** Shows which account is chosen, and lets another be chosen by its key. The key stays in the page. */
export function AccountChooser() {
  const dialog = useRef<HTMLDialogElement>(null);
  const key = useSignal('');
  const token = useSignal('');
  const isDefault = account.value.apiKey === defaultApiKey;
  const isForbidden = live.isForbidden.value;
  useEffect(() => {
    if (isForbidden && !dialog.current?.open) dialog.current?.showModal();
  }, [isForbidden]);
  const choose = (event: Event) => {
    event.preventDefault();
    account.value = { apiKey: key.value.trim() || defaultApiKey, controlToken: token.value.trim() };
    key.value = '';
    live.isForbidden.value = false;
    dialog.current?.close();
  };
  return (
    <div class="account">
      <span
        role="img"
        class={live.isConnected.value ? 'dot on' : 'dot'}
        aria-label={live.isConnected.value ? 'Live' : 'Not connected'}
        title={live.isConnected.value ? 'Live' : 'Not connected'}
      />
      <button type="button" onClick={() => dialog.current?.showModal()}>
        {isDefault ? 'Default account' : 'Account of your key'}
      </button>
      <dialog ref={dialog} aria-labelledby="choose-account">
        <form onSubmit={choose}>
          <h2 id="choose-account">Choose an account</h2>
          <p>Each API key has an account of its own. The key stays in this page, and is gone when you reload it.</p>
          {isForbidden && <Problem text="The server takes neither this key nor this control token." />}
          <label>
            API key
            <input
              type="password"
              autocomplete="off"
              spellcheck={false}
              placeholder="Empty for the default account"
              value={key.value}
              onInput={({ currentTarget }) => {
                key.value = currentTarget.value;
              }}
            />
          </label>
          <label>
            Control token, if the server has one
            <input
              type="password"
              autocomplete="off"
              value={token.value}
              onInput={({ currentTarget }) => {
                token.value = currentTarget.value;
              }}
            />
          </label>
          <div class="buttons">
            <button type="submit" class="primary">
              Show this account
            </button>
            <button type="button" onClick={() => dialog.current?.close()}>
              Cancel
            </button>
          </div>
        </form>
      </dialog>
    </div>
  );
}
