import { curlOf } from './curl.ts';
import { Copy } from './parts/copy.tsx';
import { HttpStatus } from './parts/status.tsx';
import { calls } from './session.ts';

/** The console's own calls, each as a curl command. */
export function CallBar() {
  const [last] = calls.value;
  if (!last) return null;
  return (
    <footer class="calls">
      <details>
        <summary>
          <span class="quiet">This page called</span> <HttpStatus status={last.status} />{' '}
          <code>
            {last.method} {last.path}
          </code>
        </summary>
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
      <Copy text={curlOf(last)} label="Copy as curl: the last call">
        Copy as curl
      </Copy>
    </footer>
  );
}
