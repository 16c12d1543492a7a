import { type Description, useLoaded } from '../load.ts';
import { Problem } from '../parts/action.tsx';
import { Behaviours } from './steer/behaviours.tsx';
import { Faults } from './steer/faults.tsx';
import { Payment } from './steer/payment.tsx';
import { Rates } from './steer/rates.tsx';
import { Seeds } from './steer/seeds.tsx';
import { Snapshots } from './steer/snapshots.tsx';
import { Triggers } from './steer/triggers.tsx';

/** Everything that changes how the account behaves. */
export function SteerView() {
  const { data, problem } = useLoaded<Description>('/_paddock/description');
  if (problem !== undefined) return <Problem text={problem} />;
  if (!data) return <p class="quiet">Loading…</p>;
  return (
    <div class="columns">
      <Triggers triggers={data.triggers} />
      <Seeds seeds={data.seeds} />
      <Payment />
      <Snapshots />
      <Faults operations={data.operations} />
      <Behaviours table={data.behaviours} />
      <Rates name="tax-rates" title="Tax rates" />
      <Rates name="exchange-rates" title="Exchange rates" />
    </div>
  );
}
