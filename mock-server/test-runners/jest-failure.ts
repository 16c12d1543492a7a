/** Where the environment tells the tests' side whether the test that runs has failed. Both see the same global object. */
const flag = Symbol.for('paddock.jest.failed');

/** Whether the test that runs has failed. Never, in an environment that does not tell. */
export function hasFailed(): boolean {
  return Reflect.get(globalThis, flag) === true;
}

/** Tells it. */
export function setFailed(global: object, failed: boolean): void {
  Reflect.set(global, flag, failed);
}
