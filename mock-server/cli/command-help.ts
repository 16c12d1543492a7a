import type { Command } from 'commander';

/** An example of a command, and the file of the package that is its manual. */
export type CommandHelp = { readonly example: string; readonly manual: string };

const manual = 'mock-server/cli/README.md';

/** The help of the mock's own commands, by name. */
export const mockHelp: Readonly<Record<string, CommandHelp>> = {
  start: { example: 'paddock start --profile official --fixtures small-saas', manual },
  run: { example: 'paddock run -- python3 sync_customers.py', manual: 'mock-server/run/README.md' },
  init: { example: 'paddock init', manual },
  behaviours: { example: 'paddock behaviours --json', manual },
  doctor: { example: 'paddock doctor http://127.0.0.1:3000/webhooks --secret "$PADDLE_WEBHOOK_SECRET"', manual },
  explore: {
    example:
      'paddock explore --handler http://127.0.0.1:3000/webhooks --read http://127.0.0.1:3000/subscriptions --secret pdl_ntfset_1',
    manual: 'mock-server/explore/README.md',
  },
  pay: { example: 'paddock pay txn_01kpadd0ck0000000000000009 --card 4242424242424242', manual },
  trigger: { example: 'paddock trigger subscription.past_due --set currency_code=EUR', manual },
  import: { example: 'paddock import customers.csv', manual },
  listen: {
    example: 'paddock listen --forward-to http://127.0.0.1:3000/webhooks --print-secret',
    manual: 'mock-server/listen/README.md',
  },
  reset: { example: 'paddock reset', manual },
  clock: { example: 'paddock clock advance 30d', manual },
  requests: { example: 'paddock requests --status 4XX', manual },
  snapshot: { example: 'paddock snapshot take before-migration', manual },
  faults: { example: `paddock faults add '{"operation_id":"createCustomer","error":429}'`, manual },
};

/** Ends the help of each command with an example and its manual. */
export function explainCommands(program: Command, help: Readonly<Record<string, CommandHelp>>): void {
  for (const command of program.commands) {
    const known = help[command.name()];
    if (known) {
      command.addHelpText('after', `\nExample:\n  $ ${known.example}\n\nManual: ${known.manual} in the package.`);
    }
  }
}
