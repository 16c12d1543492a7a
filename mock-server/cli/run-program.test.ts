import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const cli = fileURLToPath(new URL('../cli.ts', import.meta.url));

test.each([[['behaviours']], [['start', '--help']], [['start', '--port', '0']]])(
  'paddock %j ends silently when its output is closed',
  async (args) => {
    const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    try {
      const [[code], printed] = await Promise.all([once(child, 'close'), text(child.stderr)]);
      expect([code, printed]).toEqual([0, '']);
    } finally {
      child.kill('SIGKILL');
    }
  },
);
