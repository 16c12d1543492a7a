/** A response, or an error to reject with. */
export type Step = Response | Error | ((request: Request) => Response | Promise<Response>);

export const sandboxKey = 'pdl_sdbx_apikey_01kpadd0ck0000000000000001_SecretSandboxKey000000_abc';
export const liveKey = 'pdl_live_apikey_01kpadd0ck0000000000000002_SecretLiveKey000000000_abc';
export const legacyKey = 'legacykeylegacykeylegacykeylegacykeylegacykey12345';

/** Creates a `fetch` that takes the steps in turn, repeats the last one, and records the requests. */
export function scriptFetch(...steps: [Step, ...Step[]]) {
  const requests: Request[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    const step = steps[Math.min(requests.length, steps.length - 1)] ?? steps[0];
    requests.push(request);
    if (step instanceof Error) throw step;
    return step instanceof Response ? step.clone() : step(request);
  };
  return { fetch, requests };
}

export function answer(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });
}

/** Returns an error response in Paddle's format. */
export function refusal(status: number, code: string, headers: Record<string, string> = {}, detail = 'No.'): Response {
  const documentation_url = `https://developer.paddle.com/v1/errors/shared/${code}`;
  const error = { type: status >= 500 ? 'api_error' : 'request_error', code, detail, documentation_url };
  return answer(status, { error, meta: { request_id: 'b9e1c1c5-0000-4000-8000-000000000001' } }, headers);
}
