import { curlOf } from './curl.ts';
import { Copy } from './parts/copy.tsx';
import { HttpStatus } from './parts/status.tsx';
import { calls, planned } from './session.ts';

/** The console's own calls, and the one that a button is about to make, each as a curl command. */
export function CallBar() {
  const [last] = calls.value;
  const shown = planned.value ?? last;
  if (!shown) return null;
  return (
    <footer class="calls">
      <details>
        <summary>
          {planned.value ? (
            <span class="quiet">This button calls</span>
          ) : (
            <>
              <span class="quiet">This page called</span> <HttpStatus status={last?.status ?? 0} />
            </>
          )}{' '}
          <code>
            {shown.method} {shown.path}
          </code>
        </summary>
        {planned.value && (
          <p class="planned">
            <code>{curlOf(planned.value)}</code>
          </p>
        )}
        <ol>
          {calls.value.map((call) => (
            <li key={call.number}>
              <HttpStatus status={call.status} />
              <code>{curlOf(call)}</code>
              <span class="quiet">{call.durationMs.toFixed(0)} ms</span>
              <Copy text={curlOf(call)} label={`Copy call ${call.number} as curl`}>
                Copy
              </Copy>
            </li>
          ))}
        </ol>
      </details>
      <Copy text={curlOf(shown)} label={planned.value ? 'Copy as curl: this button' : 'Copy as curl: the last call'}>
        Copy as curl
      </Copy>
    </footer>
  );
}
