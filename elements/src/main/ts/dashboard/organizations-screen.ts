import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { GatehouseElement, define } from '../scope/gatehouse-element.js';
import { Paged } from '../scope/paged.js';
import type { Page } from '../api/api.js';
import type { Organization } from '../general/organization.js';
import type { Scope } from '../scope/scope.js';
import type { Tone } from '../badge/badge.js';
import { stepReached, troubleOf, type Step } from './facts.js';
import { NavigateEvent } from './navigation.js';
import { pagedList } from './paged-list.js';
import { readProgress, type Progress } from './progress.js';
import { tableStyles } from './table-styles.js';
import './create-organization.js';

const TONES: Record<Step, Tone> = {
  domains: 'neutral',
  connection: 'accent',
  test: 'accent',
  activate: 'accent',
  done: 'good',
};
const TYPING_PAUSE_MS = 250;

/** All organizations, answering "who is stuck": the switch, the step reached, what is in trouble. */
export class OrganizationsScreen extends GatehouseElement {
  static override styles = [GatehouseElement.styles, tableStyles];

  @property({ attribute: false }) scope!: Scope;
  @state() private search = '';
  @state() private creating = false;
  @state() private progress: ReadonlyMap<string, Progress | 'unknown'> = new Map();
  private typing: ReturnType<typeof setTimeout> | undefined;
  private readonly organizations = new Paged<Organization>(this, (cursor) => this.read(cursor));

  override connectedCallback(): void {
    super.connectedCallback();
    void this.organizations.load();
  }

  override disconnectedCallback(): void {
    clearTimeout(this.typing);
    super.disconnectedCallback();
  }

  override render() {
    const { i18n } = this.scope;
    return html`<section class="stack" aria-labelledby="title">
      <div class="row between">
        <h2 id="title">${i18n.text('dash.organizations')}</h2>
        <button type="button" class="primary" @click=${() => (this.creating = true)}>
          ${i18n.text('dash.organization.create')}
        </button>
      </div>
      <div class="toolbar">
        <div class="grow">
          <label for="search">${i18n.text('dash.search')}</label>
          <input
            id="search"
            type="search"
            autocomplete="off"
            placeholder=${i18n.text('dash.search.hint')}
            .value=${this.search}
            @input=${this.type}
          />
        </div>
      </div>
      ${pagedList(
        i18n,
        this.organizations,
        this.search
          ? { title: 'dash.search.none', text: 'dash.search.none.text' }
          : { title: 'dash.organizations.none', text: 'dash.organizations.none.text' },
        (items) => this.renderTable(items),
      )}
      <gatehouse-create-organization
        .scope=${this.scope}
        .open=${this.creating}
        @gatehouse-close=${() => (this.creating = false)}
        @gatehouse-organization-created=${(event: CustomEvent<Organization>) => this.open(event.detail.id)}
      ></gatehouse-create-organization>
    </section>`;
  }

  private renderTable(organizations: Organization[]) {
    const { i18n } = this.scope;
    return html`<table>
      <thead>
        <tr>
          <th scope="col">${i18n.text('general.name')}</th>
          <th scope="col">${i18n.text('general.sso')}</th>
          <th scope="col">${i18n.text('dash.step')}</th>
          <th scope="col">${i18n.text('dash.domains')}</th>
          <th scope="col">${i18n.text('dash.connection')}</th>
          <th scope="col">${i18n.text('dash.lastSignIn')}</th>
          <th scope="col">${i18n.text('dash.trouble')}</th>
        </tr>
      </thead>
      <tbody>
        ${repeat(
          organizations,
          (organization) => organization.id,
          (organization) => this.renderRow(organization, this.progress.get(organization.id)),
        )}
      </tbody>
    </table>`;
  }

  private renderRow(organization: Organization, progress: Progress | 'unknown' | undefined) {
    const { i18n } = this.scope;
    return html`<tr>
      <th scope="row">
        <button type="button" class="link" @click=${() => this.open(organization.id)}>
          ${organization.name ?? organization.id}
        </button>
        ${organization.externalId ? html`<div class="soft small mono">${organization.externalId}</div>` : nothing}
      </th>
      <td data-label=${i18n.text('general.sso')}>
        ${i18n.text(organization.selfServeSso ? 'general.sso.on' : 'dash.switch.off')}
      </td>
      ${
        progress && progress !== 'unknown'
          ? this.renderProgress(progress)
          : html`<td colspan="5" class="soft">${i18n.text(progress ? 'dash.unknown' : 'loading')}</td>`
      }
    </tr>`;
  }

  private renderProgress({ domains, connections, signIns }: Progress) {
    const { i18n } = this.scope;
    const step = stepReached(domains, connections);
    const trouble = troubleOf(domains, connections, signIns, (instant) => i18n.daysUntil(instant));
    const verified = domains.filter((domain) => domain.status === 'verified').length;
    const connection = connections.find((one) => one.status === 'active') ?? connections[0];
    return html`<td data-label=${i18n.text('dash.step')}>
        <gatehouse-badge tone=${TONES[step]}>${i18n.text(`dash.step.${step}`)}</gatehouse-badge>
      </td>
      <td data-label=${i18n.text('dash.domains')}>
        ${domains.length ? i18n.text('dash.domains.verified', { verified, count: domains.length }) : '–'}
      </td>
      <td data-label=${i18n.text('dash.connection')}>${connection?.name ?? connection?.provider ?? '–'}</td>
      <td data-label=${i18n.text('dash.lastSignIn')}>
        ${signIns?.lastSignInAt ? i18n.relative(signIns.lastSignInAt) : '–'}
      </td>
      <td data-label=${i18n.text('dash.trouble')}>
        ${trouble ? html`<gatehouse-badge tone="warn">${i18n.text(`dash.trouble.${trouble}`)}</gatehouse-badge>` : '–'}
      </td>`;
  }

  private async read(cursor: string | undefined): Promise<Page<Organization>> {
    const { api } = this.scope;
    const { body } = await api.get<Page<Organization>>('/v1/organizations', {
      query: { search: this.search.trim() || undefined, cursor, limit: 25 },
    });
    void this.readProgress(body.items.map((organization) => organization.id));
    return body;
  }

  /** The rows are there at once; how far each came follows. */
  private async readProgress(organizations: string[]): Promise<void> {
    const unknown = new Map(organizations.map((id) => [id, 'unknown'] as const));
    const progress = await readProgress(this.scope.api, organizations).catch(() => unknown);
    this.progress = new Map([...this.progress, ...progress]);
  }

  private readonly type = (event: Event): void => {
    this.search = (event.target as HTMLInputElement).value;
    clearTimeout(this.typing);
    this.typing = setTimeout(() => void this.organizations.load(), TYPING_PAUSE_MS);
  };

  private open(id: string): void {
    this.dispatchEvent(new NavigateEvent(`organizations/${id}/overview`));
  }
}

define('gatehouse-organizations-screen', OrganizationsScreen);
