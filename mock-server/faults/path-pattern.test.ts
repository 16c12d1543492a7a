import { expect, test } from 'vitest';
import { pathMatcher } from './path-pattern.ts';

test.each([
  ['/customers', '/customers'],
  ['/customers/*', '/customers/ctm_1'],
  ['/customers/ctm_*', '/customers/ctm_1'],
  ['/customers/*/addresses', '/customers/ctm_1/addresses'],
  ['/customers/*1*/*', '/customers/ctm_1/addresses'],
  ['/customers/**', '/customers/ctm_1'],
  ['/customers/**', '/customers/ctm_1/addresses'],
  ['/customers/**', '/customers'],
  ['/**/addresses', '/customers/ctm_1/addresses'],
  ['/**/addresses', '/addresses'],
  ['/**/a/**/b', '/a/a/x/a/b/x/b'],
  ['**', '/customers/ctm_1'],
  ['/customers/*a*b*', '/customers/xaxbx'],
  ['/customers/.*', '/customers/.hidden'],
  ['/customers/{a,b}', '/customers/{a,b}'],
  ['/customers/[*]?', '/customers/[x]?'],
])('%s matches %s', (pattern, path) => {
  expect(pathMatcher(pattern)(path)).toBe(true);
});

test.each([
  ['/customers', '/customers/ctm_1'],
  ['/customers/*', '/customers'],
  ['/customers/*', '/customers/ctm_1/addresses'],
  ['/customers/ctm_*', '/customers/add_1'],
  ['/customers/aa*aa', '/customers/aaa'],
  ['/customers/*b*a', '/customers/ab'],
  ['/customers/*a*b', '/customers/ba'],
  ['/customers/**', '/events'],
  ['/**/addresses', '/customers/ctm_1'],
  ['/**/a/**/b', '/b/x/a'],
  ['/customers/{a,b}', '/customers/a'],
  ['/customers/+(a)', '/customers/a'],
])('%s does not match %s', (pattern, path) => {
  expect(pathMatcher(pattern)(path)).toBe(false);
});

test.each([`/customers/${'*a'.repeat(240)}*b`, '/customers/*(a*)*(a*)*(a*)b', `${'/**/*a*a*a'.repeat(45)}/b`])(
  '%s is quickly found not to match a long path',
  (pattern) => {
    expect(pathMatcher(pattern)(`/customers/${'a'.repeat(16_000)}`)).toBe(false);
    expect(pathMatcher(pattern)('/aaa'.repeat(4_000))).toBe(false);
  },
);
