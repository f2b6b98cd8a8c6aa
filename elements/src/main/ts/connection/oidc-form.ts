import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Acting } from '../scope/acting.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import type { Scope } from '../scope/scope.js';
import { understand } from './intake.js';
import { etagOf, workingRevision, type Connection } from './connection.js';
import type { DraftSaved } from './metadata-box.js';

/**
 * What an OpenID Connect provider gave: issuer, client id, client secret. The secret is never shown again;
 * left empty, the stored one stays.
 *
 * @fires gatehouse-draft-saved - `DraftSaved`
 */
export class OidcForm extends GatehouseElement {
  @property({ attribute: false }) scope!: Scope;
  @property({ attribute: false }) connection!: Connection;
  @state() private typed: { issuer?: string; clientId?: string; clientSecret?: string } = {};
  @state() private incomplete = false;
  private readonly acting = new Acting(this);

  override render() {
    const { i18n } = this.scope;
    const stored = workingRevision(this.connection)?.oidc;
    return html`<form class="stack" novalidate @submit=${this.submit}>
      <div>
        <label for="issuer">${i18n.text('oidc.issuer')}</label>
        <input
          dir="ltr"
          id="issuer"
          inputmode="url"
          spellcheck="false"
          autocapitalize="none"
          aria-describedby="issuer-hint"
          .value=${this.typed.issuer ?? stored?.issuer ?? ''}
          @input=${(event: Event) => this.set('issuer', event)}
        />
        <p class="hint" id="issuer-hint">${i18n.text('oidc.issuer.hint')}</p>
      </div>
      <div>
        <label for="client">${i18n.text('oidc.clientId')}</label>
        <input
          dir="ltr"
          id="client"
          spellcheck="false"
          autocapitalize="none"
          autocomplete="off"
          .value=${this.typed.clientId ?? stored?.clientId ?? ''}
          @input=${(event: Event) => this.set('clientId', event)}
        />
      </div>
      <div>
        <label for="secret">${i18n.text('oidc.clientSecret')}</label>
        <input
          id="secret"
          type="password"
          autocomplete="new-password"
          aria-describedby="secret-hint"
          .value=${this.typed.clientSecret ?? ''}
          @input=${(event: Event) => this.set('clientSecret', event)}
        />
        <p class="hint" id="secret-hint">
          ${i18n.text(stored?.clientSecretSet ? 'oidc.clientSecret.stored' : 'oidc.clientSecret.hint')}
        </p>
      </div>
      ${this.incomplete ? html`<p class="field-error" role="alert">${i18n.text('oidc.incomplete')}</p>` : nothing}
      ${
        this.acting.problem
          ? html`<gatehouse-problem .problem=${this.acting.problem} .i18n=${i18n}></gatehouse-problem>`
          : nothing
      }
      <div class="actions">
        <button class="primary" type="submit" ?disabled=${this.acting.running !== undefined}>
          ${i18n.text(this.acting.running ? 'metadata.reading' : 'oidc.save')}
        </button>
      </div>
    </form>`;
  }

  private set(name: 'issuer' | 'clientId' | 'clientSecret', event: Event): void {
    this.typed = { ...this.typed, [name]: (event.target as HTMLInputElement).value };
    this.incomplete = false;
  }

  private readonly submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const stored = workingRevision(this.connection)?.oidc;
    const entered = (this.typed.issuer ?? stored?.issuer ?? '').trim();
    const read = understand(entered);
    const issuer = read.kind === 'issuer' ? read.issuer : entered;
    const clientId = (this.typed.clientId ?? stored?.clientId ?? '').trim();
    const secret = this.typed.clientSecret?.trim();
    this.incomplete = !issuer || !clientId || (!secret && !stored?.clientSecretSet);
    if (this.incomplete) return this.focusOn(!issuer ? '#issuer' : !clientId ? '#client' : '#secret');
    await this.acting.run('draft', async () => {
      const body = { oidc: { issuer, clientId, ...(secret ? { clientSecret: secret } : {}) } };
      const path = `/v1/connections/${this.connection.id}/draft`;
      const saved = await this.scope.api.put<DraftSaved>(path, body, { ifMatch: etagOf(this.connection) });
      this.typed = {};
      this.dispatchEvent(new GatehouseEvent('gatehouse-draft-saved', saved.body));
    });
    if (this.acting.problem?.kind === 'stale')
      this.dispatchEvent(new GatehouseEvent('gatehouse-changed', {}));
  };
}

define('gatehouse-oidc-form', OidcForm);
