/**
 * The environment of the commands that tests start: without what tells that vitest is there, since the package comes without
 * it, and with where to find what Node compiled, since a start is mostly compiling.
 */
export const environment: Readonly<Record<string, string>> = {
  PATH: process.env['PATH'] ?? '',
  ...(process.env['NODE_COMPILE_CACHE'] && { NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] }),
};
