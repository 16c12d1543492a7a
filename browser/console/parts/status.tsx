const good = ['active', 'completed', 'paid', 'delivered', 'approved', 'billed', 'ready'];
const bad = ['past_due', 'failed', 'canceled', 'rejected'];

/** The status of an entity or a delivery, in words and colour. */
export function Status({ status }: { status: string }) {
  const tone = good.includes(status) ? 'good' : bad.includes(status) ? 'bad' : 'plain';
  return <span class={`pill ${tone}`}>{status.replaceAll('_', ' ')}</span>;
}

/** An HTTP status; 0 stands for a connection without a response. */
export function HttpStatus({ status }: { status: number }) {
  const tone = status === 0 || status >= 500 ? 'bad' : status >= 400 ? 'warn' : 'good';
  return <span class={`pill ${tone}`}>{status === 0 ? 'cut' : status}</span>;
}
