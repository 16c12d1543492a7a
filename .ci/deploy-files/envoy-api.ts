import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import protobuf from 'protobufjs';

/** Where each package has definitions: Envoy's own and what they import. */
const folders = [
  ...['envoy-api', 'googleapis', 'protoc-gen-validate', 'xds'].map((name) =>
    join(packageFolder('@grpc/grpc-js-xds'), 'deps', name),
  ),
  packageFolder('protobufjs'),
];

/** The whole of a configuration file, and every extension that ours names in an `@type`. */
const files = [
  'envoy/config/bootstrap/v3/bootstrap.proto',
  'envoy/extensions/filters/network/http_connection_manager/v3/http_connection_manager.proto',
  'envoy/extensions/filters/http/router/v3/router.proto',
  'envoy/extensions/retry/host/previous_hosts/v3/previous_hosts.proto',
  'envoy/extensions/upstreams/http/v3/http_protocol_options.proto',
];

/** Envoy's definition of its configuration, with fields named as in the file. */
export function loadEnvoyApi(): protobuf.Root {
  const root = new protobuf.Root();
  root.resolvePath = (_origin, target) => {
    const file = folders.map((folder) => join(folder, target)).find(existsSync);
    if (file === undefined) throw new Error(`Could not find ${target}: no package has it. Name the one that does.`);
    return file;
  };
  root.loadSync(files, { keepCase: true });
  root.resolveAll();
  return root;
}

function packageFolder(name: string): string {
  return dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`)));
}
