import type { Api } from '../api/api.js';
import type { Localizer } from '../i18n/localizer.js';

/** What every screen below a root element shares; replaced as a whole when any of it changes. */
export interface Scope {
  readonly api: Api;
  readonly i18n: Localizer;
}

/** Whether the language has changed: what the server explained has to be read again in the new one. */
export function inOtherWords(before: Scope | undefined, now: Scope): boolean {
  return before !== undefined && before.i18n.language !== now.i18n.language;
}
