import { Pool } from 'undici';
import type { Random } from '../../ids/random.ts';
import type { KillableStarted } from './killable-server.ts';

/** The client's knowledge when the server is gone. */
export type LoadResult = {
  /** The JSON text of each entity in its last response, by ID. */
  answered: ReadonlyMap<string, string>;
  /** The last requests without a response: changes of an entity, or `null` for a new one, which has no ID yet. */
  unanswered: readonly { changes: string | null }[];
  /** Number of acknowledged writes. */
  answers: number;
};

type Operation = { method: 'POST' | 'PATCH'; path: string; body?: object; changes: string | null };

const callers = 8;

/**
 * Creates, changes and archives customers, and adds addresses, until the server is gone. Each caller changes
 * customers of its own, so the last change of an entity is known.
 *
 * @param customers IDs of active customers to start with
 * @param onAnswer called after each response with the running number
 */
export async function runMixedLoad(
  { url, apiKey }: KillableStarted,
  customers: readonly string[],
  random: Random,
  onAnswer: (answers: number) => void,
): Promise<LoadResult> {
  const pool = new Pool(url, { connections: callers });
  const headers = { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' };
  const answered = new Map<string, string>();
  const unanswered: { changes: string | null }[] = [];
  let answers = 0;

  const callUntilGone = async (own: string[]): Promise<void> => {
    for (;;) {
      const { changes, body, ...operation } = nextOperation(own, random);
      const answer = await send(pool, { ...operation, headers, ...(body && { body: JSON.stringify(body) }) });
      if (!answer) {
        unanswered.push({ changes });
        return;
      }
      answered.set(answer.id, JSON.stringify(answer));
      if (answer.id.startsWith('ctm_') && changes === null) own.push(answer.id);
      answers += 1;
      onAnswer(answers);
    }
  };

  const shares = Array.from({ length: callers }, (_, caller) => customers.filter((_id, at) => at % callers === caller));
  await Promise.all(shares.map(callUntilGone));
  await pool.destroy();
  return { answered, unanswered, answers };
}

/** Picks an operation that succeeds: archived customers are dropped. */
function nextOperation(own: string[], random: Random): Operation {
  const at = Math.floor(random.next() * own.length);
  const customer = own[at];
  const kind = random.next();
  if (customer === undefined || kind < 0.4) {
    const email = `${Math.floor(random.next() * 1e9)}@example.com`;
    return { method: 'POST', path: '/customers', body: { email }, changes: null };
  }
  if (kind < 0.6) {
    return { method: 'POST', path: `/customers/${customer}/addresses`, body: { country_code: 'IE' }, changes: null };
  }
  if (kind < 0.9) {
    return {
      method: 'PATCH',
      path: `/customers/${customer}`,
      body: { name: `Name ${random.next()}` },
      changes: customer,
    };
  }
  own.splice(at, 1);
  return { method: 'POST', path: `/customers/${customer}/archive`, changes: customer };
}

/** Returns the entity in the response; undefined if the server is gone. */
async function send(
  pool: Pool,
  request: Parameters<Pool['request']>[0],
): Promise<{ id: string; status: string } | undefined> {
  const answer = await pool.request(request).then(
    async ({ statusCode, body }) => ({ statusCode, text: await body.text() }),
    () => undefined,
  );
  if (answer && answer.statusCode >= 300) throw new Error(`${request.path} answered ${answer.text}`);
  return answer && JSON.parse(answer.text).data;
}
