import type { Rule } from '../rule.ts';

/** Every delivery without injected faults gets a 200. */
export const failingWebhooks: Rule = {
  name: 'failing-webhooks',
  severity: 'warning',
  advice: 'Return 200 as soon as the event is stored, and process it afterwards.',
  needs: 'deliveries',
  find({ deliveries }) {
    return (deliveries ?? [])
      .filter(({ response_code, status, chaos }) => status === 'failed' && response_code !== 0 && chaos.length === 0)
      .map(({ id, event_type, response_code }) => ({
        sentence: `${event_type} got a ${response_code} response.`,
        evidence: [id],
      }));
  },
};
