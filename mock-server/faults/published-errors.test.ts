import { expect, test } from 'vitest';
import * as catalogue from '../errors.ts';
import { codeByStatus, publishedErrors } from './published-errors.ts';

const made = [
  catalogue.authenticationMissing(),
  catalogue.forbidden('customer.read'),
  catalogue.badRequest(),
  catalogue.invalidUrl(),
  catalogue.methodNotAllowed([]),
  catalogue.notImplemented(),
  catalogue.unsupportedMediaType(),
  catalogue.requestBodyTooLarge(),
  catalogue.tooManyRequests(1),
  catalogue.internalError(),
  catalogue.temporarilyUnavailable(''),
  catalogue.notFound(''),
  catalogue.entityArchived('Customer', ''),
  catalogue.customerAlreadyExists(''),
  catalogue.addressLocationNotAllowed(),
  catalogue.notificationCannotReplay(''),
];

test.each(made.map((error) => [error.code, error] as const))('%s is what the API itself answers', (code, error) => {
  const published = publishedErrors.get(code);
  expect(published).toMatchObject({ status: error.status, type: error.type });
  expect(error.documentationUrl).toContain(`/${published?.group}/${code}`);
});

test('each status that a fault may name has the code of that status', () => {
  for (const [status, code] of codeByStatus)
    expect(publishedErrors.get(code)).toMatchObject({ status, group: 'shared' });
});

test('each error has a status of a refusal and something to say', () => {
  expect(publishedErrors.size).toBeGreaterThan(180);
  for (const { status, detail } of publishedErrors.values()) {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(detail).toMatch(/^\S.*\S$/);
    expect(detail).not.toMatch(/%[sd]/);
  }
});

test.each([
  ['checkout_url_domain_not_approved', 'accounts'],
  ['api_key_cannot_be_rotated', 'api_keys'],
  ['checkout_payment_method_unknown', 'checkout_payment_methods'],
  ['subscription_consent_requirement_cannot_activate', 'subscriptions'],
])('%s, published since May 2025, can be injected', (code, group) => {
  expect(publishedErrors.get(code)).toMatchObject({ status: 400, type: 'request_error', group });
});
