import { css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Acting } from '../scope/acting.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import { Loading } from '../scope/loading.js';
import type { Page } from '../api/api.js';
import type { Scope } from '../scope/scope.js';
import type { Domain } from '../domains/domain.js';
import { isProven } from '../domains/domain.js';
import { etagOf, type Connection, type ProviderSummary } from './connection.js';

/**
 * Which identity provider; choosing one creates the connection, so that its addresses exist to be shown.
 *
 * @fires gatehouse-connection-created - `Connection`
 */
export class ProviderPicker extends GatehouseElement {
  static override styles = [
    GatehouseElement.styles,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(200px, 100%), 1fr));
        gap: 8px;
      }
      li button {
        inline-size: 100%;
        justify-content: flex-start;
        padding: 16px;
        gap: 12px;
        border-color: var(--_line);
        border-radius: var(--_radius-large);
        text-align: var(--_start);
        min-block-size: 64px;
      }
      li button:hover:not(:disabled) {
        border-color: var(--_accent);
      }
      .mark {
        inline-size: 32px;
        block-size: 32px;
        border-radius: 8px;
        display: grid;
        place-items: center;
        flex: none;
        background: var(--_accent-soft);
        color: var(--_accent-strong);
        font-weight: 700;
      }
    `,
  ];

  @property({ attribute: false }) scope!: Scope;
  @property() organization = '';
  @property({ attribute: false }) domains: Domain[] = [];
  @state() private wanted = '';
  private readonly providers = new Loading<ProviderSummary[]>(this);
  private readonly acting = new Acting(this);

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render() {
    const { i18n } = this.scope;
    const groups = [
      { key: 'saml', title: i18n.text('picker.saml') },
      { key: 'oidc', title: i18n.text('picker.oidc') },
    ].map((group) => ({
      ...group,
      items: (this.providers.value ?? []).filter((one) => one.protocol === group.key),
    }));
    return html`<div class="stack">
      <p class="soft">${i18n.text('picker.text')}</p>
      ${
        this.providers.problem
          ? html`<gatehouse-problem
              retry
              .problem=${this.providers.problem}
              .i18n=${i18n}
              @gatehouse-retry=${this.load}
            ></gatehouse-problem>`
          : nothing
      }
      ${this.providers.slow ? html`<gatehouse-skeleton label=${i18n.text('loading')}></gatehouse-skeleton>` : nothing}
      ${groups
        .filter((group) => group.items.length)
        .map(
          (group) =>
            html`<h4 id=${group.key}>${group.title}</h4>
              <ul aria-labelledby=${group.key}>
                ${group.items.map((provider) => this.renderProvider(provider))}
              </ul>`,
        )}
      ${
        this.acting.problem
          ? html`<gatehouse-problem .problem=${this.acting.problem} .i18n=${i18n}></gatehouse-problem>`
          : nothing
      }
    </div>`;
  }

  private renderProvider(provider: ProviderSummary) {
    const name = this.scope.i18n.known(`provider.${provider.key}`) ?? provider.name;
    return html`<li>
      <button
        type="button"
        ?disabled=${this.acting.running !== undefined}
        @click=${() => this.choose(provider)}
      >
        <span class="mark" aria-hidden="true">${provider.key.startsWith('custom') ? '+' : name[0]}</span>
        <span
          >${this.wanted === provider.key && this.acting.running ? this.scope.i18n.text('action.saving') : name}</span
        >
      </button>
    </li>`;
  }

  private readonly load = async (): Promise<void> => {
    await this.providers.run(
      async () => (await this.scope.api.get<Page<ProviderSummary>>('/v1/identity-providers')).body.items,
    );
  };

  private async choose(provider: ProviderSummary): Promise<void> {
    const { api } = this.scope;
    this.wanted = provider.key;
    await this.acting.run('create', async () => {
      const { body } = await api.post<Connection>('/v1/connections', {
        organization: this.organization,
        provider: provider.key,
      });
      // Nobody signs in with it yet, so all proven domains may use it from the beginning.
      const domains = this.domains.filter(isProven).map((domain) => domain.id);
      if (domains.length) {
        await api
          .put<Connection>(`/v1/connections/${body.id}/domains`, { domains }, { ifMatch: etagOf(body) })
          // Another connection may have one of them; the person then assigns by hand.
          .catch(() => undefined);
      }
      this.dispatchEvent(new GatehouseEvent('gatehouse-connection-created', body));
    });
  }
}

define('gatehouse-provider-picker', ProviderPicker);
