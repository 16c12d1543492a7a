/** Finds where the only form of a page is sent. */
export function formIn(page: string): string {
  return (/<form method="post" action="([^"]+)"/.exec(page)?.[1] ?? '').replaceAll('&amp;', '&');
}
