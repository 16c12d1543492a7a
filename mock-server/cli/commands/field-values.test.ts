import { afterAll, beforeAll, expect, test } from 'vitest';
import { RunningMock } from '../../control-client/running-mock.ts';
import { type Paddock, startPaddock } from '../../index.ts';
import { readValues } from './field-values.ts';

let paddock: Paddock;
beforeAll(async () => {
  paddock = await startPaddock();
});
afterAll(() => paddock.close());

test.each<[string, string, unknown]>([
  ['name', 'Ada', 'Ada'],
  ['name', '', ''],
  ['name', '123', '123'],
  ['name', '1e3', '1e3'],
  ['name', '"5"', '5'],
  ['name', 'true', 'true'],
  ['name', 'null', null],
  ['marketing_consent', 'true', true],
  ['no_field', 'false', false],
  ['custom_data', '{"plan":"pro"}', { plan: 'pro' }],
])('%s=%s is read as the type of the field', async (name, text, value) => {
  const mock = new RunningMock({ url: paddock.url });
  expect(await readValues(mock, 'customer.updated', { [name]: text })).toEqual({ [name]: value });
});
