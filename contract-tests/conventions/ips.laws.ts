import { expect } from '../law/expect.ts';
import { laws } from '../suite/laws.ts';

const cidr = /^(\d{1,3}\.){3}\d{1,3}\/\d{1,2}$/;

export default laws(({ target, test }) => {
  test('ips: where webhooks come from is answered with and without an API key, alike', async () => {
    const account = target.newAccount();
    const { ipv4_cidrs } = (await account.call('getIpAddresses')).data;
    expect(ipv4_cidrs.length).toBeGreaterThan(0);
    for (const block of ipv4_cidrs) expect(block).toMatch(cidr);
    expect(new Set(ipv4_cidrs).size).toBe(ipv4_cidrs.length);
    const answer = await account.request('GET', '/ips', { headers: { authorization: null } });
    expect(answer).toMatchObject({ status: 200, body: { data: { ipv4_cidrs } } });
  });
});
