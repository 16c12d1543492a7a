import { expect, test } from 'vitest';
import { didYouMean } from './did-you-mean.ts';

test.each([
  ['creatCustomer', ' Did you mean createCustomer?'],
  ['CREATECUSTOMER', ' Did you mean createCustomer?'],
  ['listThem', ''],
  ['', ''],
])('%j is matched to a known word, or to none', (word, sentence) => {
  expect(didYouMean(word, ['createCustomer', 'listAddresses'])).toBe(sentence);
});

test.each([
  ['gxx', ' Did you mean get?'],
  ['xxx', ''],
  ['creatCustoer', ' Did you mean createCustomer?'],
  ['createCustm', ' Did you mean createCustomer?'],
  ['creatCustm', ''],
])('%j may differ in two letters, or in a third of them', (word, sentence) => {
  expect(didYouMean(word, ['get', 'createCustomer'])).toBe(sentence);
});

test('without known words, nothing is suggested', () => {
  expect(didYouMean('word', [])).toBe('');
});
