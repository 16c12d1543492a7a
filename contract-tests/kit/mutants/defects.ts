import type { Answered, Defect, Handling, Sent } from './mutant.ts';

/**
 * A defect in how some requests are read.
 *
 * @param route method and path, such as `PATCH /customers/*`; `*` is any method, or any part of a path, `**` any rest.
 */
export function misreads(route: string, change: (request: Sent) => Sent): () => Defect {
  return handles(route, (request, sendOn) => sendOn(change(request)));
}

/** A defect in how some requests are answered. */
export function misanswers(route: string, change: (answer: Answered, request: Sent) => Answered): () => Defect {
  return handles(route, async (request, sendOn) => change(await sendOn(request), request));
}

/** A defect in how some requests are handled, without any memory. */
export function handles(route: string, handling: Handling): () => Defect {
  return remembers(route, () => handling);
}

/** A defect in how some requests are handled, which remembers earlier ones. */
export function remembers(route: string, begin: () => Handling): () => Defect {
  return () => {
    const handling = begin();
    return { route, api: (request, sendOn) => (isTo(request, route) ? handling(request, sendOn) : sendOn(request)) };
  };
}

/** A defect in what is sent to destinations. */
export function missends(change: (delivery: Sent) => Sent): () => Defect {
  return () => ({ delivery: (delivery, sendOn) => sendOn(change(delivery)) });
}

/** True if a request belongs to a route. */
export function isTo({ method, url }: Pick<Sent, 'method' | 'url'>, route: string): boolean {
  const [wanted = '', path = ''] = route.split(' ');
  const pattern = path.replaceAll('**', '.*').replaceAll(/(?<=\/)\*/g, '[^/]+');
  return (wanted === '*' || wanted === method) && new RegExp(`^${pattern}$`).test(url.pathname);
}

/** True for a route that names a path, and is not all requests of a method. */
export function namesPath(route: string): boolean {
  return !/^\S+ \/?\*\*$/.test(route);
}
