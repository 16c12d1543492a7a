import { Agent } from 'undici';
import { MockRefusal } from '#openapi/control-plane/mock-failures.ts';
import { print, printError } from '#openapi/text/print.ts';
import { startReceiver } from '../../control-client/receiver.ts';
import { RunningMock, type RunningMockOptions } from '../../control-client/running-mock.ts';
import { deliveryLine } from '../../listen/delivery-line.ts';
import { type Forwarded, forwardTo } from '../../listen/forward.ts';
import { type Registered, Registration } from '../../listen/registration.ts';
import { counted } from '../../text/counted.ts';

export type ListenFlags = RunningMockOptions & { forwardTo: string; events?: string[]; printSecret?: boolean };

/** Forwards a running mock's deliveries to an application until the process is stopped. */
export async function listen({ forwardTo: url, events, printSecret = false, ...options }: ListenFlags): Promise<void> {
  const mock = new RunningMock(options);
  const agent = new Agent();
  const receiver = await startReceiver(forwardTo(url, agent, printDelivery));
  const registration = new Registration(
    mock,
    { destination: receiver.url, forwardTo: url, events },
    { registered: registrationPrinter({ from: options.url, to: url, printSecret }), lost: printLost },
  );
  try {
    await registration.keep(stopSignal());
  } catch (error) {
    if (!(error instanceof MockRefusal)) throw error;
    printError(error.message);
    process.exitCode = 1;
  } finally {
    await registration.end();
    await receiver.close();
    await agent.destroy();
  }
}

/** Aborts on the first stop signal; the second ends the process at once. */
function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      process.once(signal, () => process.exit(1));
      stop.abort();
    });
  }
  return stop.signal;
}

function registrationPrinter({ from, to, printSecret }: { from: string; to: string; printSecret: boolean }) {
  let last: Registered | undefined;
  return (now: Registered) => {
    const isNewSecret = now.secret !== last?.secret;
    if (isNewSecret && printSecret) print(`Secret      ${now.secret}`);
    else if (isNewSecret && last) print('The secret has changed. Use --print-secret to see it.');
    print(
      `${last ? 'Reconnected ' : 'Forwarding  '}${counted(now.events.length, 'event type')}, from ${from} to ${to}`,
    );
    last = now;
  };
}

function printDelivery(forwarded: Forwarded): void {
  print(deliveryLine(forwarded, new Date()));
}

function printLost(reason: string): void {
  printError(`${reason} Waiting for it.`);
}
