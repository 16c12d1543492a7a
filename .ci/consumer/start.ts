// A user's program. The smoke test compiles and runs it in an empty folder.
import { startPaddock } from 'paddle-paddock';
import { type Customer, createPaddleClient } from 'paddle-paddock/client';
import { buildCustomerCreate } from 'paddle-paddock/fixtures';

await using paddock = await startPaddock({ port: 0, profile: 'guide', seed: 1 });
// Exported, so that the compiler checks that their types have public names.
export const paddle = createPaddleClient({ apiKey: paddock.apiKey, environment: new URL(paddock.url) });
export const body = buildCustomerCreate({ seed: 1 });
export const created = await paddle.POST('/customers', { body });

const customer_id: Customer['id'] = created.data.id;
const read = await paddle.GET('/customers/{customer_id}', { params: { path: { customer_id } } });
console.log(read.data.email === created.data.email ? 'same' : 'different');
