import { createHmac } from 'node:crypto';

/** An application that keeps the newest event of each subscription: right in every order. */
export function newestEventWins(secret: string) {
  const subscriptions = new Map<string, { id: string; status: string; next_billed_at: string | null; order: string }>();
  return {
    handle: async (request: Request): Promise<Response> => {
      const body = await request.text();
      const [, ts = '', h1 = ''] = /^ts=(\d+);h1=(\w+)$/.exec(request.headers.get('Paddle-Signature') ?? '') ?? [];
      if (createHmac('sha256', secret).update(`${ts}:${body}`).digest('hex') !== h1)
        return new Response(null, { status: 401 });
      const { event_id, event_type, occurred_at, data } = JSON.parse(body);
      if (String(event_type).startsWith('subscription.')) {
        const { id, status, next_billed_at } = data;
        // With as many digits as Paddle may send, so that times sort as text; events of one time by their IDs.
        const order = `${String(occurred_at).replace('Z', '').padEnd(20, '.').padEnd(30, '0')} ${event_id}`;
        const known = subscriptions.get(id);
        if (!known || known.order < order) subscriptions.set(id, { id, status, next_billed_at, order });
      }
      return new Response('ok');
    },
    read: () => [...subscriptions.values()],
  };
}
