import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import express from 'express';

/** Serves a page with the script and MSW's worker, and proxies `/mock` to the mock, as a development server does. */
export async function servePage(mockUrl: string) {
  const script = await bundle(fileURLToPath(new URL('./page.ts', import.meta.url)));
  const worker = await readFile(new URL(import.meta.resolve('msw/mockServiceWorker.js')), 'utf8');
  const app = express();
  app.get('/', (_request, response) => void response.send('<script type="module" src="/page.js"></script>'));
  app.get('/page.js', (_request, response) => void response.type('js').send(script));
  app.get('/mockServiceWorker.js', (_request, response) => void response.type('js').send(worker));
  app.use('/mock', express.text({ type: () => true }), async ({ method, url, headers, body }, response) => {
    const { authorization = '', 'content-type': type = '' } = headers;
    const sent = { method, headers: { authorization, 'content-type': type }, ...(method === 'POST' && { body }) };
    const answer = await fetch(mockUrl + url, sent);
    response
      .status(answer.status)
      .type('json')
      .send(await answer.text());
  });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The page has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function bundle(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return outputFiles.map(({ text }) => text).join('\n');
}
