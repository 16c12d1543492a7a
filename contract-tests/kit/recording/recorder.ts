import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseJson } from '#openapi/document/json.ts';
import { UsageError } from '#openapi/text/usage-error.ts';
import { createOperationFinder, type FindOperation } from '../../checks/find-operation.ts';
import type { Contract } from '../../contract/document.ts';
import { Capture } from './capture.ts';
import type { CapturedExchange } from './captured-exchange.ts';
import { Entities } from './entities.ts';
import { createFindFaults, type FindFaults } from './find-faults.ts';
import type { ProxiedExchange } from './proxy.ts';

/** Options of a recording. */
export type RecorderOptions = {
  /** A folder without a recording; created if it does not exist. */
  readonly folder: string;
  /** Base URL of the target, without a slash at the end. */
  readonly baseUrl: string;
  readonly contract: Contract;
  /** Profile that the exchanges are checked against, such as `guide`. */
  readonly profile: string;
  /** File for the entities seen, with their IDs and email addresses. Default: none. */
  readonly entitiesFile?: string | undefined;
};

/** Writes each exchange to its own file at once, so that nothing is lost when the process is killed. */
export class Recorder {
  readonly exchanges: CapturedExchange[] = [];
  readonly #options: RecorderOptions;
  readonly #capture: Capture;
  readonly #entities = new Entities();
  readonly #findFaults: FindFaults;
  readonly #findOperation: FindOperation;

  /** @throws UsageError if the folder already holds a recording. */
  constructor(options: RecorderOptions) {
    const { folder, baseUrl, contract, profile } = options;
    if (existsSync(join(folder, 'recording.json')))
      throw new UsageError(`Could not record into ${folder}: it already holds a recording. Give another --out.`);
    this.#options = options;
    this.#capture = new Capture(baseUrl);
    this.#findOperation = createOperationFinder('http://localhost', contract);
    this.#findFaults = createFindFaults(baseUrl, contract);
    mkdirSync(folder, { recursive: true });
    if (options.entitiesFile !== undefined) mkdirSync(dirname(options.entitiesFile), { recursive: true });
    const about = { format: 1, name: basename(resolve(folder)), recorded_at: new Date(), target: baseUrl, profile };
    write(join(folder, 'recording.json'), about);
  }

  /** Redacts and writes an exchange. */
  add(passed: ProxiedExchange): CapturedExchange {
    const { method, url } = passed.request;
    const operation = this.#findOperation(method, url.pathname);
    const faults = this.#findFaults(passed, operation);
    const exchange: CapturedExchange = {
      number: this.exchanges.length + 1,
      recorded_at: passed.at.toISOString(),
      duration_ms: passed.durationMs,
      operation: operation?.id ?? null,
      request: this.#capture.requestOf(passed.request),
      response: this.#capture.responseOf(passed.response),
      faults: {
        request: this.#capture.sentences(faults.request),
        response: this.#capture.sentences(faults.response),
      },
    };
    this.exchanges.push(exchange);
    const name = `${String(exchange.number).padStart(4, '0')}-${operation?.id ?? 'unknown'}.json`;
    write(join(this.#options.folder, name), exchange);
    this.#keepEntities(passed.response);
    return exchange;
  }

  #keepEntities(response: ProxiedExchange['response']): void {
    const { entitiesFile } = this.#options;
    if (entitiesFile === undefined || response === null || response.status >= 400) return;
    const body = this.#capture.withoutSecrets(parseJson(response.body));
    if (this.#entities.add(body)) write(entitiesFile, this.#entities.asList());
  }
}

/** Writes a file atomically. */
function write(file: string, value: unknown): void {
  writeFileSync(`${file}.part`, `${JSON.stringify(value, null, 2)}\n`);
  renameSync(`${file}.part`, file);
}
