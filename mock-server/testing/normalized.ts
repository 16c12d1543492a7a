/** An event without its own ID. */
export type Sent = { type: string; payload: unknown };

const id = /\b[a-z]+_[0-9a-z]{26}\b|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;
const time = /\b\d{4}-\d\d-\d\dT[\d:.]+Z/g;
const invoiceNumber = /^\d+-\d+$/;

/**
 * Names IDs in the order in which they appear, and times by their order, and omits invoice numbers. So the same moves of
 * different entities at different times have equal events.
 */
export function normalized(sent: readonly Sent[]): readonly Sent[] {
  const text = JSON.stringify(sent);
  const ids = [...new Set(text.match(id))];
  const times = [...new Set(text.match(time))].map((one) => Date.parse(one)).toSorted((one, other) => one - other);
  return JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== 'string') return value;
    return value
      .replace(id, (one) => `${/^[a-z]+_|/.exec(one)?.[0]}${ids.indexOf(one)}`)
      .replace(time, (one) => `time ${times.indexOf(Date.parse(one))}`)
      .replace(invoiceNumber, 'invoice number');
  });
}
