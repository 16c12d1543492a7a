/** An error as Node's SQLite throws it, with SQLite's extended result code. */
export function sqliteError(message: string, errcode: number): Error {
  return Object.assign(new Error(message), { code: 'ERR_SQLITE_ERROR', errcode });
}
