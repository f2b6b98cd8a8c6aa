/** What a check is called: the server's words where it has some, else its own name made readable. */
export function checkName(check: { name: string; title?: string | null }): string {
  return check.title || words(check.name);
}

/** `email_missing` and `givenName` as people write them. */
export function words(name: string): string {
  const text = name
    .replace(/[_-]+/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}
