import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Contract } from '../contract/document.ts';
import type { Exchange } from '../contract/exchange.ts';
import { mutants } from '../kit/mutants/mutants.ts';
import { createMutatingProxy } from '../kit/mutants/mutating-proxy.ts';
import { compareFindings } from './compare-findings.ts';
import { type Judges, judgeExchanges } from './judge-exchanges.ts';
import { createQueue } from './judge-queue.ts';
import { judgesWithPrism } from './judge-with-prism.ts';
import { loadPrism } from './load-prism.ts';
import { createAnswerChecks, createOwnJudge } from './own-findings.ts';
import { answering, corruptedExchanges, sending } from './testing/corrupted-exchanges.ts';
import { type Tour, takeTour } from './testing/tour.ts';

const prism = loadPrism();

/** Prism compiles a schema for each exchange, so what it found in one is remembered. */
async function judgesOf({ target }: Tour): Promise<Judges> {
  const judges = await judgesWithPrism(prism, target);
  const found = new WeakMap<Exchange, ReturnType<Judges['theirs']>>();
  const theirs: Judges['theirs'] = (exchange) => {
    const findings = found.get(exchange) ?? judges.theirs(exchange);
    found.set(exchange, findings);
    return findings;
  };
  return { ...judges, theirs };
}

/** A tour of the guide profile, and its judges, shared by all tests. */
let tourOfGuide: Tour;
let judgesOfGuide: Judges;
beforeAll(async () => {
  tourOfGuide = await takeTour('guide');
  judgesOfGuide = await judgesOf(tourOfGuide);
});

describe.each(['guide', 'official'])('on the profile %s', (profile) => {
  let tour: Tour;
  let judges: Judges;
  beforeAll(async () => {
    tour = profile === 'guide' ? tourOfGuide : await takeTour(profile);
    judges = profile === 'guide' ? judgesOfGuide : await judgesOf(tour);
  });

  test('Prism agrees with our checks for every operation of the mock', async () => {
    const succeeded = new Set(
      tour.exchanges.map(({ operation, response }) => (response.status < 300 ? operation?.id : null)),
    );
    expect(tour.target.contract.operations.map(({ id }) => id).filter((id) => !succeeded.has(id))).toEqual([]);
    const { exchanges, agreed, disagreements } = await judgeExchanges(tour.exchanges, judges);
    expect(disagreements).toEqual([]);
    expect([exchanges, agreed]).toEqual([tour.exchanges.length, tour.exchanges.length]);
  });

  test('Prism finds violations in every empty response body and wrong request body', async () => {
    for (const exchange of tour.exchanges.filter(
      ({ response, operation }) => response.body !== '' && operation !== null,
    )) {
      const emptied = await judges.theirs(answering(exchange, { body: '{}', json: {} }));
      expect(emptied.answer, exchange.operation?.id).toContainEqual(expect.objectContaining({ part: 'body' }));
      const sent = await judges.theirs(sending(exchange, { body: '[]' }));
      expect(sent.request, exchange.operation?.id).toContainEqual(expect.objectContaining({ part: 'request-body' }));
    }
  });

  test('both judges find violations in the same parts of a corrupted exchange', async () => {
    let found = 0;
    const explained = new Set<string>();
    const property = fc.asyncProperty(corruptedExchanges(tour.exchanges), async (exchange) => {
      const [theirs, ours] = [await judges.theirs(exchange), judges.ours(exchange)];
      if (theirs.answer.length + theirs.request.length > 0) found += 1;
      // The request was corrupted after the target accepted it.
      const all = compareFindings(exchange, theirs, ours).filter(({ part }) => part !== 'request');
      const reasons = all.map((one) => judges.known.find(({ explains }) => explains(one, exchange)) ?? one);
      for (const reason of reasons) if ('explains' in reason) explained.add(reason.name);
      expect(reasons.filter((reason) => !('explains' in reason))).toEqual([]);
    });
    await fc.assert(property, { seed: 1, numRuns: 300 });
    expect(found).toBeGreaterThan(150);
    const needed = judges.known.filter(({ shownBy }) => shownBy === 'corrupted exchanges').map(({ name }) => name);
    expect([...explained]).toEqual(expect.arrayContaining(needed));
  });
});

describe('a server that violates the document', () => {
  const tourOfMutant = async (name: string): Promise<Tour> => {
    const proxy = createMutatingProxy();
    proxy.apply(mutants.find((mutant) => mutant.name === name) ?? null);
    return takeTour('guide', { before: proxy.before, unchecked: true });
  };
  const blind = (contract: Contract): Judges['ours'] =>
    createOwnJudge(contract, { ...createAnswerChecks(contract), body: [] });

  test.each([
    ['undocumented-field', 'body'],
    ['null-fields-left-out', 'body'],
    ['create-answers-200', 'status'],
    ['json-as-text', 'media-type'],
  ] as const)('%s: Prism and our checks find the wrong %s', async (name, part) => {
    const tour = await tourOfMutant(name);
    const faulty = [];
    for (const exchange of tour.exchanges) {
      const { answer } = await judgesOfGuide.theirs(exchange);
      if (answer.some((finding) => finding.part === part)) faulty.push(exchange);
    }
    expect(faulty.length).toBeGreaterThan(0);
    expect((await judgeExchanges(tour.exchanges, judgesOfGuide)).disagreements).toEqual([]);
  });

  test('a violation found only by Prism is reported, similar ones once', async () => {
    const tour = await tourOfMutant('undocumented-field');
    const judges = { ...judgesOfGuide, ours: blind(tour.target.contract) };
    const { agreed, exchanges, disagreements } = await judgeExchanges(tour.exchanges, judges);
    expect(agreed).toBeLessThan(exchanges);
    const ofGet = disagreements.filter(({ exchange }) => exchange.operation?.id === 'getCustomer');
    expect(ofGet).toMatchObject([
      {
        part: 'body',
        ours: [],
        theirs: [expect.stringContaining("found 'object'")],
        exchange: { response: { status: 200 } },
      },
    ]);
    const twice = await judgeExchanges([...tour.exchanges, ...tour.exchanges], judges);
    expect(twice.disagreements.map((one) => one.exchanges)).toEqual(disagreements.map((one) => one.exchanges * 2));
  });

  test('a violation found only by our checks is reported', async () => {
    const tour = await tourOfMutant('undocumented-field');
    const judges = { ...judgesOfGuide, theirs: async () => ({ request: [], answer: [] }) };
    const { disagreements } = await judgeExchanges(tour.exchanges, judges);
    expect(disagreements).toContainEqual(
      expect.objectContaining({
        part: 'body',
        theirs: [],
        ours: [expect.stringMatching(/ does not have data\.object$/)],
      }),
    );
  });
});

describe('a target that accepts invalid requests, or refuses valid ones', () => {
  const exchangeOf = (id: string, status: number): Exchange => {
    const found = tourOfGuide.exchanges.find(
      ({ operation, response }) => operation?.id === id && response.status === status,
    );
    if (!found) throw new Error(`The tour has no ${id} with ${status}.`);
    return found;
  };
  const judge = async (exchange: Exchange) =>
    (await judgeExchanges([exchange], judgesOfGuide)).disagreements.map(({ part, theirs, ours }) => ({
      part,
      theirs,
      ours,
    }));

  test('an invalid body was accepted', async () => {
    expect(await judge(sending(exchangeOf('createCustomer', 201), { body: '{}' }))).toEqual([
      {
        part: 'request',
        theirs: ["Request body must have required property 'email'"],
        ours: ['the target accepted it: 201'],
      },
    ]);
  });

  test('an invalid query was accepted', async () => {
    const exchange = exchangeOf('listCustomers', 200);
    const url = new URL('?per_page=many', exchange.request.url);
    expect(await judge(sending(exchange, { url }))).toMatchObject([
      { part: 'request', theirs: ['Request query parameter per_page must be integer'] },
    ]);
  });

  test('a request without a key was accepted', async () => {
    expect(await judge(sending(exchangeOf('listCustomers', 200), { headers: new Headers() }))).toMatchObject([
      { part: 'request', theirs: ['Invalid security scheme used'], ours: ['the target accepted it: 200'] },
    ]);
  });

  test('a valid body was refused', async () => {
    const body = '{"email":"kim@example.com"}';
    expect(await judge(sending(exchangeOf('createCustomer', 400), { body }))).toEqual([
      { part: 'request', theirs: [], ours: ['the target refused it: 400 bad_request'] },
    ]);
  });

  test('a known difference is counted with its reason, and is not a disagreement', async () => {
    const refused = exchangeOf('listCustomers', 400);
    const empty = sending(refused, { url: new URL('?per_page=', refused.request.url) });
    const { agreed, disagreements, known } = await judgeExchanges([empty], judgesOfGuide);
    expect([agreed, disagreements]).toEqual([0, []]);
    expect(known.filter(({ exchanges }) => exchanges > 0)).toMatchObject([
      { difference: { name: 'empty-parameters' }, exchanges: 1 },
    ]);
  });
});

describe('judging while laws run', () => {
  test('has the same result as judging afterwards', async () => {
    const { target, exchanges } = tourOfGuide;
    const { contract } = target;
    const ours = createOwnJudge(contract, { ...createAnswerChecks(contract), body: [() => 'it is wrong'] });
    const judges = { ...judgesOfGuide, ours };
    const queue = createQueue(async () => judges);
    const [early, late] = [exchanges.slice(0, 5), exchanges.slice(5)];
    for (const exchange of early) queue.add(exchange);
    queue.start(target);
    for (const exchange of late) {
      queue.add(exchange);
      await nextTurn();
    }
    const { seconds: _, ...during } = await queue.finish();
    const { seconds: __, ...afterwards } = await judgeExchanges(exchanges, judges);
    expect(during).toEqual(afterwards);
    expect(during.exchanges).toBe(exchanges.length);
    expect(during.disagreements.length).toBeGreaterThan(0);
  });

  test('reports an error at the end', async () => {
    const queue = createQueue(() => Promise.reject(new Error('it read no document')));
    queue.start(tourOfGuide.target);
    await nextTurn();
    await expect(queue.finish()).rejects.toThrow('it read no document');
  });
});

describe('what Prism throws', () => {
  test.each(['json', 'application/json, text/html', 'text/', ''])(
    'is a finding for the content type "%s"',
    async (type) => {
      const { theirs } = judgesOfGuide;
      const exchange = tourOfGuide.exchanges.find(({ operation }) => operation?.id === 'createCustomer');
      if (!exchange) throw new Error('The tour has no createCustomer.');
      const typed = (before: Headers) => {
        const headers = new Headers(before);
        headers.set('content-type', type);
        return headers;
      };
      const { answer } = await theirs(answering(exchange, { headers: typed(exchange.response.headers) }));
      expect(answer.map(({ part }) => part)).toContain('media-type');
      await expect(theirs(sending(exchange, { headers: typed(exchange.request.headers) }))).resolves.toBeDefined();
    },
  );

  test('is rethrown for any other error', async () => {
    const createInstance = () => {
      throw new TypeError('it is broken');
    };
    const broken = { ...prism, http: { ...prism.http, createInstance } };
    const { theirs } = await judgesWithPrism(broken, tourOfGuide.target);
    const [exchange] = tourOfGuide.exchanges;
    if (!exchange) throw new Error('The tour is empty.');
    await expect(theirs(exchange)).rejects.toThrow('it is broken');
  });
});

describe('loading Prism', () => {
  test('names the package to install', () => {
    expect(() => loadPrism(['/nowhere/package.json'])).toThrow(
      'Could not judge with Prism: it is not installed. Run npm install --save-dev @stoplight/prism-cli.',
    );
  });
});
