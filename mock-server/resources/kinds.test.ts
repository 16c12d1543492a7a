import { expect, test } from 'vitest';
import { specOf } from '../spec/api-spec.ts';
import { profile } from '../spec/behaviours.ts';
import { kindNames, kinds } from './kinds.ts';

test.each(['guide', 'official'] as const)('IDs of each kind begin as the schema says, under the profile %s', (name) => {
  const { schemas } = specOf(profile(name));
  for (const kind of kindNames) {
    const id = schemas.find(kinds[kind].schema)?.properties.get('id');
    if (id) expect(id.node['pattern'], kind).toContain(`^${kinds[kind].idPrefix}_`);
  }
});
