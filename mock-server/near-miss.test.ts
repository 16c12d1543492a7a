import { expect, test } from 'vitest';
import { didYouMean } from './near-miss.ts';

test.each([
  ['creatCustomer', ' Did you mean createCustomer?'],
  ['CREATECUSTOMER', ' Did you mean createCustomer?'],
  ['listThem', ''],
  ['', ''],
])('%j is near enough to a known word, or to none', (word, sentence) => {
  expect(didYouMean(word, ['createCustomer', 'listAddresses'])).toBe(sentence);
});

test('where nothing is known, nothing is near', () => {
  expect(didYouMean('word', [])).toBe('');
});
