import type { Rule } from '../rule.ts';

/** Every delivery gets a response within five seconds. */
export const slowWebhooks: Rule = {
  name: 'slow-webhooks',
  severity: 'warning',
  advice: 'Store the event, return 200, and process it afterwards: Paddle waits five seconds.',
  needs: 'deliveries',
  find({ deliveries }) {
    return (deliveries ?? [])
      .filter(({ response_code, status, chaos }) => status === 'failed' && response_code === 0 && chaos.length === 0)
      .map(({ id, event_type }) => ({
        sentence: `${event_type} got no response within five seconds.`,
        evidence: [id],
      }));
  },
};
