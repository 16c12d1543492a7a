/** The parts of Envoy's configuration that decide where a request goes. */
export type Envoy = {
  static_resources: {
    listeners: { filter_chains: { filters: { typed_config: { route_config: { virtual_hosts: Host[] } } }[] }[] }[];
    clusters: Cluster[];
  };
};
type Host = { routes: { match: { prefix: string; headers?: object[] }; route?: Route; direct_response?: object }[] };
type Route = { cluster: string; timeout?: string; idle_timeout?: string; hash_policy?: object[] };
type Cluster = {
  name: string;
  lb_policy: string;
  health_checks?: object;
  outlier_detection?: object;
  load_assignment: { endpoints: { lb_endpoints: { endpoint: Endpoint }[] }[] };
};
type Endpoint = { hostname: string; address: { socket_address: { address: string; port_value: number } } };

/** The parts of the manifests that say which processes there are. */
export type Processes = { metadata: { name: string }; spec: { replicas: number; serviceName: string } };

/**
 * What would send an account to a process that is not its own: a route without the key's hash, a cluster that moves
 * accounts, processes that the manifests do not start.
 */
export function problemsOfSpread({ static_resources: { listeners, clusters } }: Envoy, set: Processes): string[] {
  const hosts = listeners.flatMap(({ filter_chains }) =>
    filter_chains.flatMap(({ filters }) =>
      filters.flatMap(({ typed_config }) => typed_config.route_config.virtual_hosts),
    ),
  );
  const routes = hosts.flatMap(({ routes: each }) => each.flatMap(({ route }) => route ?? []));
  const [api] = hosts.flatMap((host) => host.routes.filter(({ match }) => match.prefix === '/'));
  const started = Array.from(
    { length: set.spec.replicas },
    (_, index) => `${set.metadata.name}-${index}.${set.spec.serviceName}:4010`,
  );
  return [
    ...claim(
      routes.every(({ cluster }) => clusters.some(({ name }) => name === cluster)),
      'a route has no cluster',
    ),
    ...claim(
      JSON.stringify(api?.route?.hash_policy) === '[{"header":{"header_name":"authorization"}}]',
      'the API is not spread by the key',
    ),
    ...claim(api?.route?.timeout === api?.route?.idle_timeout, 'an answer that is long in coming is given up earlier'),
    ...clusters.flatMap((cluster) => [
      ...claim(`${addressesOf(cluster)}` === `${started}`, `${cluster.name} has others than ${started}`),
      ...claim(!cluster.health_checks && !cluster.outlier_detection, `${cluster.name} takes accounts elsewhere`),
    ]),
    ...claim(
      clusters.find(({ name }) => name === api?.route?.cluster)?.lb_policy === 'RING_HASH',
      'the cluster of the API does not go by the hash',
    ),
  ];
}

function addressesOf({ load_assignment }: Cluster): string[] {
  return load_assignment.endpoints.flatMap(({ lb_endpoints }) =>
    lb_endpoints.map(({ endpoint: { address } }) => {
      const { address: host, port_value } = address.socket_address;
      return `${host}:${port_value}`;
    }),
  );
}

function claim(holds: boolean, problem: string): string[] {
  return holds ? [] : [problem];
}
