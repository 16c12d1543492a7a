/** Makes an error like those of Node's SQLite, with SQLite's extended result code. */
export function sqliteError(message: string, errcode: number): Error {
  return Object.assign(new Error(message), { code: 'ERR_SQLITE_ERROR', errcode });
}
