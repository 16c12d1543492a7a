/** Creates customers and lists them page by page; a program for Paddle's sandbox without any reference to a mock. */
import { Environment, Paddle } from '@paddle/paddle-node-sdk';

const paddle = new Paddle(process.env['PADDLE_API_KEY'] ?? '', { environment: Environment.sandbox });

for (const email of ['ada@example.com', 'sam@example.com', 'zoe@example.com']) {
  await paddle.customers.create({ email });
}
for await (const customer of paddle.customers.list({ perPage: 2 })) console.log(customer.email);
