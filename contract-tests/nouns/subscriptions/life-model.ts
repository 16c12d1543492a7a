/**
 * Model of the documentation of a subscription's life: one monthly price of 20 dollars, without tax. It is independent of the
 * mock, and counts amounts in cents and time in milliseconds.
 */
export type Life = {
  readonly now: number;
  readonly status: 'trialing' | 'active' | 'past_due' | 'paused' | 'canceled';
  readonly quantity: number;
  /** Time that periods are counted from, and the number of the current one. */
  readonly anchor: number;
  readonly cycles: number;
  readonly period: Period | null;
  readonly next: number | null;
  readonly scheduled: Scheduled | null;
  readonly pausedAt: number | null;
  readonly canceledAt: number | null;
  /** True if the card fails from now on. */
  readonly fails: boolean;
  readonly credit: number;
  /** Charges and credits that the next bill adds. */
  readonly deferred: readonly number[];
  readonly bills: readonly Bill[];
};

export type Period = { readonly starts: number; readonly ends: number };
export type Scheduled = {
  readonly action: 'cancel' | 'pause' | 'resume';
  readonly at: number;
  readonly resumeAt: number | null;
};
export type Bill = {
  readonly status: 'completed' | 'past_due' | 'canceled';
  readonly total: number;
  readonly credit: number;
};

const unit = 2000;
export const day = 86_400_000;
/** The smallest charge. */
const leastCharge = 70;

/** A subscription that has just been bought. */
export function bornAt(now: number, trialDays: number): Life {
  const isTrial = trialDays > 0;
  const ends = isTrial ? now + trialDays * day : monthsAfter(now, 1);
  return {
    ...{
      now,
      status: isTrial ? 'trialing' : 'active',
      quantity: 1,
      anchor: now,
      cycles: 1,
      period: { starts: now, ends },
    },
    ...{ next: ends, scheduled: null, pausedAt: null, canceledAt: null, fails: false, credit: 0, deferred: [] },
    bills: [{ status: 'completed', total: isTrial ? 0 : unit, credit: 0 }],
  };
}

/** Makes everything happen that falls due until a time. */
export function passed(life: Life, until: number): Life {
  const { scheduled, next, status } = life;
  const isTrialEnd = status === 'trialing' && scheduled === null;
  const due = scheduled?.at ?? (status === 'active' || isTrialEnd ? next : null);
  if (status === 'canceled' || due === null || due > until) return { ...life, now: until };
  const then = { ...life, now: due };
  return passed(scheduled ? changed(then, scheduled) : isTrialEnd ? restarted(then) : renewed(then), until);
}

function changed(life: Life, { action, resumeAt }: Scheduled): Life {
  if (action === 'cancel') return canceled(life);
  if (action === 'pause') return paused(life, resumeAt);
  return restarted(life);
}

function renewed(life: Life): Life {
  const { anchor, cycles, now } = life;
  const ends = monthsAfter(anchor, cycles + 1);
  return billed({ ...life, cycles: cycles + 1, period: { starts: now, ends }, next: ends });
}

/** Starts a new period now, which is billed: after a trial or a pause. */
export function restarted(life: Life): Life {
  const { now } = life;
  const ends = monthsAfter(now, 1);
  const fresh = { anchor: now, cycles: 1, period: { starts: now, ends }, next: ends, scheduled: null, pausedAt: null };
  return billed({ ...life, ...fresh, status: 'active' });
}

function billed(life: Life): Life {
  const total = life.quantity * unit + life.deferred.reduce((sum, amount) => sum + amount, 0);
  const after = charged({ ...life, deferred: [] }, total);
  return after.bills.at(-1)?.status === 'past_due' ? { ...after, status: 'past_due' } : after;
}

/** Bills an amount. Credit pays first; what a negative bill gives back becomes credit. */
export function charged(life: Life, total: number): Life {
  const used = Math.min(life.credit, Math.max(total, 0));
  const isPaid = total - used <= 0 || !life.fails;
  const credit = life.credit - used + Math.max(-total, 0);
  return {
    ...life,
    credit,
    bills: [...life.bills, { status: isPaid ? 'completed' : 'past_due', total, credit: used }],
  };
}

/** Pauses now: credits that wait for the next bill are lost. */
export function paused(life: Life, resumeAt: number | null): Life {
  const scheduled = resumeAt === null ? null : { action: 'resume' as const, at: resumeAt, resumeAt: null };
  const deferred = life.deferred.filter((amount) => amount > 0);
  const at = { status: 'paused' as const, pausedAt: life.now, next: resumeAt, scheduled, deferred };
  return { ...life, ...at, bills: withoutDebts(life) };
}

export function canceled(life: Life): Life {
  const at = {
    status: 'canceled' as const,
    canceledAt: life.now,
    pausedAt: null,
    period: null,
    next: null,
    scheduled: null,
  };
  return { ...life, ...at, bills: withoutDebts(life) };
}

function withoutDebts({ bills }: Life): Bill[] {
  return bills.map((bill) => (bill.status === 'past_due' ? { ...bill, status: 'canceled' } : bill));
}

/** Returns the cost or credit of a change of the quantity within the current period. */
export function costOf({ period, now, quantity }: Life, wanted: number, isProrated: boolean): number {
  const more = wanted - quantity;
  if (!isProrated) return Math.max(more, 0) * unit;
  if (period === null) return 0;
  const [starts, ends, at] = [period.starts, period.ends, now].map((time) => Math.floor(time / 60_000)) as [
    number,
    number,
    number,
  ];
  const rate = Math.round(((ends - at) * 100_000) / (ends - starts));
  const amount = Math.round((Math.abs(more) * unit * rate) / 100_000);
  return more < 0 ? -amount : amount;
}

export const isTooSmall = (amount: number) => amount > 0 && amount < leastCharge;

/** Adds calendar months; a month that is too short ends on its last day. */
function monthsAfter(anchor: number, months: number): number {
  const date = new Date(anchor);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const time = anchor % day;
  return Date.UTC(year, month, Math.min(date.getUTCDate(), last)) + time;
}
