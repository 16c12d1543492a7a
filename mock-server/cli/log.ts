import type { ExchangeFacts } from '../http/output/exchange-facts.ts';

/** Logs to standard output, one JSON object per line. */
export type Log = {
  exchange: (facts: ExchangeFacts) => void;
  /** A stage of the process, with facts about it. */
  event: (name: 'started' | 'stopping' | 'drained', facts?: object) => void;
  bug: (error: unknown) => void;
  storageFailure: (message: string) => void;
  /** Data removed because of a limit. */
  notice: (message: string) => void;
};

type Level = 'info' | 'warn' | 'error';

export function createLog(): Log {
  return {
    exchange: ({ requestId, method, path, operationId, status, durationMs, account, hint }) => {
      const names = { request_id: requestId, operation_id: operationId, duration_ms: durationMs };
      write('info', 'request', { ...names, method, path, status, account, ...(hint !== null && { hint }) });
    },
    event: (name, facts = {}) => write('info', name, facts),
    bug: (error) => write('error', 'bug', { err: describeError(error) }),
    storageFailure: (detail) => write('error', 'storage failure', { detail }),
    notice: (detail) => write('warn', 'limit', { detail }),
  };
}

function write(level: Level, event: string, facts: object): void {
  process.stdout.write(`${JSON.stringify({ level, time: new Date().toISOString(), ...facts, event })}\n`);
}

function describeError(error: unknown): unknown {
  return error instanceof Error ? { type: error.name, message: error.message, stack: error.stack } : error;
}
