import { createHmac } from 'node:crypto';

/** An application that believes the last delivery: wrong as soon as two events change places. */
export function lastDeliveryWins(secret: string) {
  const subscriptions = new Map<string, { id: string; status: string; next_billed_at: string | null }>();
  return {
    handle: async (request: Request): Promise<Response> => {
      const body = await request.text();
      const [, ts = '', h1 = ''] = /^ts=(\d+);h1=(\w+)$/.exec(request.headers.get('Paddle-Signature') ?? '') ?? [];
      if (createHmac('sha256', secret).update(`${ts}:${body}`).digest('hex') !== h1)
        return new Response(null, { status: 401 });
      const { event_type, data } = JSON.parse(body);
      if (String(event_type).startsWith('subscription.')) {
        const { id, status, next_billed_at } = data;
        subscriptions.set(id, { id, status, next_billed_at });
      }
      return new Response('ok');
    },
    read: () => [...subscriptions.values()],
  };
}
