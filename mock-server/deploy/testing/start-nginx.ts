import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findFreePort, startProcess } from '../../bench/servers/start-process.ts';

/**
 * Starts nginx with the configuration in `deploy/` for four processes, as a proxy of the given ports.
 *
 * @param folder folder for its configuration and output
 */
export async function startNginx(folder: string, ports: readonly number[]): Promise<AsyncDisposable & { url: string }> {
  const deployed = await readFile(new URL('../nginx.conf', import.meta.url), 'utf8');
  const port = await findFreePort();
  const file = join(folder, 'nginx.conf');
  await writeFile(file, `pid ${folder}/nginx.pid;\n${withPorts(deployed, port, ports)}`);
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((use) => `${use}_temp_path ${folder}/${use};`);
  await writeFile(file, (await readFile(file, 'utf8')).replace('http {', `http {\n${paths.join('\n')}`));
  const directives = 'daemon off; error_log stderr notice;';
  // nginx reports its start on standard error, but startProcess reads standard output.
  const command = `nginx -p ${folder} -c ${file} -g '${directives}' 2>&1`;
  const nginx = await startProcess(['sh', '-c', `exec ${command}`], { ready: /start worker process / });
  return { url: `http://127.0.0.1:${port}`, [Symbol.asyncDispose]: async () => void (await nginx.stop()) };
}

/** Replaces the configuration's `server` lines by one for each port. */
function withPorts(deployed: string, port: number, ports: readonly number[]): string {
  const [first, ...others] = [4011, 4012, 4013, 4014];
  return deployed
    .split('\n')
    .filter((line) => !others.some((other) => line.includes(`:${other}`)))
    .flatMap((line) => (line.includes(`:${first}`) ? ports.map((each) => line.replace(`${first}`, `${each}`)) : [line]))
    .join('\n')
    .replace('listen 4010;', `listen 127.0.0.1:${port};`);
}
