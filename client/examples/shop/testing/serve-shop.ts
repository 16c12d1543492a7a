import { createPaddleClient } from '../../../index.ts';
import { createCatalogue, type Plan } from '../catalogue.ts';
import { createShop } from '../shop.ts';

/** The part of a mock that a shop needs. */
interface Mock {
  readonly url: string;
  readonly apiKey: string;
  readonly webhooks: { readonly secret: string; register(destination: { url: string }): Promise<unknown> };
}

/** A shop that listens on a free port. */
export interface ServedShop {
  readonly url: string;
  readonly plans: readonly Plan[];
  /** Signs in another user, and returns them. */
  signIn(): { readonly id: string; readonly email: string };
  close(): void;
}

/** Sets a shop up at a mock, with its catalogue and its webhooks, and serves it. */
export async function serveShop({ url, apiKey, webhooks }: Mock): Promise<ServedShop> {
  const paddle = createPaddleClient({ apiKey, environment: url });
  const plans = await createCatalogue(paddle);
  const { data: token } = await paddle.POST('/client-tokens', { body: { name: 'Shop' } });
  let users = 0;
  const user = () => ({ id: `user-${users}`, email: `user-${users}@example.com` });
  const app = createShop({ paddle, clientToken: token.token, webhookSecret: webhooks.secret, plans, userOf: user });
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The shop has no port.');
  const own = `http://127.0.0.1:${address.port}`;
  await webhooks.register({ url: `${own}/webhooks/paddle` });
  return {
    url: own,
    plans,
    signIn: () => {
      users += 1;
      return user();
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
