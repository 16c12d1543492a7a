import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Delivery } from './endpoint.ts';

export const secret = 'pdl_ntfset_01kq0000000000000000000000_OnlyForTheTestsOfTheDoctor000000';

/** Parts of a receiver that tests replace by wrong ones. Each default is correct. */
export type ReceiverParts = {
  secrets?: readonly string[];
  /** Returns the text whose signature is verified. */
  verified?: (body: Buffer) => Buffer | string;
  /** Accepts or rejects a signature's age, in seconds. */
  fresh?: (age: number) => boolean;
  /** Selects the signatures to check. */
  choose?: (signatures: readonly string[]) => readonly string[];
  equal?: (given: string, computed: string) => boolean;
};

/** Verifies a delivery as an application's own code would, without any of Paddock's. */
export function isGenuine({ body, header }: Delivery, parts: ReceiverParts = {}): boolean {
  const {
    secrets = [secret],
    verified = (raw) => raw,
    fresh = isFresh,
    choose = (all) => all,
    equal = isEqual,
  } = parts;
  const fields = (header ?? '').split(';').map((field) => field.split('='));
  const valuesOf = (key: string) => fields.filter(([name]) => name === key).map(([, value = '']) => value);
  const [ts = ''] = valuesOf('ts');
  if (!fresh(Date.now() / 1000 - Number(ts))) return false;
  const computed = secrets.map((key) =>
    createHmac('sha256', key).update(`${ts}:`).update(verified(body)).digest('hex'),
  );
  return choose(valuesOf('h1')).some((given) => computed.some((own) => equal(given, own)));
}

function isFresh(age: number): boolean {
  return Math.abs(age) <= 5;
}

function isEqual(given: string, computed: string): boolean {
  return given.length === computed.length && timingSafeEqual(Buffer.from(given), Buffer.from(computed));
}
