import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { FormDialog } from '../dialog/form-dialog.js';
import { GatehouseEvent, define } from '../scope/gatehouse-element.js';
import type { MessageKey } from '../i18n/localizer.js';
import { lines, type Application } from './application.js';

interface Typed {
  name: string;
  clientType: Application['clientType'];
  redirectUris: string;
  postLogoutRedirectUris: string;
  initiateLoginUri: string;
  backchannelLogoutUri: string;
  algorithm: Application['idTokenSignedResponseAlg'];
}

const NEW: Typed = {
  name: '',
  clientType: 'confidential',
  redirectUris: '',
  postLogoutRedirectUris: '',
  initiateLoginUri: '',
  backchannelLogoutUri: '',
  algorithm: 'ES256',
};

/**
 * The dialog that registers or changes an application.
 *
 * @fires gatehouse-application-saved - `Application`
 */
export class ApplicationForm extends FormDialog {
  /** The one to change; undefined registers a new one. */
  @property({ attribute: false }) application: Application | undefined;
  @state() private typed: Typed = NEW;
  @state() private missing: 'name' | 'redirectUris' | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // What was typed into an unsaved form survives closing it by mistake, until another one is opened.
    if (changed.has('application')) this.typed = this.application ? typedOf(this.application) : NEW;
  }

  protected override caption(): string {
    return this.scope.i18n.text(this.application ? 'dash.application.change' : 'dash.application.register');
  }

  protected override action(): string {
    return this.scope.i18n.text(this.application ? 'action.save' : 'dash.application.register');
  }

  protected override renderFields() {
    const { i18n } = this.scope;
    const isNew = !this.application;
    return html`
      ${this.line('name', 'general.name')} ${isNew ? this.renderType() : nothing}
      ${this.area('redirectUris', 'dash.redirectUris', 'dash.redirectUris.hint')}
      <div>
        <label for="algorithm">${i18n.text('dash.algorithm')}</label>
        <select
          id="algorithm"
          aria-describedby="algorithm-hint"
          @change=${(event: Event) =>
            this.type('algorithm', (event.target as HTMLSelectElement).value as Typed['algorithm'])}
        >
          ${(['ES256', 'RS256'] as const).map(
            (algorithm) =>
              html`<option value=${algorithm} ?selected=${algorithm === this.typed.algorithm}>
                ${algorithm}
              </option>`,
          )}
        </select>
        <p class="hint" id="algorithm-hint">${i18n.text('dash.algorithm.hint')}</p>
      </div>
      <details>
        <summary>${i18n.text('dash.application.more')}</summary>
        <div class="stack">
          ${this.area('postLogoutRedirectUris', 'dash.postLogoutRedirectUris', 'dash.redirectUris.hint')}
          ${this.line('initiateLoginUri', 'dash.initiateLoginUri')}
          ${this.line('backchannelLogoutUri', 'dash.backchannelLogoutUri')}
        </div>
      </details>
    `;
  }

  private renderType() {
    const { i18n } = this.scope;
    return html`<div>
      <label for="type">${i18n.text('dash.clientType')}</label>
      <select
        id="type"
        aria-describedby="type-hint"
        @change=${(event: Event) =>
          this.type('clientType', (event.target as HTMLSelectElement).value as Typed['clientType'])}
      >
        ${(['confidential', 'public'] as const).map(
          (type) =>
            html`<option value=${type} ?selected=${type === this.typed.clientType}>
              ${i18n.text(`dash.clientType.${type}`)}
            </option>`,
        )}
      </select>
      <p class="hint" id="type-hint">${i18n.text('dash.clientType.hint')}</p>
    </div>`;
  }

  private line(field: 'name' | 'initiateLoginUri' | 'backchannelLogoutUri', label: MessageKey) {
    return html`<div>
      <label for=${field}>${this.scope.i18n.text(label)}</label>
      <input
        id=${field}
        autocomplete="off"
        spellcheck="false"
        .value=${this.typed[field]}
        aria-invalid=${this.missing === field}
        aria-describedby=${this.missing === field ? `${field}-error` : nothing}
        @input=${(event: Event) => this.type(field, (event.target as HTMLInputElement).value)}
      />
      ${this.renderMissing(field)}
    </div>`;
  }

  private area(field: 'redirectUris' | 'postLogoutRedirectUris', label: MessageKey, hint: MessageKey) {
    return html`<div>
      <label for=${field}>${this.scope.i18n.text(label)}</label>
      <textarea
        id=${field}
        spellcheck="false"
        .value=${this.typed[field]}
        aria-invalid=${this.missing === field}
        aria-describedby="${field}-hint${this.missing === field ? ` ${field}-error` : ''}"
        @input=${(event: Event) => this.type(field, (event.target as HTMLTextAreaElement).value)}
      ></textarea>
      <p class="hint" id="${field}-hint">${this.scope.i18n.text(hint)}</p>
      ${this.renderMissing(field)}
    </div>`;
  }

  private renderMissing(field: string) {
    return this.missing === field
      ? html`<p class="field-error" id="${field}-error">${this.scope.i18n.text('dash.field.required')}</p>`
      : nothing;
  }

  private type<F extends keyof Typed>(field: F, value: Typed[F]): void {
    this.typed = { ...this.typed, [field]: value };
    this.missing = undefined;
  }

  protected override mistake(): string | undefined {
    const { typed } = this;
    this.missing = !typed.name.trim()
      ? 'name'
      : !lines(typed.redirectUris).length
        ? 'redirectUris'
        : undefined;
    return this.missing && `#${this.missing}`;
  }

  protected override async save(): Promise<void> {
    const { typed, application } = this;
    const { api } = this.scope;
    const body = bodyOf(typed);
    const saved = application
      ? await api.patch<Application>(`/v1/applications/${application.id}`, body, {
          ifMatch: (await api.get<Application>(`/v1/applications/${application.id}`)).etag,
        })
      : await api.post<Application>('/v1/applications', { ...body, clientType: typed.clientType });
    if (!application) this.typed = NEW;
    this.dispatchEvent(new GatehouseEvent('gatehouse-application-saved', saved.body));
  }
}

function typedOf(application: Application): Typed {
  return {
    name: application.name,
    clientType: application.clientType,
    redirectUris: application.redirectUris.join('\n'),
    postLogoutRedirectUris: application.postLogoutRedirectUris.join('\n'),
    initiateLoginUri: application.initiateLoginUri ?? '',
    backchannelLogoutUri: application.backchannelLogoutUri ?? '',
    algorithm: application.idTokenSignedResponseAlg,
  };
}

/** Empty addresses are left out: for a new application that is none, for a known one no change. */
function bodyOf(typed: Typed): Record<string, unknown> {
  const optional = (name: string, value: string): Record<string, string> =>
    value.trim() ? { [name]: value.trim() } : {};
  return {
    name: typed.name.trim(),
    redirectUris: lines(typed.redirectUris),
    postLogoutRedirectUris: lines(typed.postLogoutRedirectUris),
    idTokenSignedResponseAlg: typed.algorithm,
    ...optional('initiateLoginUri', typed.initiateLoginUri),
    ...optional('backchannelLogoutUri', typed.backchannelLogoutUri),
  };
}

define('gatehouse-application-form', ApplicationForm);
