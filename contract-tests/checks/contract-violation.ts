/** An exchange breaks a law that holds for every exchange. The message holds the exchange, with the key left out. */
export class ContractViolation extends Error {
  override name = 'ContractViolation';
  /** The claim that is broken, such as `request-id`. */
  readonly claim: string;

  /** @param check name of the check, such as `requestId`. */
  constructor(check: string, violation: string) {
    super(`${check}: ${violation}`);
    this.claim = check.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  }
}
