import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { casesToAccept } from './accepted-cases.ts';
import type { DoctorCase, SignedRequest } from './doctor-case.ts';
import { doctorEvents } from './events.ts';
import { casesToRefuse } from './refused-cases.ts';
import { isGenuine, secret } from './testing/receiver.ts';

const seeds = fc.integer({ min: 0, max: 0xffffffff });

/** Runs a check on the requests of the cases of any seed. */
function checkSent(check: (send: (id: string) => SignedRequest[], cases: readonly DoctorCase[]) => void) {
  fc.assert(
    fc.property(seeds, (seed) => {
      const events = doctorEvents(seed);
      const cases = [...casesToAccept(secret, events), ...casesToRefuse(secret, events)];
      const now = Math.floor(Date.now() / 1000);
      const find = (id: string) => cases.filter((one) => one.id === id);
      check((id) => find(id).flatMap(({ attempts }) => attempts.map((attempt) => attempt(now))), cases);
    }),
    { numRuns: 5 },
  );
}

const eventOf = ({ body }: SignedRequest) => JSON.parse(body);

describe('of any seed', () => {
  test('the deliveries to accept are genuine, and those to refuse are not', () => {
    checkSent((send, cases) => {
      for (const { id, expected } of cases) {
        for (const { body, signature } of send(id)) {
          const genuine = isGenuine({ body: Buffer.from(body), header: signature ?? undefined });
          expect(genuine, id).toBe(expected === 'accept');
        }
      }
    });
  });

  test('no two cases share an ID, a title or an event', () => {
    checkSent((send, cases) => {
      const events = cases.map(({ id }) => send(id).map((request) => eventOf(request).event_id));
      expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
      expect(new Set(cases.map(({ title }) => title)).size).toBe(cases.length);
      expect(new Set(events.flat()).size).toBe(events.flat().length - 1);
    });
  });

  test('the bodies are events as Paddle writes them', () => {
    checkSent((send, cases) => {
      for (const event of cases.flatMap(({ id }) => send(id)).map(eventOf)) {
        expect(event).toMatchObject({
          event_id: expect.stringMatching(/^evt_[a-z\d]{26}$/),
          event_type: expect.stringMatching(/^[a-z_]+\.[a-z_]+$/),
          notification_id: expect.stringMatching(/^ntf_[a-z\d]{26}$/),
          occurred_at: event.data.updated_at,
          data: { id: expect.stringMatching(/^(ctm|sub)_/) },
        });
      }
    });
  });

  test('a tampered body differs from the one that was signed by one byte', () => {
    checkSent((send) => {
      const [{ body } = { body: '' }] = send('tampered-body');
      const before = body.replace('@a', '@e');
      expect([...body].filter((letter, at) => letter !== before[at])).toEqual(['a']);
      expect(body).toHaveLength(before.length);
    });
  });

  test('the pair in reverse order is about one subscription, the later event first', () => {
    checkSent((send) => {
      const [later, earlier] = send('out-of-order').map(eventOf);
      expect(later).toMatchObject({ event_type: 'subscription.canceled', data: { status: 'canceled' } });
      expect(earlier).toMatchObject({ event_type: 'subscription.activated', data: { id: later.data.id } });
      for (const { data } of [earlier, later]) expect(data).not.toHaveProperty('management_urls');
      expect(Date.parse(earlier.occurred_at)).toBe(Date.parse(later.occurred_at) - 60_000);
    });
  });

  test('the long body has a million bytes', () => {
    checkSent((send) => expect(send('large-body').map(({ body }) => Buffer.byteLength(body))).toEqual([1_000_000]));
  });
});

test('another seed sends events about others', () => {
  const idsOf = (seed: number) => {
    const events = doctorEvents(seed);
    const cases = [...casesToAccept(secret, events), ...casesToRefuse(secret, events)];
    return cases.flatMap(({ attempts }) => attempts.map((attempt) => eventOf(attempt(0)).data.id));
  };
  const others = new Set(idsOf(2));
  expect(idsOf(1).filter((id) => others.has(id))).toEqual([]);
});
