/** A time on the account's clock, as `2026-07-01 09:30:00`, in UTC like the API's. */
export function Time({ at }: { at: string }) {
  return (
    <time dateTime={at} title={at}>
      {at.slice(0, 19).replace('T', ' ')}
    </time>
  );
}

const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1_000],
] as const;

/** The time between two moments in its largest unit, such as `in 3 d`. */
export function distance(from: string, to: string): string {
  const ms = Date.parse(to) - Date.parse(from);
  const [unit, length] = units.find(([, each]) => Math.abs(ms) >= each) ?? ['s', 1_000];
  const number = Math.round(Math.abs(ms) / length);
  return ms >= 0 ? `in ${number} ${unit}` : `${number} ${unit} ago`;
}
