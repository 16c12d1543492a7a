import { createPaddleClient } from 'paddle-paddock/client';

/**
 * Creates the customer of a new user. `PADDLE_API_URL` is the base URL of Paddle's API, as in production.
 *
 * @param {{ email: string, name: string }} user
 */
export async function signUp({ email, name }) {
  const { PADDLE_API_KEY: apiKey = '', PADDLE_API_URL: environment = 'live' } = process.env;
  const paddle = createPaddleClient({ apiKey, environment });
  const { data } = await paddle.POST('/customers', { body: { email, name } });
  return data.id;
}
