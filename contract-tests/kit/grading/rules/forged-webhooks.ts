import type { Rule } from '../rule.ts';

const forgeries = ['wrong_signature', 'stale_timestamp'];

/** A delivery with a wrong signature or an old timestamp is refused. */
export const forgedWebhooks: Rule = {
  name: 'forged-webhooks',
  severity: 'serious',
  advice: 'Verify Paddle-Signature against the raw body, and refuse timestamps older than a few seconds.',
  needs: 'deliveries',
  find({ deliveries }) {
    return (deliveries ?? []).flatMap(({ id, event_type, status, chaos }) => {
      const forged = chaos.find((fault) => forgeries.includes(fault));
      if (forged === undefined || status !== 'delivered') return [];
      return [{ sentence: `${event_type} was accepted despite its ${forged}.`, evidence: [id] }];
    });
  },
};
