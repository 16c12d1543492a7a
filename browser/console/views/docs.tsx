import { useSignal } from '@preact/signals';
import { useLoaded } from '../load.ts';
import { Problem } from '../parts/action.tsx';
import { boundTo, Text } from '../parts/field.tsx';
import { linkTo, route } from '../route.ts';
import { Reference } from './reference.tsx';

type Documented = {
  info?: { title?: string };
  paths?: Record<string, Record<string, { summary?: string; tags?: string[] }>>;
};

const files = [
  { name: 'account', title: 'This account, with its behaviours' },
  { name: 'guide', title: 'Profile guide' },
  { name: 'official', title: 'Profile official' },
  { name: 'control', title: 'Control plane' },
];

const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** Lists the operations emulated for this account, and links to the whole reference. */
export function DocsView() {
  const [name] = route.value.parts;
  return name === undefined ? <Emulated /> : <Reference key={name} name={name} />;
}

function Emulated() {
  const { data, problem } = useLoaded<Documented>('/_paddock/openapi/account.json');
  const wanted = useSignal('');
  if (problem !== undefined) return <Problem text={problem} />;
  const operations = Object.entries(data?.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      return operation
        ? [{ path, method: method.toUpperCase(), tag: operation.tags?.[0] ?? '', summary: operation.summary ?? '' }]
        : [];
    }),
  );
  const text = wanted.value.trim().toLowerCase();
  const found = operations.filter((each) => Object.values(each).join(' ').toLowerCase().includes(text));
  return (
    <>
      <section class="card" aria-labelledby="documents">
        <h2 id="documents">Reference</h2>
        <ul class="rows">
          {files.map(({ name, title }) => (
            <li key={name}>
              <span class="what">
                <a href={linkTo('docs', name)}>{title}</a>
              </span>
              <span>
                <a href={`/_paddock/openapi/${name}.json`} aria-label={`${title}: JSON`}>
                  JSON
                </a>{' '}
                <a href={`/_paddock/openapi/${name}.yaml`} aria-label={`${title}: YAML`}>
                  YAML
                </a>
              </span>
            </li>
          ))}
        </ul>
      </section>
      <h2>{operations.length} operations are emulated</h2>
      <div class="filters">
        <Text label="Find an operation" type="search" placeholder="pause, or /subscriptions" {...boundTo(wanted)} />
      </div>
      {data && found.length === 0 && <p class="empty">No emulated operation matches.</p>}
      <div class="columns">
        {[...Map.groupBy(found, ({ tag }) => tag)].map(([tag, each]) => (
          <section key={tag} class="card" aria-label={tag}>
            <h3>{tag}</h3>
            <ul class="rows plain">
              {each.map(({ path, method, summary }) => (
                <li key={`${method} ${path}`}>
                  <span class="what">
                    {summary}
                    <code>
                      {method} {path}
                    </code>
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
