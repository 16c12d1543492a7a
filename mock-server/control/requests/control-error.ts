/** An error of the control plane, which is Paddock's own and not Paddle's. */
export class ControlError extends Error {
  override name = 'ControlError';
  readonly status: number;
  readonly code: 'draining' | 'forbidden' | 'invalid_request' | 'not_found' | 'unsupported_media_type';

  constructor(status: number, code: ControlError['code'], detail: string) {
    super(detail);
    this.status = status;
    this.code = code;
  }
}
