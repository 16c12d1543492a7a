import { useSignal } from '@preact/signals';
import type { Description } from '../../load.ts';
import { Form } from '../../parts/action.tsx';
import { Choice, Proposals, Text } from '../../parts/field.tsx';
import { query, setQuery } from '../../route.ts';

export type Kind = Description['kinds'][number];

const operators = [
  { name: '', title: 'is' },
  { name: '[GT]', title: 'after' },
  { name: '[GTE]', title: 'at or after' },
  { name: '[LT]', title: 'before' },
  { name: '[LTE]', title: 'at or before' },
];

/** The conditions that the address holds, each `field=value`. */
export function conditions(): string[] {
  return query.value.getAll('where');
}

/** Adds conditions by the fields of a kind, and removes them. */
export function Conditions({ kind }: { kind: Kind }) {
  const fields = [...kind.filters.filter((each) => each !== 'status'), ...kind.times];
  const field = useSignal(fields.find((each) => each !== 'id') ?? fields[0] ?? '');
  const operator = useSignal('');
  const value = useSignal('');
  const isTime = kind.times.includes(field.value);
  const others = conditions().filter((each) => !each.startsWith('status='));
  const add = () => {
    const condition = `${field.value}${isTime ? operator.value : ''}=${value.value.trim()}`;
    setQuery({ where: [...new Set([...conditions(), condition])] });
    value.value = '';
  };
  return (
    <>
      <Form label="Add a filter" onSubmit={add}>
        <Choice
          label="Field"
          value={field.value}
          onChange={(name) => {
            field.value = name;
          }}
        >
          {fields.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </Choice>
        {isTime && (
          <Choice
            label="Comparison"
            value={operator.value}
            onChange={(name) => {
              operator.value = name;
            }}
          >
            {operators.map(({ name, title }) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </Choice>
        )}
        <Text
          label="Value"
          required
          list="values"
          placeholder={isTime ? '2026-07-01T00:00:00Z, or null' : 'exactly this, or null'}
          value={value.value}
          onChange={(text) => {
            value.value = text;
          }}
        />
        <Proposals id="values" values={['null']} />
        <button type="submit">Add filter</button>
      </Form>
      {others.length > 0 && (
        <p class="chips">
          {others.map((each) => (
            <button
              key={each}
              type="button"
              class="chip"
              aria-label={`Remove the filter ${each}`}
              onClick={() => setQuery({ where: conditions().filter((other) => other !== each) })}
            >
              {each} <span aria-hidden="true">✕</span>
            </button>
          ))}
        </p>
      )}
    </>
  );
}
