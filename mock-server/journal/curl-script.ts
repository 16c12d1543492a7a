import type { ShownRequest } from './shown-request.ts';

/** Headers that curl or the script gives by itself. */
const left = new Set(['host', 'connection', 'content-length', 'authorization', 'accept-encoding', 'user-agent']);

/**
 * Makes a shell script that sends requests again, in their order. It takes `PADDOCK_URL` and `PADDOCK_API_KEY` from its
 * environment, since a key is never written down.
 */
export function curlScript(requests: readonly ShownRequest[]): string {
  const commands = requests.map(
    (request) => `# ${request.operation_id ?? 'unknown'}: ${request.status}\n${curlOf(request)}\n`,
  );
  return `#!/bin/sh\n: "\${PADDOCK_URL:=http://127.0.0.1:4010}" "\${PADDOCK_API_KEY:?is not set}"\n\n${commands.join('\n')}`;
}

function curlOf({ method, url, headers, body }: ShownRequest): string {
  const parts = [
    // Brackets in a URL mean themselves (-g).
    `curl -gsS -X ${quote(method)} "$PADDOCK_URL"${quote(url)}`,
    ...(headers['authorization'] === undefined ? [] : ['-H "Authorization: Bearer $PADDOCK_API_KEY"']),
    ...Object.entries(headers)
      .filter(([name]) => !left.has(name))
      .map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
    ...(body === null ? [] : [`--data-raw ${quote(typeof body === 'string' ? body : JSON.stringify(body))}`]),
  ];
  return parts.join(' \\\n  ');
}

/** A word for the shell that means itself, whatever is in it. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
