import { html, nothing } from 'lit';
import type { Localizer } from '../i18n/localizer.js';
import type { AuthMethod, Connection } from './connection.js';
import '../copy-field/copy-field.js';

const METHODS: AuthMethod[] = ['client_secret_basic', 'client_secret_post', 'private_key_jwt'];

/** How we prove to an OpenID Connect provider who we are, and what it has to know for our own key. */
export function authMethodField(
  i18n: Localizer,
  { serviceProvider }: Connection,
  chosen: AuthMethod,
  change: (method: AuthMethod) => void,
) {
  const byKey = chosen === 'private_key_jwt';
  return html`<div>
      <label for="method">${i18n.text('oidc.method')}</label>
      <select
        id="method"
        aria-describedby="method-hint"
        @change=${(event: Event) => change((event.target as HTMLSelectElement).value as AuthMethod)}
      >
        ${METHODS.map(
          (method) =>
            html`<option value=${method} ?selected=${method === chosen}>
              ${i18n.text(`oidc.method.${method}`)}
            </option>`,
        )}
      </select>
      <p class="hint" id="method-hint">${i18n.text(byKey ? 'oidc.method.key.hint' : 'oidc.method.hint')}</p>
    </div>
    ${
      byKey && serviceProvider?.jwksUrl
        ? html`<gatehouse-copy-field
            label=${i18n.text('own.jwksUrl')}
            value=${serviceProvider.jwksUrl}
            .i18n=${i18n}
          ></gatehouse-copy-field>`
        : nothing
    }`;
}
