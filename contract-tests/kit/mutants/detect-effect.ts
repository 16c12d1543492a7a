import { isDeepStrictEqual } from 'node:util';
import { jsonIn } from './edit-message.ts';
import type { Interceptor, ProxiedRequest, ProxiedResponse } from './mutant.ts';

type Message = ProxiedRequest | ProxiedResponse;

/** Wraps an interceptor, and reports when it forwards or returns something other than it received. */
export function detectEffect(interceptor: Interceptor, isSame: typeof sameMeaning, onEffect: () => void): Interceptor {
  return async (request, forward) => {
    let [sent, answered]: [number, ProxiedResponse | null] = [0, null];
    const answer = await interceptor(request, async (one) => {
      sent += 1;
      if (!isSame(request, one)) onEffect();
      answered = await forward(one);
      return answered;
    });
    if (sent !== 1 || answered === null || !isSame(answered, answer)) onEffect();
    return answer;
  };
}

/** Returns true if two messages have the same meaning, however their JSON is formatted. */
export function sameMeaning(one: Message, other: Message): boolean {
  const [json, otherJson] = [jsonIn(one), jsonIn(other)];
  return json && otherJson ? isDeepStrictEqual([json, headOf(one)], [otherJson, headOf(other)]) : sameBytes(one, other);
}

/** Returns true if two messages are the same, byte for byte. */
export function sameBytes(one: Message, other: Message): boolean {
  return one.body.equals(other.body) && isDeepStrictEqual(headOf(one), headOf(other));
}

function headOf(message: Message): unknown[] {
  const start = 'status' in message ? [message.status] : [message.method, message.url.href];
  return [...start, ...message.headers];
}
