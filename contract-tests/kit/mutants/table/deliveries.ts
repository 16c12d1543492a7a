import { createHmac } from 'node:crypto';
import { changeDeliveries } from '../define-defect.ts';
import { changeBody, entitiesIn, jsonIn, withHeader, without } from '../edit-message.ts';
import type { Defect, Interceptor, Mutant, ProxiedRequest, ProxiedResponse } from '../mutant.ts';

const signatureOf = ({ headers }: ProxiedRequest) => headers.get('paddle-signature') ?? '';

/** Defines a defect that changes the correct signature. */
function changeSignatures(change: (signature: string) => string | null): () => Defect {
  return changeDeliveries((delivery) => withHeader(delivery, 'paddle-signature', change(signatureOf(delivery))));
}

/** Defines a defect that changes every attempt after the first. */
function onRetry(change: (retry: ProxiedRequest, first: ProxiedRequest) => ProxiedRequest): () => Defect {
  return () => {
    const firsts = new Map<string, ProxiedRequest>();
    return {
      delivery(delivery, forward) {
        const name = `${delivery.url} ${jsonIn(delivery)?.['notification_id']}`;
        const first = firsts.get(name);
        if (!first) firsts.set(name, delivery);
        return forward(first ? change(delivery, first) : delivery);
      },
    };
  };
}

/** Defines a defect that changes responses of destinations. */
function changeReplies(change: (answer: ProxiedResponse) => ProxiedResponse): () => Defect {
  return () => ({ delivery: async (delivery, forward) => change(await forward(delivery)) });
}

/** Defines a defect that changes deliveries and signs them with the destination's secret, taken from API responses. */
function changeAndSign(
  begin: () => (delivery: ProxiedRequest, sign: (text: string) => string) => ProxiedRequest,
): () => Defect {
  return () => {
    const secrets = new Map<string, string>();
    const change = begin();
    const api: Interceptor = async (request, forward) => {
      const answer = await forward(request);
      for (const { destination, endpoint_secret_key: secret } of entitiesIn(answer))
        if (typeof secret === 'string') secrets.set(String(destination), secret);
      return answer;
    };
    return {
      api,
      delivery(delivery, forward) {
        const secret = secrets.get(delivery.url.href) ?? '';
        return forward(change(delivery, (text) => createHmac('sha256', secret).update(text).digest('hex')));
      },
    };
  };
}

function signAgain(delivery: ProxiedRequest, sign: (text: string) => string): ProxiedRequest {
  const [ts] = signatureOf(delivery).split(';');
  return withHeader(delivery, 'paddle-signature', `${ts};h1=${sign(`${ts?.slice(3)}:${delivery.body}`)}`);
}

/** Defines a defect that changes the body of deliveries and signs it correctly. */
function changeBodies(change: (delivery: ProxiedRequest, nth: number) => ProxiedRequest): () => Defect {
  return changeAndSign(() => {
    const attempts = new Map<string, number>();
    return (delivery, sign) => {
      const name = `${delivery.url} ${jsonIn(delivery)?.['notification_id']}`;
      const nth = (attempts.get(name) ?? 0) + 1;
      attempts.set(name, nth);
      return signAgain(change(delivery, nth), sign);
    };
  });
}

/** Mutants of deliveries. */
export const deliveryMutants: readonly Mutant[] = [
  {
    name: 'signature-over-parsed-body',
    description: 'the signature covers a re-serialised body, not the bytes that are sent',
    breaks: ['webhooks-hmac'],
    start: changeDeliveries((delivery) => ({
      ...delivery,
      body: Buffer.from(JSON.stringify(jsonIn(delivery), null, 1)),
    })),
  },
  {
    name: 'signature-without-time',
    description: 'the signature covers the body without the timestamp',
    breaks: ['webhooks-hmac'],
    start: changeAndSign(() => (delivery, sign) => {
      const [ts] = signatureOf(delivery).split(';');
      return withHeader(delivery, 'paddle-signature', `${ts};h1=${sign(delivery.body.toString())}`);
    }),
  },
  {
    name: 'signature-missing',
    description: 'webhooks are not signed',
    breaks: ['webhooks-hmac'],
    start: changeSignatures(() => null),
  },
  {
    name: 'signature-in-capitals',
    description: 'signatures are in upper-case hex',
    breaks: ['webhooks-hmac'],
    start: changeSignatures((signature) => signature.replace(/h1=.*/, (h1) => h1.toUpperCase().replace('H1', 'h1'))),
  },
  {
    name: 'signature-time-in-milliseconds',
    description: 'the timestamp of a signature is in milliseconds',
    breaks: ['webhooks-hmac'],
    start: changeSignatures((signature) => signature.replace(/ts=(\d+)/, 'ts=$1000')),
  },
  {
    name: 'signature-with-commas',
    description: 'the parts of a signature are separated by commas',
    breaks: ['webhooks-hmac'],
    start: changeSignatures((signature) => signature.replaceAll(';', ',')),
  },
  {
    name: 'rotation-drops-old-secret',
    description: 'during a secret rotation only the new secret signs',
    breaks: ['webhooks-hmac'],
    start: changeSignatures((signature) => signature.split(';').slice(0, 2).join(';')),
  },
  {
    name: 'stale-timestamp-on-retry',
    description: 'a retry has the signature of the first attempt',
    breaks: ['webhook-dedupe-event-id', 'webhooks-hmac'],
    start: onRetry((retry, first) => withHeader(retry, 'paddle-signature', signatureOf(first))),
  },
  {
    name: 'event-id-changes-on-retry',
    description: 'a retry has an event ID of its own',
    breaks: ['webhook-dedupe-event-id'],
    start: changeBodies((delivery, nth) =>
      changeBody(delivery, (body) => ({
        ...body,
        event_id: nth === 1 ? (body['event_id'] ?? null) : `evt_01h${String(nth).padStart(23, '0')}`,
      })),
    ),
  },
  {
    name: 'notification-id-changes-on-retry',
    description: 'a retry has a notification ID of its own',
    breaks: ['webhook-dedupe-event-id'],
    start: changeBodies((delivery, nth) =>
      changeBody(delivery, (body) => ({
        ...body,
        notification_id: nth === 1 ? (body['notification_id'] ?? null) : `ntf_01h${String(nth).padStart(23, '0')}`,
      })),
    ),
  },
  {
    name: 'occurred-at-of-attempt',
    description: 'occurred_at is the time of the attempt',
    breaks: ['webhook-dedupe-event-id', 'webhook-events-14'],
    start: changeBodies((delivery, nth) =>
      changeBody(delivery, (body) => ({ ...body, occurred_at: `2026-07-01T00:00:${String(nth).padStart(2, '0')}Z` })),
    ),
  },
  {
    name: 'payload-without-notification-id',
    description: 'a webhook lacks notification_id',
    breaks: ['webhook-dedupe-event-id'],
    start: changeBodies((delivery) => changeBody(delivery, (body) => without(body, 'notification_id'))),
  },
  {
    name: 'payload-with-id-only',
    description: 'a webhook has only the ID of the entity',
    breaks: ['webhook-events-14'],
    start: changeBodies((delivery) =>
      changeBody(delivery, (body) => {
        const { data } = body;
        return typeof data === 'object' && data !== null && 'id' in data
          ? { ...body, data: { id: data['id'] ?? null } }
          : body;
      }),
    ),
  },
  {
    name: 'payload-printed-again',
    description: 'a webhook has its letters as they are, and not escaped',
    breaks: ['webhook-bytes'],
    start: changeBodies((delivery) => changeBody(delivery, (body) => body)),
  },
  {
    name: 'payload-in-api-order',
    description: 'the keys of a webhook stand in another order',
    breaks: ['webhook-bytes'],
    start: changeBodies((delivery) => changeBody(delivery, ({ data = null, ...envelope }) => ({ ...envelope, data }))),
  },
  {
    name: 'delivery-twice',
    description: 'each webhook is sent twice',
    breaks: ['webhook-events-14'],
    start: () => ({
      async delivery(delivery, forward) {
        await forward(delivery);
        return forward(delivery);
      },
    }),
  },
  {
    name: 'delivery-lost',
    description: 'no webhook is sent, although its notification says it was delivered',
    breaks: ['webhook-events-14', 'webhooks-hmac'],
    start: () => ({ delivery: async () => ({ status: 200, headers: new Headers(), body: Buffer.alloc(0) }) }),
  },
  {
    name: 'failure-counts-as-delivered',
    description: 'a webhook counts as delivered whatever the status of the response',
    breaks: ['webhook-return-200'],
    start: changeReplies((answer) => ({ ...answer, status: 200 })),
  },
  {
    name: 'any-2xx-counts',
    description: 'a 201 or 204 counts as delivered',
    breaks: ['webhook-return-200'],
    start: changeReplies((answer) => (answer.status < 300 ? { ...answer, status: 200 } : answer)),
  },
  {
    name: 'client-error-ends-retries',
    description: 'a 400 response ends the retries',
    breaks: ['webhook-return-200'],
    start: changeReplies((answer) => (answer.status === 400 ? { ...answer, status: 200 } : answer)),
  },
  {
    name: 'redirect-followed',
    description: 'redirects of a destination are followed',
    breaks: ['webhook-return-200'],
    start: () => ({
      async delivery(delivery, forward) {
        const answer = await forward(delivery);
        const location = answer.headers.get('location');
        return location === null ? answer : forward({ ...delivery, url: new URL(location) });
      },
    }),
  },
  {
    name: 'delivery-by-put',
    description: 'webhooks are sent with PUT',
    breaks: ['webhook-events-14'],
    start: changeDeliveries((delivery) => ({ ...delivery, method: 'PUT' })),
  },
  {
    name: 'delivery-as-form',
    description: 'webhooks have the content type of a form',
    breaks: ['webhook-events-14'],
    start: changeDeliveries((delivery) => withHeader(delivery, 'content-type', 'application/x-www-form-urlencoded')),
  },
  {
    name: 'delivery-user-agent-changed',
    description: 'webhooks have another User-Agent',
    breaks: ['webhook-events-14'],
    start: changeDeliveries((delivery) => withHeader(delivery, 'user-agent', 'node')),
  },
];
