import fc from 'fast-check';
import { createRedactor } from '#openapi/exchange/redact.ts';
import { assertProperty } from '../../law/assert-property.ts';
import { expect } from '../../law/expect.ts';
import type { Law } from '../../suite/laws.ts';
import { runLaw } from '../../suite/run-law.ts';
import { startTarget } from '../../targets/start-target.ts';
import type { Target } from '../../targets/target.ts';
import { buildReport } from '../build-report.ts';
import type { Report } from '../report.ts';

/** Markup in a response, which reports must show as text. */
export const hostileName = '<script>document.title = "taken"</script>';

/** Three laws: one holds, one is broken and one has no verdict, on any target. */
const laws = (target: Target): Law[] => [
  {
    title: 'ips: they are listed',
    body: async () => void (await target.newAccount().call('getIpAddresses')),
  },
  {
    title: 'customer-name-optional: no name is longer than three characters',
    body: async () => {
      const account = target.newAccount();
      const property = fc.asyncProperty(fc.nat({ max: 40 }), async (length) => {
        const body = { email: target.freshEmail(), name: hostileName.slice(0, length) };
        const { data } = await account.call('createCustomer', { body: length === 0 ? { email: body.email } : body });
        const read = await account.call('getCustomer', { path: { customer_id: data.id } });
        expect((read.data.name ?? '').length).toBeLessThanOrEqual(3);
      });
      await assertProperty(property);
    },
  },
  {
    title: 'webhooks-hmac: nothing can tell',
    body: ({ skip }) => skip('webhooks of the target cannot reach this machine'),
  },
];

/** Runs the laws against a mock, and builds the report. */
export async function reportExampleRun(): Promise<Report> {
  const target = await startTarget('mock', { seed: 1 });
  const results = [];
  for (const law of laws(target)) results.push(await runLaw(law, 30_000));
  await target.close();
  const run = {
    target,
    startedAt: new Date('2026-07-01T12:00:00Z'),
    seconds: 1.5,
    results,
    endedEarly: null,
    notChosen: [],
    judgement: null,
  };
  const settings = { seed: 1, runs: null, path: null, only: ['ips', 'customer-name-optional', 'webhooks-hmac'] };
  return createRedactor()(buildReport(run, settings));
}
