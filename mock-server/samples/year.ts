import type { PaddockAccount } from '../control-client/account.ts';

/** Calls the API and returns the `data` of its response. */
type Call = (method: string, path: string, body?: object) => Promise<unknown>;

/** A time, an action then, and its description. */
type Step = readonly [time: string, text: string, act: (id: string) => Promise<unknown>];

type Totals = { grand_total: string; credit: string; credit_to_balance: string };
type Event = {
  event_id: string;
  event_type: string;
  occurred_at: string;
  data: { id: string; status: string; details?: { totals: Totals } };
};

export const begins = '2026-01-15T10:00:00Z';
const ends = '2027-01-01T12:00:00Z';

const price = {
  description: 'Team, for each seat',
  product: { name: 'ChatApp', tax_category: 'standard' },
  unit_price: { amount: '2000', currency_code: 'USD' },
  billing_cycle: { interval: 'month', frequency: 1 },
  trial_period: { interval: 'day', frequency: 14, requires_payment_method: true },
  quantity: { minimum: 1, maximum: 20 },
} as const;

/** Lives a year of one subscription, and returns it as a table of what was done and of what happened. */
export async function yearTable(
  paddock: Omit<PaddockAccount, 'clock'>,
  call: Call,
  until: (time: string) => Promise<void>,
) {
  const { id, items } = await paddock.subscriptions.create({
    items: [{ price, quantity: 1 }],
    customer: { email: 'sam@example.com', name: 'Sam' },
    address: { country_code: 'GB', postal_code: 'SW1A 1AA' },
  });
  const rows = ['| date | what | events | total | subscription |', '|---|---|---|---|---|'];
  const news = readerOf(call);
  let status = '';
  const write = async (time: string, text: string) => {
    for (const group of Map.groupBy(await news(), ({ occurred_at }) => occurred_at.slice(0, 16)).values()) {
      status = group.findLast(({ data }) => data.id === id)?.data.status ?? status;
      rows.push(rowOf(group, group[0]?.occurred_at.startsWith(time.slice(0, 16)) ? text : '', status));
    }
  };
  await write(begins, 'a trial of 14 days begins');
  for (const [time, text, act] of stepsOf(paddock, call, idOf(Object(items[0]).price))) {
    await until(time);
    await write('', '');
    await act(id);
    await write(time, text);
  }
  await until(ends);
  await write('', '');
  return rows.join('\n');
}

function stepsOf(paddock: Omit<PaddockAccount, 'clock'>, call: Call, price_id: string): Step[] {
  const seats = (quantity: number) => (id: string) =>
    call('PATCH', `/subscriptions/${id}`, {
      items: [{ price_id, quantity }],
      proration_billing_mode: 'prorated_immediately',
    });
  const pay = (card: string) => async (id: string) => {
    const transaction = await call('GET', `/subscriptions/${id}/update-payment-method-transaction`);
    await paddock.transactions.pay(idOf(transaction), { card });
  };
  const terms = {
    type: 'percentage',
    amount: '25',
    description: 'A quarter off',
    recur: true,
    maximum_recurring_intervals: 2,
  };
  const { billing_cycle: _cycle, trial_period: _trial, ...once } = price;
  const support = { ...once, description: 'Onboarding' };
  return [
    ['2026-02-12T10:00:00Z', 'three seats, prorated', seats(3)],
    [
      '2026-03-10T10:00:00Z',
      'a quarter off for the next two months',
      async (id) => {
        const discount = { id: idOf(await call('POST', '/discounts', terms)), effective_from: 'next_billing_period' };
        await call('PATCH', `/subscriptions/${id}`, { discount });
      },
    ],
    ['2026-06-13T22:00:00Z', 'one seat, prorated', seats(1)],
    [
      '2026-07-10T10:00:00Z',
      'a pause until 1 September',
      (id) =>
        call('POST', `/subscriptions/${id}/pause`, {
          effective_from: 'immediately',
          resume_at: '2026-09-01T10:00:00Z',
        }),
    ],
    ['2026-09-15T10:00:00Z', 'another card, which is going to fail', pay('4000 0027 6000 3184')],
    ['2026-10-01T18:00:00Z', 'the bill is paid with a new card', pay('4242 4242 4242 4242')],
    [
      '2026-10-20T10:00:00Z',
      'a charge for onboarding',
      (id) =>
        call('POST', `/subscriptions/${id}/charge`, {
          effective_from: 'immediately',
          items: [{ price: support, quantity: 1 }],
        }),
    ],
    [
      '2026-12-10T10:00:00Z',
      'a cancellation at the end of the period',
      (id) => call('POST', `/subscriptions/${id}/cancel`),
    ],
  ];
}

function idOf(entity: unknown): string {
  return String(Object(entity).id);
}

/** Reads the events since the last call. */
function readerOf(call: Call): () => Promise<Event[]> {
  let last: string | undefined;
  return async () => {
    const after = last === undefined ? '' : `&after=${last}`;
    const page = (await call('GET', `/events?order_by=id[ASC]&per_page=200${after}`)) as Event[];
    last = page.at(-1)?.event_id ?? last;
    return page.filter(({ event_type }) => !/^(product|price|discount)\./.test(event_type));
  };
}

function rowOf(events: readonly Event[], done: string, status: string): string {
  const types = events.map(({ event_type }) => event_type);
  const time = events[0]?.occurred_at.slice(0, 16).replace('T', ' ') ?? '';
  return `| ${[time, done || happened(types), shortened(types), amounts(events), status].join(' | ')} |`;
}

/** Names what happens by itself. */
function happened(types: readonly string[]): string {
  if (types.includes('subscription.past_due')) return '*renewal, not paid*';
  if (types.includes('subscription.resumed')) return '*it resumes*';
  if (types.includes('subscription.activated')) return '*the trial ends*';
  if (types.includes('subscription.canceled')) return '*it ends*';
  return '*renewal*';
}

/** Lists types with each noun once: `transaction.created, billed`. */
function shortened(types: readonly string[]): string {
  let noun = '';
  return types
    .map((type) => {
      const [own = '', action = ''] = type.split('.');
      const text = own === noun ? action : type;
      noun = own;
      return text;
    })
    .join(', ');
}

function amounts(events: readonly Event[]): string {
  const settled = events.filter(({ event_type }) => /^transaction\.(completed|past_due)$/.test(event_type));
  return settled
    .map(({ event_type, data }) => {
      const { grand_total = '0', credit = '0', credit_to_balance: back = '0' } = data.details?.totals ?? {};
      const used = credit === '0' ? '' : ` after ${dollars(credit)} of credit`;
      if (back !== '0') return `${dollars(back)} back as credit`;
      return `${dollars(grand_total)}${used}${event_type.endsWith('past_due') ? ' due' : ''}`;
    })
    .join(', ');
}

function dollars(cents: string): string {
  return `$${(Number(cents) / 100).toFixed(2)}`;
}
