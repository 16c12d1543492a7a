import { forTerminal } from '#openapi/text/print.ts';
import type { PaddockAccount } from '../control-client/account.ts';
import type { PastRequest } from '../control-client/requests.ts';
import type { Delivery } from '../control-client/webhooks.ts';

/** Most exchanges and most deliveries shown, the last ones. */
const shownAtMost = 30;
/** Length from which bodies are truncated, in characters. */
const charactersAtMost = 600;

/** Describes an account's requests, responses and webhooks for a failed test. */
export async function describeTraffic({ url, requests, webhooks }: PaddockAccount): Promise<string> {
  const exchanges = await requests.list({ limit: shownAtMost });
  const deliveries = await webhooks.deliveries({ limit: shownAtMost });
  const lines = [
    `Paddock (${url}) received these requests in this test:`,
    ...orNothing(exchanges.flatMap(linesOfExchange)),
    'and sent these webhooks:',
    ...orNothing(deliveries.toReversed().flatMap(linesOfDelivery)),
    '',
  ];
  return forTerminal(lines.join('\n'));
}

function linesOfExchange({ number, method, url, operation_id, status, unexpected, ...bodies }: PastRequest): string[] {
  return [
    `  #${number} ${method} ${url} (${operation_id ?? 'no operation'}) answered ${status}`,
    ...linesOf('sent', bodies.body),
    ...linesOf('answer', bodies.response_body),
    ...(unexpected === null ? [] : [`      note: ${unexpected}`]),
  ];
}

function linesOfDelivery(delivery: Delivery): string[] {
  const { event_type, destination, attempt, status, response_code, response_body } = delivery;
  const answer = response_code === 0 ? 'without answer' : `answered ${response_code}`;
  return [
    `  ${event_type} to ${destination}, attempt ${attempt}: ${status}, ${answer}`,
    ...(status === 'failed' ? linesOf('answer', response_body) : []),
  ];
}

function linesOf(name: string, body: unknown): string[] {
  if (body === undefined || body === null || body === '') return [];
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const shown = text.length > charactersAtMost ? `${text.slice(0, charactersAtMost)}…` : text;
  return [`      ${name}: ${shown}`];
}

function orNothing(lines: readonly string[]): readonly string[] {
  return lines.length > 0 ? lines : ['  nothing'];
}
