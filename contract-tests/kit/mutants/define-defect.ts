import type { Defect, Interceptor, ProxiedRequest, ProxiedResponse } from './mutant.ts';

/**
 * Defines a defect that changes requests before they reach the mock.
 *
 * @param route method and path, such as `PATCH /customers/*`; `*` matches any method or path segment, `**` any rest.
 */
export function changeRequests(route: string, change: (request: ProxiedRequest) => ProxiedRequest): () => Defect {
  return intercept(route, (request, forward) => forward(change(request)));
}

/** Defines a defect that changes responses of the mock. */
export function changeResponses(
  route: string,
  change: (answer: ProxiedResponse, request: ProxiedRequest) => ProxiedResponse,
): () => Defect {
  return intercept(route, async (request, forward) => change(await forward(request), request));
}

/** Defines a defect with an interceptor that keeps no state. */
export function intercept(route: string, interceptor: Interceptor): () => Defect {
  return interceptWithState(route, () => interceptor);
}

/** Defines a defect with an interceptor that remembers earlier requests. */
export function interceptWithState(route: string, begin: () => Interceptor): () => Defect {
  return () => {
    const interceptor = begin();
    return {
      route,
      api: (request, forward) => (isTo(request, route) ? interceptor(request, forward) : forward(request)),
    };
  };
}

/** Defines a defect that changes deliveries before they reach their destination. */
export function changeDeliveries(change: (delivery: ProxiedRequest) => ProxiedRequest): () => Defect {
  return () => ({ delivery: (delivery, forward) => forward(change(delivery)) });
}

/** Returns true if a request matches a route. */
export function isTo({ method, url }: Pick<ProxiedRequest, 'method' | 'url'>, route: string): boolean {
  const [wanted = '', path = ''] = route.split(' ');
  const pattern = path.replaceAll('**', '.*').replaceAll(/(?<=\/)\*/g, '[^/]+');
  return (wanted === '*' || wanted === method) && new RegExp(`^${pattern}$`).test(url.pathname);
}

/** Returns false for a route that matches every path. */
export function namesPath(route: string): boolean {
  return !/^\S+ \/?\*\*$/.test(route);
}
