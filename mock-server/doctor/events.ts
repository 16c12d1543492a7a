import { makeId } from '#fixtures/draw/ids.ts';
import { minute, timestamp } from '#fixtures/draw/instants.ts';
import { buildCustomer, buildSubscription, type Customer } from '#fixtures/index.ts';
import { deliveryBody } from '../state/database/jsonb-text.ts';

/** The body of a delivery. @evidence official */
export type WebhookEvent = {
  event_id: string;
  event_type: string;
  occurred_at: string;
  notification_id: string;
  data: { updated_at: string };
};

/** Prints an event as Paddle does. */
export function bodyOf(event: WebhookEvent): string {
  return deliveryBody(JSON.stringify(event));
}

/** Events for an examination: all different, and equal for equal seeds. */
export type DoctorEvents = {
  customerUpdated(): WebhookEvent;
  /** Makes an event of a customer with the given name. */
  customerNamed(name: string): WebhookEvent;
  /** A subscription's activation, and its cancellation a minute later. */
  subscriptionLife(): { activated: WebhookEvent; canceled: WebhookEvent };
  /** Makes an event of a type that Paddle does not have today. */
  unknownType(): WebhookEvent;
  /** Makes an event whose JSON has this many bytes. */
  ofSize(bytes: number): WebhookEvent;
};

/** Makes the events of a seed. */
export function doctorEvents(seed: number): DoctorEvents {
  let made = 0;
  const eventOf = (event_type: string, data: { updated_at: string }): WebhookEvent => {
    const instant = Date.parse(data.updated_at);
    made += 1;
    return {
      event_id: makeId('evt', instant, seed, made),
      event_type,
      occurred_at: data.updated_at,
      notification_id: makeId('ntf', instant, seed, made),
      data,
    };
  };
  const customerWith = (overrides: Partial<Customer>) =>
    eventOf('customer.updated', buildCustomer({ seed, overrides }));
  return {
    customerUpdated: () => customerWith({}),
    customerNamed: (name) => customerWith({ name }),
    subscriptionLife: () => {
      const { management_urls: _, ...active } = buildSubscription({ seed });
      const later = timestamp(Date.parse(active.updated_at) + minute, 'guide');
      const { management_urls: __, ...ended } = buildSubscription({ seed, status: 'canceled' });
      const canceled = { ...ended, canceled_at: later, updated_at: later };
      return {
        activated: eventOf('subscription.activated', active),
        canceled: eventOf('subscription.canceled', canceled),
      };
    },
    unknownType: () => eventOf('loyalty_card.stamped', buildCustomer({ seed })),
    ofSize: (bytes) => {
      const empty = bodyOf(customerWith({ custom_data: { notes: '' } }));
      return customerWith({ custom_data: { notes: 'x'.repeat(bytes - empty.length) } });
    },
  };
}
