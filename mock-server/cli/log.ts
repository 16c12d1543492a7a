import { pino, stdTimeFunctions } from 'pino';
import type { ExchangeFacts } from '../monitoring/exchange-facts.ts';

/** Writes what the server does to standard output, a JSON object a line. */
export type Log = {
  exchange: (facts: ExchangeFacts) => void;
  /** Something in the life of the process, with facts about it. */
  event: (name: 'started' | 'stopping' | 'drained', facts?: object) => void;
  bug: (error: unknown) => void;
  storageFailure: (message: string) => void;
  /** Something was forgotten because of a limit. */
  notice: (message: string) => void;
};

/** Loaded when a log is asked for only, since everything it imports costs time at the start. */
export function createLog(): Log {
  const logger = pino({
    base: null,
    messageKey: 'event',
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (level) => ({ level }) },
  });
  return {
    exchange: ({ requestId, method, path, operationId, status, durationMs, account, hint }) => {
      const names = { request_id: requestId, operation_id: operationId, duration_ms: durationMs };
      logger.info({ ...names, method, path, status, account, ...(hint !== null && { hint }) }, 'request');
    },
    event: (name, facts = {}) => logger.info(facts, name),
    bug: (error) => logger.error({ err: error }, 'bug'),
    storageFailure: (detail) => logger.error({ detail }, 'storage failure'),
    notice: (detail) => logger.warn({ detail }, 'limit'),
  };
}
