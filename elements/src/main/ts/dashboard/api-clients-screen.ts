import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Acting } from '../scope/acting.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import { Paged } from '../scope/paged.js';
import type { Page } from '../api/api.js';
import type { Scope } from '../scope/scope.js';
import { pagedList } from './paged-list.js';
import { tableStyles } from './table-styles.js';
import '../dialog/confirm-dialog.js';

interface ApiClient {
  id: string;
  clientId: string;
  clientSecret?: string | null;
  name: string;
  createdAt: string;
}

/** The credentials by which the platform's own backends speak as operators. */
export class ApiClientsScreen extends GatehouseElement {
  static override styles = [GatehouseElement.styles, tableStyles];

  @property({ attribute: false }) scope!: Scope;
  @state() private name = '';
  @state() private blank = false;
  @state() private fresh: ApiClient | undefined;
  @state() private leaving: ApiClient | undefined;
  private readonly acting = new Acting(this);
  private readonly clients = new Paged<ApiClient>(this, async (cursor) => {
    return (await this.scope.api.get<Page<ApiClient>>('/v1/api-clients', { query: { cursor } })).body;
  });

  override connectedCallback(): void {
    super.connectedCallback();
    void this.clients.load();
  }

  override render() {
    const { i18n } = this.scope;
    return html`<section class="stack" aria-labelledby="title">
      <h2 id="title">${i18n.text('dash.apiClients')}</h2>
      <p class="soft">${i18n.text('dash.apiClients.text')}</p>
      ${this.renderForm()} ${this.fresh ? this.renderFresh(this.fresh) : nothing}
      ${
        this.acting.problem
          ? html`<gatehouse-problem .problem=${this.acting.problem} .i18n=${i18n}></gatehouse-problem>`
          : nothing
      }
      ${pagedList(
        i18n,
        this.clients,
        { title: 'dash.apiClients.none', text: 'dash.apiClients.none.text' },
        (items) =>
          html`<table>
            <thead>
              <tr>
                <th scope="col">${i18n.text('general.name')}</th>
                <th scope="col">${i18n.text('dash.clientId')}</th>
                <th scope="col">${i18n.text('general.created')}</th>
                <th scope="col"><span class="visually-hidden">${i18n.text('members.actions')}</span></th>
              </tr>
            </thead>
            <tbody>
              ${repeat(
                items,
                (client) => client.id,
                (client) =>
                  html`<tr>
                    <th scope="row">${client.name}</th>
                    <td data-label=${i18n.text('dash.clientId')} class="mono">${client.clientId}</td>
                    <td data-label=${i18n.text('general.created')}>${i18n.date(client.createdAt)}</td>
                    <td class="act">
                      <button
                        type="button"
                        class="plain danger"
                        aria-label=${i18n.text('members.remove.of', { name: client.name })}
                        @click=${() => (this.leaving = client)}
                      >
                        ${i18n.text('action.remove')}
                      </button>
                    </td>
                  </tr>`,
              )}
            </tbody>
          </table>`,
      )}
      ${this.renderDialog()}
    </section>`;
  }

  private renderForm() {
    const { i18n } = this.scope;
    return html`<form class="toolbar" novalidate @submit=${this.create}>
      <div class="grow">
        <label for="name">${i18n.text('dash.apiClient.name')}</label>
        <input
          id="name"
          maxlength="200"
          autocomplete="off"
          .value=${this.name}
          aria-invalid=${this.blank}
          aria-describedby=${this.blank ? 'name-error' : nothing}
          @input=${(event: Event) => {
            this.name = (event.target as HTMLInputElement).value;
            this.blank = false;
          }}
        />
        ${this.blank ? html`<p class="field-error" id="name-error">${i18n.text('general.nameRequired')}</p>` : nothing}
      </div>
      <div class="fit">
        <button type="submit" class="primary" ?disabled=${this.acting.running !== undefined}>
          ${i18n.text('dash.apiClient.create')}
        </button>
      </div>
    </form>`;
  }

  private renderFresh(client: ApiClient) {
    const { i18n } = this.scope;
    return html`<div class="notice accent stack" role="status">
      <p class="strong">${i18n.text('dash.apiClient.created', { name: client.name })}</p>
      <gatehouse-copy-field
        label=${i18n.text('dash.clientId')}
        .value=${client.clientId}
        .i18n=${i18n}
      ></gatehouse-copy-field>
      <gatehouse-copy-field
        label=${i18n.text('dash.clientSecret')}
        note=${i18n.text('dash.secret.once')}
        .value=${client.clientSecret ?? ''}
        .i18n=${i18n}
      ></gatehouse-copy-field>
      <div class="actions">
        <button type="button" @click=${this.forget}>${i18n.text('dash.secret.kept')}</button>
      </div>
    </div>`;
  }

  private renderDialog() {
    const { i18n } = this.scope;
    return html`<gatehouse-confirm-dialog
      danger
      .scope=${this.scope}
      .open=${this.leaving !== undefined}
      heading=${i18n.text('members.remove.title', { name: this.leaving?.name ?? '' })}
      action=${i18n.text('action.remove')}
      .act=${this.drop}
      @gatehouse-close=${() => (this.leaving = undefined)}
    >
      <p>${i18n.text('dash.apiClient.remove.text')}</p>
    </gatehouse-confirm-dialog>`;
  }

  private readonly create = async (event: Event): Promise<void> => {
    event.preventDefault();
    const name = this.name.trim();
    this.blank = !name;
    if (this.blank) return this.focusOn('#name');
    await this.acting.run('create', async () => {
      this.fresh = (await this.scope.api.post<ApiClient>('/v1/api-clients', { name })).body;
      this.name = '';
      await this.clients.load();
    });
  };

  private readonly forget = async (): Promise<void> => {
    this.fresh = undefined;
    await this.focusOn('#name');
  };

  private readonly drop = async (): Promise<void> => {
    const client = this.leaving;
    if (!client) return;
    await this.scope.api.delete(`/v1/api-clients/${client.id}`);
    this.clients.remove(client.id);
    this.leaving = undefined;
    await this.focusOn('#name');
    const text = this.scope.i18n.text('members.removed', { name: client.name });
    this.dispatchEvent(new GatehouseEvent('gatehouse-announce', text));
  };
}

define('gatehouse-api-clients-screen', ApiClientsScreen);
