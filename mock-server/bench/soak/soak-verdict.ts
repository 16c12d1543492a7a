import { median } from '../figures.ts';

/** Measurements at the end of a minute of load. */
export type Minute = { megabytes: number; p99: number };

/** Minutes of warm-up, for caches and compilers. At most half of a run. */
const warmUpMinutes = 5;
/** Allowed growth from the first half to the second. Times depend on other load on the machine. */
const growthAtMost = { megabytes: 1.1, p99: 1.5 };

/** Judges if memory and times stayed flat after the warm-up, by the medians of the two halves. */
export function judgeFlat(minutes: readonly Minute[]): { isFlat: boolean; text: string } {
  const counted = minutes.slice(Math.min(warmUpMinutes, Math.floor(minutes.length / 2)));
  if (counted.length < 2) return { isFlat: false, text: 'Too short for a verdict: at least three minutes are needed.' };
  const half = Math.floor(counted.length / 2);
  const growth = (figure: keyof Minute) =>
    median(counted.slice(-half).map((one) => one[figure])) / median(counted.slice(0, half).map((one) => one[figure]));
  const [memory, p99] = [growth('megabytes'), growth('p99')];
  const isFlat = memory <= growthAtMost.megabytes && p99 <= growthAtMost.p99;
  const figures = `memory ${memory.toFixed(2)} times, p99 ${p99.toFixed(2)} times`;
  const skipped = minutes.length - counted.length;
  return {
    isFlat,
    text: `${isFlat ? 'Flat' : 'Not flat'} after the first ${skipped} minutes, later half to earlier: ${figures}.`,
  };
}
