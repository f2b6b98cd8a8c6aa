import { css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import { Loading } from '../scope/loading.js';
import { Paged } from '../scope/paged.js';
import type { Page } from '../api/api.js';
import type { Scope } from '../scope/scope.js';
import type { Tone } from '../badge/badge.js';
import type { ConnectionFacts, DomainFacts } from './facts.js';
import { pagedList } from './paged-list.js';
import '../dialog/confirm-dialog.js';
import './suspensions.js';

const TONES: Record<ConnectionFacts['status'], Tone> = {
  unconfigured: 'neutral',
  in_progress: 'accent',
  inactive: 'neutral',
  active: 'good',
};

/** An organization's connections, to read; an operator may deactivate one, or stop it at the gateway at once. */
export class ConnectionsPanel extends GatehouseElement {
  static override styles = [
    GatehouseElement.styles,
    css`
      article {
        display: grid;
        gap: 16px;
      }
    `,
  ];

  @property({ attribute: false }) scope!: Scope;
  @property() organization = '';
  @state() private stopping: ConnectionFacts | undefined;
  private readonly names = new Loading<ReadonlyMap<string, string>>(this);
  private readonly connections = new Paged<ConnectionFacts>(this, async (cursor) => {
    const query = { organization: this.organization, cursor };
    return (await this.scope.api.get<Page<ConnectionFacts>>('/v1/connections', { query })).body;
  });

  override connectedCallback(): void {
    super.connectedCallback();
    void this.connections.load();
    void this.names.run(async () => {
      const domains = await this.scope.api.all<DomainFacts>('/v1/domains', {
        organization: this.organization,
      });
      return new Map(domains.map((domain) => [domain.id, domain.displayName ?? domain.name ?? domain.id]));
    });
  }

  override render() {
    const { i18n } = this.scope;
    return html`<section class="stack" aria-labelledby="title">
      <h2 id="title">${i18n.text('dash.tab.connections')}</h2>
      ${pagedList(
        i18n,
        this.connections,
        { title: 'dash.connections.none', text: 'dash.connections.none.text' },
        (items) =>
          html`<div class="stack">
            ${repeat(
              items,
              (connection) => connection.id,
              (connection) => this.renderConnection(connection),
            )}
          </div>`,
      )}
      ${this.renderDialog()}
    </section>`;
  }

  private renderConnection(connection: ConnectionFacts) {
    const { i18n } = this.scope;
    const trusted = connection.idpKeys.filter((key) => key.trust === 'trusted').map((key) => key.notAfter);
    const last = trusted.sort().at(-1);
    return html`<article class="card" aria-label=${connection.name ?? connection.provider}>
      <div class="row between">
        <h3>${connection.name ?? connection.provider}</h3>
        <gatehouse-badge tone=${TONES[connection.status]}
          >${i18n.text(`dash.connection.${connection.status}`)}</gatehouse-badge
        >
      </div>
      <dl class="facts">
        <dt>${i18n.text('dash.provider')}</dt>
        <dd>${connection.provider} (${connection.protocol === 'saml' ? 'SAML 2.0' : 'OpenID Connect'})</dd>
        <dt>${i18n.text('dash.domains')}</dt>
        <dd>
          ${connection.domains.length ? i18n.list(connection.domains.map((id) => this.names.value?.get(id) ?? id)) : '–'}
        </dd>
        <dt>${i18n.text('dash.live')}</dt>
        <dd>${this.revision(connection.live)}</dd>
        <dt>${i18n.text('dash.draft')}</dt>
        <dd>${this.revision(connection.draft)}</dd>
        ${
          last
            ? html`<dt>${i18n.text('dash.certificates')}</dt>
                <dd>
                  ${i18n.text('dash.certificates.until', { count: trusted.length, date: i18n.date(last) })}
                </dd>`
            : nothing
        }
        <dt>${i18n.text('dash.id')}</dt>
        <dd class="mono">${connection.id}</dd>
      </dl>
      <gatehouse-suspensions
        .scope=${this.scope}
        connection=${connection.id}
        ?offer=${connection.status === 'active'}
      ></gatehouse-suspensions>
      ${
        connection.status === 'active'
          ? html`<div class="actions">
              <button type="button" class="danger" @click=${() => (this.stopping = connection)}>
                ${i18n.text('dash.deactivate')}
              </button>
            </div>`
          : nothing
      }
    </article>`;
  }

  private revision(revision: ConnectionFacts['live']) {
    const { i18n } = this.scope;
    if (!revision) return '–';
    const tested = i18n.text(revision.tested ? 'dash.revision.tested' : 'dash.revision.untested');
    return i18n.text('dash.revision', {
      number: revision.number,
      date: i18n.date(revision.createdAt),
      tested,
    });
  }

  private renderDialog() {
    const { i18n } = this.scope;
    const name = this.stopping?.name ?? this.stopping?.provider ?? '';
    return html`<gatehouse-confirm-dialog
      danger
      .scope=${this.scope}
      .open=${this.stopping !== undefined}
      heading=${i18n.text('dash.deactivate.title', { name })}
      action=${i18n.text('dash.deactivate')}
      .act=${this.deactivate}
      @gatehouse-close=${() => (this.stopping = undefined)}
    >
      <p>${i18n.text('dash.deactivate.text')}</p>
    </gatehouse-confirm-dialog>`;
  }

  private readonly deactivate = async (): Promise<void> => {
    const connection = this.stopping;
    if (!connection) return;
    const path = `/v1/connections/${connection.id}/activation`;
    const { body } = await this.scope.api.delete<ConnectionFacts>(path);
    this.connections.replace(body);
    this.stopping = undefined;
    this.dispatchEvent(new GatehouseEvent('gatehouse-announce', this.scope.i18n.text('dash.deactivated')));
  };
}

define('gatehouse-connections-panel', ConnectionsPanel);
