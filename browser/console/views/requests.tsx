import { useSignal } from '@preact/signals';
import { live, type RequestLine } from '../live.ts';
import { Action } from '../parts/action.tsx';
import { HttpStatus } from '../parts/status.tsx';
import { VirtualList } from '../parts/virtual-list.tsx';
import { linkTo, route } from '../route.ts';
import { RequestDetail } from './request-detail.tsx';

const statuses = [
  { title: 'All', matches: () => true },
  { title: 'Succeeded', matches: ({ status }: RequestLine) => status >= 200 && status < 400 },
  { title: 'Refused', matches: isFailed },
];

function isFailed({ status }: RequestLine): boolean {
  return status >= 400 || status === 0;
}

/** The requests of the account as they arrive, and one of them in full. */
export function RequestsView() {
  const status = useSignal('All');
  const operation = useSignal('');
  const failedFirst = useSignal(true);
  const [number] = route.value.parts;
  // Redraws when requests arrive.
  live.version.value;
  const matches = statuses.find(({ title }) => title === status.value)?.matches ?? isFailed;
  const wanted = operation.value.trim().toLowerCase();
  const found: RequestLine[] = [];
  for (let index = live.lines.length - 1; index >= 0; index -= 1) {
    const line = live.lines[index];
    if (line && matches(line) && (wanted === '' || nameOf(line).toLowerCase().includes(wanted))) found.push(line);
  }
  const lines = failedFirst.value ? [...found.filter(isFailed), ...found.filter((line) => !isFailed(line))] : found;
  return (
    <div class={number === undefined ? 'split' : 'split open'}>
      <section class="list" aria-label="Requests">
        <div class="filters">
          <label>
            Status
            <select
              value={status.value}
              onChange={({ currentTarget }) => {
                status.value = currentTarget.value;
              }}
            >
              {statuses.map(({ title }) => (
                <option key={title}>{title}</option>
              ))}
            </select>
          </label>
          <label>
            Operation or path
            <input
              type="search"
              placeholder="createCustomer"
              value={operation.value}
              onInput={({ currentTarget }) => {
                operation.value = currentTarget.value;
              }}
            />
          </label>
          <label class="check">
            <input
              type="checkbox"
              checked={failedFirst.value}
              onChange={({ currentTarget }) => {
                failedFirst.value = currentTarget.checked;
              }}
            />
            Refused first
          </label>
          <Action method="DELETE" path="/_paddock/requests">
            Clear
          </Action>
        </div>
        <p class="quiet" id="requests-shown">
          {lines.length.toLocaleString('en')} of {live.total.value.toLocaleString('en')}
          {live.skipped.value > 0 && ` · ${live.skipped.value.toLocaleString('en')} arrived too fast to be listed`}
        </p>
        {live.lines.length === 0 && (
          <p class="empty">
            No request yet. Point your application at this server, with the key of this account, and its requests appear
            here as they arrive.
          </p>
        )}
        <VirtualList
          label="Requests, newest first"
          count={lines.length}
          rowHeight={52}
          keyOf={(index) => lines[index]?.number ?? index}
          row={(index) => {
            const line = lines[index];
            return line && <Row line={line} isChosen={String(line.number) === number} />;
          }}
        />
      </section>
      {number !== undefined && (
        <section class="detail" aria-label={`Request ${number}`}>
          <a class="back" href={linkTo('requests')}>
            ← All requests
          </a>
          <RequestDetail number={number} />
        </section>
      )}
    </div>
  );
}

function Row({ line, isChosen }: { line: RequestLine; isChosen: boolean }) {
  return (
    <a class="row" href={linkTo('requests', String(line.number))} aria-current={isChosen ? 'true' : undefined}>
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

function nameOf({ operation_id, method, url }: RequestLine): string {
  return `${operation_id} ${method} ${url}`;
}
