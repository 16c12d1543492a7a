import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadSeed } from '#fixtures/index.ts';
import { runHere } from '../cli/testing/in-process.ts';
import { type Paddock, startPaddock } from '../index.ts';
import { call } from '../testing/call.ts';

type Event = { event_type: string; data: { id: string; import_meta: object | null } };

async function eventsOf(paddock: Paddock): Promise<Event[]> {
  return (await call(paddock, 'GET', '/events?per_page=200&order_by=id[ASC]')).data;
}

describe.each(['import', 'seed'] as const)('by %s', (way) => {
  test('what was added is announced where that is asked for, owners first', async () => {
    const recorded = Object.values(loadSeed('small-saas')).flat();
    await using paddock = await startPaddock({ profile: 'official' });
    await paddock[way]({ recorded, events: 'imported' });
    const events = await eventsOf(paddock);
    const types = events.map(({ event_type }) => event_type);
    const published: { name: string }[] = (await call(paddock, 'GET', '/event-types')).data;
    const imported = published.flatMap(({ name }) => (name.endsWith('.imported') ? [name] : []));
    expect(new Set(types)).toEqual(new Set(imported));
    for (const { data } of events) expect(data.import_meta).not.toBeNull();
    const known = new Set<string>();
    for (const { data } of events) {
      known.add(data.id);
      const { customer_id: owner = null } = { customer_id: null, ...data };
      if (owner !== null) expect(known).toContain(owner);
    }
  });
});

test('the command line asks for it', async () => {
  await using paddock = await startPaddock({ profile: 'official' });
  const folder = await mkdtemp(join(tmpdir(), 'paddock-'));
  const file = join(folder, 'customers.csv');
  await writeFile(file, 'email\nsam@example.com');
  await runHere(['import', file, '--events', '--url', paddock.url, '--key', paddock.apiKey]);
  await rm(folder, { recursive: true });
  expect((await eventsOf(paddock)).map(({ event_type }) => event_type)).toEqual(['customer.imported']);
});

test('nothing is announced by default, nor from a seed that is refused', async () => {
  await using paddock = await startPaddock({ profile: 'official' });
  const csv = 'email\nsam@example.com\nkim';
  await expect(paddock.seed({ csv, events: 'imported' })).rejects.toThrow('row 3');
  await paddock.import({ csv });
  expect(await eventsOf(paddock)).toEqual([]);
  await paddock.import({ csv: 'email\nkim@example.com', events: 'imported' });
  expect((await eventsOf(paddock)).map(({ event_type }) => event_type)).toEqual(['customer.imported']);
});
