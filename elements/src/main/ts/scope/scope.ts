import type { Api } from '../api/api.js';
import type { Localizer } from '../i18n/localizer.js';

/** What every screen below a root element shares; replaced as a whole when any of it changes. */
export interface Scope {
  readonly api: Api;
  readonly i18n: Localizer;
}
