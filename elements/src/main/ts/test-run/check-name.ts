import type { Localizer } from '../i18n/localizer.js';

/** What a check is called: our words where we have them, else its own name made readable. */
export function checkName(i18n: Localizer, name: string): string {
  return i18n.known(`checkname.${name}`) ?? words(name);
}

/** `email_missing` and `givenName` as people write them. */
export function words(name: string): string {
  const text = name
    .replace(/[_-]+/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}
