import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import { Paged } from '../scope/paged.js';
import type { Page } from '../api/api.js';
import type { Scope } from '../scope/scope.js';
import type { Application } from './application.js';
import { pagedList } from './paged-list.js';
import { tableStyles } from './table-styles.js';
import '../dialog/confirm-dialog.js';
import './application-form.js';
import './application-secrets.js';

/** The platform's products that receive signed-in people: register, change, rotate secrets, delete. */
export class ApplicationsScreen extends GatehouseElement {
  static override styles = [GatehouseElement.styles, tableStyles];

  @property({ attribute: false }) scope!: Scope;
  @state() private editing: Application | 'new' | undefined;
  @state() private secretsOf: Application | undefined;
  /** Just registered; its secret is shown this once. */
  @state() private fresh: Application | undefined;
  @state() private leaving: Application | undefined;
  private readonly applications = new Paged<Application>(this, async (cursor) => {
    return (await this.scope.api.get<Page<Application>>('/v1/applications', { query: { cursor } })).body;
  });

  override connectedCallback(): void {
    super.connectedCallback();
    void this.applications.load();
  }

  override render() {
    const { i18n } = this.scope;
    return html`<section class="stack" aria-labelledby="title">
      <div class="row between">
        <h2 id="title">${i18n.text('dash.applications')}</h2>
        <button type="button" class="primary" id="register" @click=${() => (this.editing = 'new')}>
          ${i18n.text('dash.application.register')}
        </button>
      </div>
      ${this.fresh ? this.renderFresh(this.fresh) : nothing}
      ${pagedList(
        i18n,
        this.applications,
        { title: 'dash.applications.none', text: 'dash.applications.none.text' },
        (items) => this.renderTable(items),
      )}
      ${this.renderDialogs()}
    </section>`;
  }

  private renderFresh(application: Application) {
    const { i18n } = this.scope;
    return html`<div class="notice accent stack" role="status">
      <p class="strong">${i18n.text('dash.application.registered', { name: application.name })}</p>
      <gatehouse-copy-field
        label=${i18n.text('dash.clientId')}
        .value=${application.clientId}
        .i18n=${i18n}
      ></gatehouse-copy-field>
      ${
        application.clientSecret
          ? html`<gatehouse-copy-field
              label=${i18n.text('dash.clientSecret')}
              note=${i18n.text('dash.secret.once')}
              .value=${application.clientSecret}
              .i18n=${i18n}
            ></gatehouse-copy-field>`
          : nothing
      }
      <gatehouse-copy-field
        label=${i18n.text('dash.issuer')}
        .value=${this.scope.api.baseUrl}
        .i18n=${i18n}
      ></gatehouse-copy-field>
      <div class="actions">
        <button type="button" @click=${this.forget}>${i18n.text('dash.secret.kept')}</button>
      </div>
    </div>`;
  }

  private renderTable(items: Application[]) {
    const { i18n } = this.scope;
    return html`<table>
      <thead>
        <tr>
          <th scope="col">${i18n.text('general.name')}</th>
          <th scope="col">${i18n.text('dash.clientId')}</th>
          <th scope="col">${i18n.text('dash.redirectUris')}</th>
          <th scope="col">${i18n.text('dash.algorithm')}</th>
          <th scope="col"><span class="visually-hidden">${i18n.text('members.actions')}</span></th>
        </tr>
      </thead>
      <tbody>
        ${repeat(
          items,
          (application) => application.id,
          (application) =>
            html`<tr>
              <th scope="row">${application.name}</th>
              <td data-label=${i18n.text('dash.clientId')} class="mono">${application.clientId}</td>
              <td data-label=${i18n.text('dash.redirectUris')} class="mono">
                ${application.redirectUris.join(' ')}
              </td>
              <td data-label=${i18n.text('dash.algorithm')}>${application.idTokenSignedResponseAlg}</td>
              <td class="act">${this.renderActions(application)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  private renderActions({ name, ...rest }: Application) {
    const { i18n } = this.scope;
    const application = { name, ...rest };
    const action = (label: string, kind: string, run: () => void) =>
      html`<button type="button" class="plain ${kind}" aria-label="${label}: ${name}" @click=${run}>
        ${label}
      </button>`;
    return html`${action(i18n.text('action.edit'), '', () => (this.editing = application))}
    ${
      application.clientType === 'confidential'
        ? action(i18n.text('dash.secrets'), '', () => (this.secretsOf = application))
        : nothing
    }
    ${action(i18n.text('action.remove'), 'danger', () => (this.leaving = application))}`;
  }

  private renderDialogs() {
    const { i18n } = this.scope;
    return html`<gatehouse-application-form
        .scope=${this.scope}
        .application=${this.editing === 'new' ? undefined : this.editing}
        .open=${this.editing !== undefined}
        @gatehouse-close=${() => (this.editing = undefined)}
        @gatehouse-application-saved=${this.saved}
        @gatehouse-application-changed=${this.changed}
      ></gatehouse-application-form>
      <gatehouse-dialog
        .open=${this.secretsOf !== undefined}
        heading=${i18n.text('dash.secrets')}
        @gatehouse-close=${() => (this.secretsOf = undefined)}
      >
        ${
          this.secretsOf
            ? html`<gatehouse-application-secrets
                .scope=${this.scope}
                application=${this.secretsOf.id}
              ></gatehouse-application-secrets>`
            : nothing
        }
        <button slot="actions" type="button" @click=${() => (this.secretsOf = undefined)}>
          ${i18n.text('action.close')}
        </button>
      </gatehouse-dialog>
      <gatehouse-confirm-dialog
        danger
        .scope=${this.scope}
        .open=${this.leaving !== undefined}
        heading=${i18n.text('dash.application.remove', { name: this.leaving?.name ?? '' })}
        action=${i18n.text('action.remove')}
        .act=${this.drop}
        @gatehouse-close=${() => (this.leaving = undefined)}
      >
        <p>${i18n.text('dash.application.remove.text')}</p>
      </gatehouse-confirm-dialog>`;
  }

  private readonly saved = (event: CustomEvent<Application>): void => {
    const application = event.detail;
    if (this.editing === 'new') {
      this.fresh = application;
      void this.applications.load();
    } else {
      this.applications.replace(application);
    }
    this.editing = undefined;
  };

  private readonly changed = (event: CustomEvent<Application>): void => {
    this.applications.replace(event.detail);
    this.editing = event.detail;
  };

  private readonly forget = async (): Promise<void> => {
    this.fresh = undefined;
    await this.focusOn('#register');
  };

  private readonly drop = async (): Promise<void> => {
    const application = this.leaving;
    if (!application) return;
    await this.scope.api.delete(`/v1/applications/${application.id}`);
    this.applications.remove(application.id);
    this.leaving = undefined;
    await this.focusOn('#register');
    const text = this.scope.i18n.text('members.removed', { name: application.name });
    this.dispatchEvent(new GatehouseEvent('gatehouse-announce', text));
  };
}

define('gatehouse-applications-screen', ApplicationsScreen);
