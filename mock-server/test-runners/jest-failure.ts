/** Property of the global object, which environment and tests share, for the running test's failure. */
const flag = Symbol.for('paddock.jest.failed');

/** Returns `true` if the running test has failed; always `false` in another environment. */
export function hasFailed(): boolean {
  return Reflect.get(globalThis, flag) === true;
}

/** Records the running test's failure. */
export function setFailed(global: object, failed: boolean): void {
  Reflect.set(global, flag, failed);
}
