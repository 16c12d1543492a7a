import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readDocument } from '#openapi/document/read.ts';
import { type Paddock, startPaddock } from '../index.ts';

let paddock: Paddock;
beforeAll(async () => {
  paddock = await startPaddock({ profile: 'official' });
});
afterAll(() => paddock.close());

const ask = (file: string) => fetch(`${paddock.url}/_paddock/openapi/${file}`);

describe('the OpenAPI document', () => {
  test.each(['guide', 'official', 'control'] as const)('%s is served as JSON and as YAML', async (name) => {
    const document = readDocument(name);
    expect(await (await ask(`${name}.json`)).json()).toEqual(document);
    const yaml = await ask(`${name}.yaml`);
    expect(yaml.headers.get('Content-Type')).toMatch(/^application\/yaml/);
    expect(parse(await yaml.text())).toEqual(document);
  });

  test("of the account follows the account's behaviours", async () => {
    expect(await (await ask('account.json')).json()).toEqual(readDocument('official'));
    await paddock.setBehaviours({ profile: 'guide' });
    expect(await (await ask('account.json')).json()).toEqual(readDocument('guide'));
  });

  test.each([
    ['offical.json', 'Did you mean official.json?'],
    ['guide.xml', 'Did you mean guide.'],
    ['__proto__.json', 'Use one of guide.json, '],
  ])('%s is not found', async (file, meant) => {
    const response = await ask(file);
    expect(response.status).toBe(404);
    expect((await response.json()).error.detail).toContain(meant);
  });
});
