import { expect, test } from 'vitest';
import { buildCustomer } from '#fixtures/index.ts';
import { profile } from '../../spec/behaviours.ts';
import { archive } from './transitions.ts';

test('a customer cannot be archived twice, even if archived ones can be reactivated', () => {
  const archived = { ...buildCustomer({ seed: 1 }), status: 'archived' as const };
  const moment = { now: '2026-07-01T12:00:00Z', behaviours: profile('official') };
  expect(() => archive(archived, moment)).toThrow(archived.id);
});
