import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import type { Scope } from '../scope/scope.js';
import { authMethodField } from './auth-method.js';
import { understand } from './intake.js';
import { workingRevision, type AuthMethod, type Connection } from './connection.js';
import { differences, settingsOf, type Difference } from './differences.js';
import { DraftSaving } from './draft-saving.js';
import { draftTrouble, type DraftForm } from './draft-trouble.js';

/**
 * What an OpenID Connect provider gave: issuer, client id, client secret. The secret is never shown again;
 * left empty, the stored one stays. With our own key there is none.
 *
 * @fires gatehouse-draft-saved - `DraftSaved`
 */
export class OidcForm extends GatehouseElement implements DraftForm {
  @property({ attribute: false }) scope!: Scope;
  @property({ attribute: false }) connection!: Connection;
  @state() private typed: { issuer?: string; clientId?: string; clientSecret?: string } = {};
  @state() private method: AuthMethod | undefined;
  @state() private incomplete = false;
  readonly saving = new DraftSaving(this);

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
      ${authMethodField(i18n, this.connection, this.wantedMethod, this.choose)}
      ${this.wantedMethod === 'private_key_jwt' ? nothing : this.renderSecret(stored?.clientSecretSet)}
      ${this.incomplete ? html`<p class="field-error" role="alert">${i18n.text(this.wantedMethod === 'private_key_jwt' ? 'oidc.incomplete.key' : 'oidc.incomplete')}</p>` : nothing}
      ${draftTrouble(i18n, this)}
      <div class="actions">
        <button class="primary" type="submit" ?disabled=${this.saving.running || this.saving.theirs}>
          ${i18n.text(this.saving.running ? 'metadata.reading' : 'oidc.save')}
        </button>
      </div>
    </form>`;
  }

  private renderSecret(stored: boolean | undefined) {
    const { i18n } = this.scope;
    return html`<div>
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
        ${i18n.text(stored ? 'oidc.clientSecret.stored' : 'oidc.clientSecret.hint')}
      </p>
    </div>`;
  }

  private get wantedMethod(): AuthMethod {
    const stored = workingRevision(this.connection)?.oidc?.tokenEndpointAuthMethod;
    return this.method ?? stored ?? 'client_secret_basic';
  }

  private readonly choose = (method: AuthMethod): void => {
    this.saving.begin(this.connection);
    this.method = method;
    this.incomplete = false;
  };

  private set(name: 'issuer' | 'clientId' | 'clientSecret', event: Event): void {
    this.saving.begin(this.connection);
    this.typed = { ...this.typed, [name]: (event.target as HTMLInputElement).value };
    this.incomplete = false;
  }

  readonly submit = async (event: Event | undefined): Promise<void> => {
    event?.preventDefault();
    const stored = workingRevision(this.connection)?.oidc;
    const entered = (this.typed.issuer ?? stored?.issuer ?? '').trim();
    const read = understand(entered);
    const issuer = read.kind === 'issuer' ? read.issuer : entered;
    const clientId = (this.typed.clientId ?? stored?.clientId ?? '').trim();
    const byKey = this.wantedMethod === 'private_key_jwt';
    const secret = byKey ? '' : this.typed.clientSecret?.trim();
    this.incomplete = !issuer || !clientId || (!byKey && !secret && !stored?.clientSecretSet);
    if (this.incomplete) return this.focusOn(!issuer ? '#issuer' : !clientId ? '#client' : '#secret');
    // For another provider where nobody chose, the server takes one that it offers.
    const kept = byKey || issuer === stored?.issuer ? stored?.tokenEndpointAuthMethod : undefined;
    const tokenEndpointAuthMethod = this.method ?? kept;
    const body = {
      oidc: {
        issuer,
        clientId,
        ...(secret ? { clientSecret: secret } : {}),
        ...(tokenEndpointAuthMethod ? { tokenEndpointAuthMethod } : {}),
      },
    };
    const saved = await this.saving.save(this.scope.api, this.connection, body);
    if (!saved) return;
    this.typed = {};
    this.method = undefined;
    this.dispatchEvent(new GatehouseEvent('gatehouse-draft-saved', saved));
  };

  readonly giveUp = (): void => {
    this.saving.forget();
    this.typed = {};
    this.method = undefined;
    this.dispatchEvent(new GatehouseEvent('gatehouse-changed', {}));
  };

  /** Of secrets only that one was typed. */
  rows(theirs: Connection): Difference[] {
    const { i18n } = this.scope;
    const revision = workingRevision(theirs);
    const stored = revision ? settingsOf(revision, i18n) : new Map<string, string>();
    const mine = new Map(stored);
    const { issuer, clientId, clientSecret } = this.typed;
    if (issuer !== undefined) mine.set(i18n.text('oidc.issuer'), issuer.trim());
    if (clientId !== undefined) mine.set(i18n.text('oidc.clientId'), clientId.trim());
    if (this.method) mine.set(i18n.text('oidc.method'), this.method);
    if (clientSecret) mine.set(i18n.text('oidc.clientSecret'), i18n.text('conflict.newSecret'));
    return differences(mine, stored);
  }
}

define('gatehouse-oidc-form', OidcForm);
