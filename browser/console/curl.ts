import { account } from './session.ts';

/** Prints a call as a curl command. Key and token come from the environment, so that no secret is shown or copied. */
export function curlOf({ method, path, body }: { method: string; path: string; body: unknown }): string {
  const parts = [
    'curl',
    ...(method === 'GET' ? [] : [`-X ${method}`]),
    `"\${PADDLE_URL:-${location.origin}}"${quote(path)}`,
    '-H "Authorization: Bearer $PADDLE_API_KEY"',
    ...(account.value.controlToken === '' ? [] : ['-H "X-Paddock-Control-Token: $PADDOCK_CONTROL_TOKEN"']),
    ...(body === null || body === undefined
      ? []
      : [`-H 'Content-Type: application/json'`, `-d ${quote(JSON.stringify(body))}`]),
  ];
  return parts.join(' ');
}

function quote(text: string): string {
  return /^[\w/.:=-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
