/** Model of the money between a seller and one customer, from Paddle's documentation. It shares nothing with the mock. */
export type Books = {
  readonly sales: readonly Sale[];
  readonly credit: Credit;
  /** All credit that the customer was ever given. */
  readonly given: number;
};

/** Credit of the customer, in cents. */
export type Credit = { readonly available: number; readonly reserved: number; readonly used: number };

/** A transaction of one line in Hungary, in cents. */
export type Sale = {
  readonly id: string;
  readonly line: string;
  readonly mode: 'automatic' | 'manual';
  readonly status: 'ready' | 'billed' | 'completed' | 'canceled';
  /** Total with tax; negative for one that gives credit. */
  readonly total: number;
  /** Part that the customer's credit pays. */
  readonly credit: number;
  /** Part of an invoice that the seller waived. */
  readonly waived: number;
  /** Part that approved refunds gave back. */
  readonly refunded: number;
  /** Refund that waits for its approval. */
  readonly pending: number;
};

export const noBooks: Books = { sales: [], credit: { available: 0, reserved: 0, used: 0 }, given: 0 };

/** Prices are without the tax of 27 %. Each total is a multiple of 1270, so that no tax is rounded. */
export const unit = 1270;

export function opened(id: string, line: string, mode: Sale['mode'], total: number): Sale {
  return { id, line, mode, status: 'ready', total, credit: 0, waived: 0, refunded: 0, pending: 0 };
}

/** Amount that is still to be paid. */
export function dueOf({ total, credit, waived }: Sale): number {
  return Math.max(0, total - credit - waived);
}

/** Amount that can still be refunded: what was paid, less what was given back. */
export function refundable(sale: Sale): number {
  return sale.status === 'completed' && sale.pending === 0 ? dueOf(sale) - sale.refunded : 0;
}

/** Puts a sale first, so that what happens next is often about it. */
export function withSale(books: Books, sale: Sale): Books {
  const others = books.sales.filter(({ id }) => id !== sale.id);
  return { ...books, sales: [sale, ...others] };
}

/** Bills an invoice, which reserves credit. One that credit pays in full is completed. */
export function bill(books: Books, sale: Sale): Books {
  const credit = Math.min(books.credit.available, sale.total);
  const { available, reserved, used } = books.credit;
  const billed: Sale = { ...sale, status: 'billed', credit };
  const held = { ...books, credit: { available: available - credit, reserved: reserved + credit, used } };
  return dueOf(billed) === 0 ? complete(held, billed) : withSale(held, billed);
}

/** Takes as much as possible of an automatic sale from credit, and the rest by card. */
export function pay(books: Books, sale: Sale): Books {
  return complete(...(sale.status === 'ready' ? asBilled(books, sale) : ([books, sale] as const)));
}

function asBilled(books: Books, sale: Sale): readonly [Books, Sale] {
  const credit = Math.max(0, Math.min(books.credit.available, sale.total));
  const { available, reserved, used } = books.credit;
  const held = { available: available - credit, reserved: reserved + credit, used };
  return [
    { ...books, credit: held },
    { ...sale, credit },
  ];
}

function complete(books: Books, sale: Sale): Books {
  const { available, reserved, used } = books.credit;
  const gift = Math.max(0, -sale.total);
  const credit = { available: available + gift, reserved: reserved - sale.credit, used: used + sale.credit };
  return withSale({ ...books, credit, given: books.given + gift }, { ...sale, status: 'completed' });
}

/** Cancels a sale. What an invoice reserved is available again. */
export function cancel(books: Books, sale: Sale): Books {
  const { available, reserved, used } = books.credit;
  const back = sale.status === 'billed' ? sale.credit : 0;
  const credit = { available: available + back, reserved: reserved - back, used };
  return withSale({ ...books, credit }, { ...sale, status: 'canceled' });
}

/** Waives a part of an invoice, which is completed once nothing is due. */
export function waive(books: Books, sale: Sale, amount: number): Books {
  const waived = { ...sale, waived: sale.waived + amount };
  return dueOf(waived) === 0 ? complete(books, waived) : withSale(books, waived);
}

/** Approves all refunds that wait. */
export function approve(books: Books): Books {
  const sales = books.sales.map((sale) => ({ ...sale, refunded: sale.refunded + sale.pending, pending: 0 }));
  return { ...books, sales };
}

/** Returns the sums of a sale that the documentation determines. */
export function sumsOf({ status, ...sale }: Sale) {
  const { total, mode, credit, waived, refunded } = sale;
  const tax = (total * 27) / (100 + 27);
  const due = dueOf({ status, ...sale });
  const fee = Math.round((total * (mode === 'manual' ? 35 : 50)) / 1000) + (mode === 'manual' ? 0 : 50);
  const isSettled = status === 'completed' && total > 0;
  const left = total - waived - refunded;
  return {
    status,
    total,
    tax,
    ...(status !== 'canceled' && { credit: credit + waived, grand_total: due }),
    ...(status === 'completed' && { balance: 0 }),
    ...(status === 'billed' && { balance: due }),
    ...(isSettled && { fee, earnings: total - tax - fee }),
    ...(total > 0 && { adjusted: left }),
    ...(isSettled && { adjusted_due: left - credit, paid_out: total }),
  };
}
