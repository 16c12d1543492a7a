import type { Paddle } from '@paddle/paddle-js';
import { expectTypeOf, test } from 'vitest';
import { inputOf } from './input.ts';
import { makePaddle } from './paddle.ts';

test('what stands in for Paddle.js has all that Paddle.js has, and nothing else', () => {
  expectTypeOf(makePaddle).parameters.toEqualTypeOf<[origin: string]>();
  expectTypeOf(makePaddle('')).toEqualTypeOf<Paddle>();
  expectTypeOf<keyof ReturnType<typeof makePaddle>>().toEqualTypeOf<keyof Paddle>();
});

test('all options of a checkout are accepted', () => {
  expectTypeOf(inputOf).parameter(0).toExtend<Parameters<Paddle['Checkout']['open' | 'updateCheckout']>[0]>();
  expectTypeOf<Parameters<Paddle['Checkout']['open']>[0]>().toExtend<Parameters<typeof inputOf>[0]>();
  expectTypeOf<Parameters<Paddle['Checkout']['updateCheckout']>[0]>().toExtend<Parameters<typeof inputOf>[0]>();
});
