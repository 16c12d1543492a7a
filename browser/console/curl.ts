/** Prints a call as a curl command. The key comes from the environment, so that no secret is shown or copied. */
export function curlOf({ method, path, body }: { method: string; path: string; body: unknown }): string {
  const parts = [
    'curl',
    ...(method === 'GET' ? [] : [`-X ${method}`]),
    `"\${PADDLE_URL:-http://127.0.0.1:4010}"${quote(path)}`,
    '-H "Authorization: Bearer $PADDLE_API_KEY"',
    ...(body === null || body === undefined
      ? []
      : [`-H 'Content-Type: application/json'`, `-d ${quote(JSON.stringify(body))}`]),
  ];
  return parts.join(' ');
}

function quote(text: string): string {
  return /^[\w/.:=-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
