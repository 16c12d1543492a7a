import { createPaddleClient } from 'paddle-paddock/client';

/**
 * Makes the customer of a user who signs up. Paddle is where `PADDLE_API_URL` says, as it is in production.
 *
 * @param {{ email: string, name: string }} user
 */
export async function signUp({ email, name }) {
  const { PADDLE_API_KEY: apiKey = '', PADDLE_API_URL: environment = 'live' } = process.env;
  const paddle = createPaddleClient({ apiKey, environment });
  const { data } = await paddle.POST('/customers', { body: { email, name } });
  return data.id;
}
