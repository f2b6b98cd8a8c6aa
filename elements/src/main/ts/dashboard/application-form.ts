import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ApiProblem } from '../api/problem.js';
import { etagOf } from '../connection/connection.js';
import { differences } from '../connection/differences.js';
import { FormDialog } from '../dialog/form-dialog.js';
import { GatehouseEvent, define } from '../scope/gatehouse-element.js';
import type { Localizer, MessageKey } from '../i18n/localizer.js';
import { lines, type Application } from './application.js';
import '../conflict/conflict-panel.js';

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
 * The dialog that registers or changes an application. Where somebody else changed it since it was opened,
 * both versions are shown and the person decides.
 *
 * @fires gatehouse-application-saved - `Application`
 * @fires gatehouse-application-changed - `Application`, as somebody else stored it; to go on with
 */
export class ApplicationForm extends FormDialog {
  /** The one to change; undefined registers a new one. */
  @property({ attribute: false }) application: Application | undefined;
  @state() private typed: Typed = NEW;
  @state() private missing: 'name' | 'redirectUris' | undefined;
  /** What somebody else stored meanwhile, until the person decided. */
  @state() private theirs: Application | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // What was typed into an unsaved form survives closing it by mistake, until another one is opened.
    if (changed.has('application')) {
      this.typed = this.application ? typedOf(this.application) : NEW;
      this.theirs = undefined;
    }
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
      ${this.renderConflict()}
    `;
  }

  private renderConflict() {
    if (!this.theirs) return nothing;
    const { i18n } = this.scope;
    return html`<gatehouse-conflict
      .i18n=${i18n}
      .rows=${differences(wordsOf(this.typed, i18n), wordsOf(typedOf(this.theirs), i18n))}
      @gatehouse-keep-mine=${() => this.attempt()}
      @gatehouse-take-theirs=${this.takeTheirs}
    ></gatehouse-conflict>`;
  }

  private readonly takeTheirs = async (): Promise<void> => {
    if (!this.theirs) return;
    this.dispatchEvent(new GatehouseEvent('gatehouse-application-changed', this.theirs));
    await this.focusOn('#name');
  };

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

  protected override get ready(): boolean {
    return !this.theirs;
  }

  protected override async save(): Promise<void> {
    const { typed, application } = this;
    const { api } = this.scope;
    const body = bodyOf(typed);
    if (application) return this.change(this.theirs ?? application, body);
    const saved = await api.post<Application>('/v1/applications', { ...body, clientType: typed.clientType });
    this.typed = NEW;
    this.dispatchEvent(new GatehouseEvent('gatehouse-application-saved', saved.body));
  }

  /** On top of the version that the person saw. */
  private async change(seen: Application, body: object): Promise<void> {
    const { api } = this.scope;
    const path = `/v1/applications/${seen.id}`;
    try {
      const saved = await api.patch<Application>(path, body, { ifMatch: etagOf(seen) });
      this.theirs = undefined;
      this.dispatchEvent(new GatehouseEvent('gatehouse-application-saved', saved.body));
    } catch (thrown) {
      if (ApiProblem.of(thrown).kind !== 'stale') throw thrown;
      this.theirs = (await api.get<Application>(path)).body;
    }
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

/** As the form calls it, for comparing. */
function wordsOf(typed: Typed, i18n: Localizer): Map<string, string> {
  return new Map([
    [i18n.text('general.name'), typed.name.trim()],
    [i18n.text('dash.redirectUris'), lines(typed.redirectUris).join(', ')],
    [i18n.text('dash.algorithm'), typed.algorithm],
    [i18n.text('dash.postLogoutRedirectUris'), lines(typed.postLogoutRedirectUris).join(', ')],
    [i18n.text('dash.initiateLoginUri'), typed.initiateLoginUri.trim()],
    [i18n.text('dash.backchannelLogoutUri'), typed.backchannelLogoutUri.trim()],
  ]);
}

/** An empty text takes an address away, and means none for a new application. */
function bodyOf(typed: Typed): Record<string, unknown> {
  return {
    name: typed.name.trim(),
    redirectUris: lines(typed.redirectUris),
    postLogoutRedirectUris: lines(typed.postLogoutRedirectUris),
    idTokenSignedResponseAlg: typed.algorithm,
    initiateLoginUri: typed.initiateLoginUri.trim(),
    backchannelLogoutUri: typed.backchannelLogoutUri.trim(),
  };
}

define('gatehouse-application-form', ApplicationForm);
