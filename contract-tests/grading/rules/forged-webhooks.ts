import type { Rule } from '../rule.ts';

const forgeries = ['wrong_signature', 'stale_timestamp'];

/** A delivery that is not signed, or was signed long ago, is refused. */
export const forgedWebhooks: Rule = {
  name: 'forged-webhooks',
  severity: 'serious',
  advice: 'Verify Paddle-Signature over the raw body, and refuse times that are more than seconds old.',
  needs: 'deliveries',
  find({ deliveries }) {
    return (deliveries ?? []).flatMap(({ id, event_type, status, chaos }) => {
      const forged = chaos.find((fault) => forgeries.includes(fault));
      if (forged === undefined || status !== 'delivered') return [];
      return [{ sentence: `${event_type} was accepted in spite of its ${forged}.`, evidence: [id] }];
    });
  },
};
