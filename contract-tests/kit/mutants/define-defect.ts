import type { Defect, Interceptor, ProxiedRequest, ProxiedResponse } from './mutant.ts';

/**
 * A defect in how some requests are read.
 *
 * @param route method and path, such as `PATCH /customers/*`; `*` is any method, or any part of a path, `**` any rest.
 */
export function changeRequests(route: string, change: (request: ProxiedRequest) => ProxiedRequest): () => Defect {
  return intercept(route, (request, forward) => forward(change(request)));
}

/** A defect in how some requests are answered. */
export function changeResponses(
  route: string,
  change: (answer: ProxiedResponse, request: ProxiedRequest) => ProxiedResponse,
): () => Defect {
  return intercept(route, async (request, forward) => change(await forward(request), request));
}

/** A defect in how some requests are handled, without any memory. */
export function intercept(route: string, interceptor: Interceptor): () => Defect {
  return interceptWithState(route, () => interceptor);
}

/** A defect in how some requests are handled, which interceptWithState earlier ones. */
export function interceptWithState(route: string, begin: () => Interceptor): () => Defect {
  return () => {
    const interceptor = begin();
    return {
      route,
      api: (request, forward) => (isTo(request, route) ? interceptor(request, forward) : forward(request)),
    };
  };
}

/** A defect in what is sent to destinations. */
export function changeDeliveries(change: (delivery: ProxiedRequest) => ProxiedRequest): () => Defect {
  return () => ({ delivery: (delivery, forward) => forward(change(delivery)) });
}

/** True if a request belongs to a route. */
export function isTo({ method, url }: Pick<ProxiedRequest, 'method' | 'url'>, route: string): boolean {
  const [wanted = '', path = ''] = route.split(' ');
  const pattern = path.replaceAll('**', '.*').replaceAll(/(?<=\/)\*/g, '[^/]+');
  return (wanted === '*' || wanted === method) && new RegExp(`^${pattern}$`).test(url.pathname);
}

/** True for a route that names a path, and is not all requests of a method. */
export function namesPath(route: string): boolean {
  return !/^\S+ \/?\*\*$/.test(route);
}
