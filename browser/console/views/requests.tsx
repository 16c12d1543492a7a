import { useSignal } from '@preact/signals';
import { live, type RequestLine } from '../live.ts';
import { type Description, useLoaded } from '../load.ts';
import { Action } from '../parts/action.tsx';
import { Detail } from '../parts/detail.tsx';
import { Choice, Proposals, Text } from '../parts/field.tsx';
import { HttpStatus } from '../parts/status.tsx';
import { VirtualList } from '../parts/virtual-list.tsx';
import { linkWithin, query, route, setQuery } from '../route.ts';
import { RequestDetail } from './request-detail.tsx';

const statuses: readonly { name: string; title: string; matches: (line: RequestLine) => boolean }[] = [
  { name: '', title: 'All', matches: () => true },
  { name: 'ok', title: 'Succeeded', matches: (line) => !isFailed(line) },
  { name: 'failed', title: 'Refused or failed', matches: isFailed },
  { name: '4XX', title: '4XX, refused', matches: ({ status }) => status >= 400 && status < 500 },
  { name: '5XX', title: '5XX, or cut off', matches: ({ status }) => status >= 500 || status === 0 },
  { name: 'fault', title: 'With a fault', matches: ({ fault }) => fault !== null },
];

function isFailed({ status }: RequestLine): boolean {
  return status >= 400 || status === 0;
}

/** The requests of the account as they arrive, and one of them in full. */
export function RequestsView() {
  /** The list as it stood when it was paused. */
  const paused = useSignal<{ lines: readonly RequestLine[]; total: number } | undefined>(undefined);
  const { data } = useLoaded<Description>('/_paddock/description');
  const [number] = route.value.parts;
  const status = query.value.get('status') ?? '';
  const operation = query.value.get('operation') ?? '';
  const isFailedFirst = query.value.get('order') !== 'time';
  // Redraws when requests arrive, unless the list is paused.
  if (!paused.value) live.version.value;
  const { lines: all, total } = paused.value ?? { lines: live.lines, total: live.total.value };
  const lines = linesOf(all, status, operation, isFailedFirst);
  return (
    <div class={number === undefined ? 'split' : 'split open'}>
      <section class="list" aria-label="Requests">
        <div class="filters">
          <Choice label="Status" value={status} onChange={(value) => setQuery({ status: value })}>
            {statuses.map(({ name, title }) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </Choice>
          <Text
            label="Operation or path"
            type="search"
            list="operations"
            placeholder="createCustomer"
            value={operation}
            onChange={(value) => setQuery({ operation: value })}
          />
          <Proposals id="operations" values={data?.operations ?? []} />
          <label class="check">
            <input
              type="checkbox"
              checked={isFailedFirst}
              onChange={({ currentTarget }) => setQuery({ order: currentTarget.checked ? '' : 'time' })}
            />
            Failed first
          </label>
          <span class="buttons">
            <button
              type="button"
              aria-pressed={paused.value !== undefined}
              onClick={() => {
                paused.value = paused.value ? undefined : { lines: [...live.lines], total: live.total.value };
              }}
            >
              {paused.value ? 'Go on' : 'Pause'}
            </button>
            <Action
              method="DELETE"
              path="/_paddock/requests"
              confirm="Really clear?"
              onDone={() => {
                paused.value = undefined;
              }}
            >
              Clear
            </Action>
          </span>
        </div>
        <p class="quiet">
          {lines.length.toLocaleString('en')} of {total.toLocaleString('en')}
          {live.skipped.value > 0 && ` · ${live.skipped.value.toLocaleString('en')} arrived too fast to be listed`}
          {paused.value && ` · paused, ${(live.total.value - total).toLocaleString('en')} more since`}
        </p>
        {lines.length === 0 ? (
          <p class="empty">
            {all.length === 0
              ? 'No request yet. Point your application at this server, with the key of this account, and its requests appear here as they arrive.'
              : 'No request matches.'}
          </p>
        ) : (
          <VirtualList
            label={isFailedFirst ? 'Requests, failed first, then newest' : 'Requests, newest first'}
            count={lines.length}
            rowHeight={52}
            keyOf={(index) => lines[index]?.number ?? index}
            row={(index) => {
              const line = lines[index];
              return line && <Row line={line} isChosen={String(line.number) === number} />;
            }}
          />
        )}
      </section>
      {number !== undefined && (
        <Detail label={`Request ${number}`} id={number} back={linkWithin('requests')} backTitle="All requests">
          <RequestDetail key={number} number={number} />
        </Detail>
      )}
    </div>
  );
}

/** Filters the lines, newest first. */
function linesOf(all: readonly RequestLine[], status: string, operation: string, isFailedFirst: boolean) {
  const matches = statuses.find(({ name }) => name === status)?.matches ?? isFailed;
  const wanted = operation.trim().toLowerCase();
  const found: RequestLine[] = [];
  for (let index = all.length - 1; index >= 0; index -= 1) {
    const line = all[index];
    if (line && matches(line) && (wanted === '' || nameOf(line).toLowerCase().includes(wanted))) found.push(line);
  }
  return isFailedFirst ? [...found.filter(isFailed), ...found.filter((line) => !isFailed(line))] : found;
}

function Row({ line, isChosen }: { line: RequestLine; isChosen: boolean }) {
  return (
    <a class="row" href={linkWithin('requests', String(line.number))} aria-current={isChosen ? 'true' : undefined}>
      <HttpStatus status={line.status} />
      <span class="main">
        <b>
          {line.method} {line.url}
        </b>
        <span class="quiet">
          {line.error_code ?? line.operation_id ?? 'no such operation'}
          {line.fault !== null && ` · ${line.fault}`}
        </span>
      </span>
      <span class="quiet side">
        {line.received_at.slice(11, 19)}
        <br />
        {line.duration_ms.toFixed(1)} ms
      </span>
    </a>
  );
}

function nameOf({ operation_id, method, url, error_code }: RequestLine): string {
  return `${operation_id} ${method} ${url} ${error_code}`;
}
