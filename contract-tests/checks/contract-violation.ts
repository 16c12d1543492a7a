/** An exchange violates a check. The message contains the exchange without the API key. */
export class ContractViolation extends Error {
  override name = 'ContractViolation';
  /** The violated claim, such as `request-id`. */
  readonly claim: string;

  /** @param check Name of the check, such as `requestId`. */
  constructor(check: string, violation: string) {
    super(`${check}: ${violation}`);
    this.claim = check.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  }
}
