import { css, html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { GatehouseElement, define } from '../scope/gatehouse-element.js';
import { Loading } from '../scope/loading.js';
import type { Answer } from '../api/api.js';
import type { MessageKey } from '../i18n/localizer.js';
import type { Organization } from '../general/organization.js';
import type { Scope } from '../scope/scope.js';
import { NavigateEvent, ORGANIZATION_TABS, type OrganizationTab } from './navigation.js';
import '../general/general-tab.js';
import '../members/members-tab.js';
import './connections-panel.js';
import './domains-panel.js';
import './history-panel.js';
import './organization-overview.js';
import './organization-settings.js';
import '../setup-links/setup-links-panel.js';
import './sign-in-log.js';

/** One organization, for the operator: everything that its IT admin sees, and what only operators may. */
export class OrganizationScreen extends GatehouseElement {
  static override styles = [
    GatehouseElement.styles,
    css`
      header {
        margin-block-end: 16px;
      }
      .back {
        margin-inline-start: -8px;
      }
    `,
  ];

  @property({ attribute: false }) scope!: Scope;
  @property() organization = '';
  @property() tab: OrganizationTab = 'overview';
  private readonly read = new Loading<Answer<Organization>>(this);

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('organization')) {
      this.read.value = undefined;
      void this.load();
    }
  }

  override render() {
    const { i18n } = this.scope;
    const organization = this.read.value;
    return html`<header class="stack tight">
        <div>
          <button type="button" class="plain back" @click=${() => this.go('organizations')}>
            <span class="arrow" aria-hidden="true">←</span> ${i18n.text('dash.organizations')}
          </button>
        </div>
        ${organization ? this.renderHeading(organization.body) : nothing}
      </header>
      ${
        this.read.problem
          ? html`<gatehouse-problem
              retry
              .problem=${this.read.problem}
              .i18n=${i18n}
              @gatehouse-retry=${this.load}
            ></gatehouse-problem>`
          : nothing
      }
      ${this.read.slow ? html`<gatehouse-skeleton lines="6" label=${i18n.text('loading')}></gatehouse-skeleton>` : nothing}
      ${organization ? this.renderTabs(organization) : nothing}`;
  }

  private renderHeading(organization: Organization) {
    const { i18n } = this.scope;
    return html`<div class="row">
      <h2>${organization.name}</h2>
      <gatehouse-badge tone=${organization.selfServeSso ? 'good' : 'neutral'}
        >${i18n.text(organization.selfServeSso ? 'dash.switch.on.badge' : 'dash.switch.off.badge')}</gatehouse-badge
      >
    </div>`;
  }

  private renderTabs(organization: Answer<Organization>) {
    const { i18n } = this.scope;
    return html`<gatehouse-tabs
      .tabs=${ORGANIZATION_TABS.map((key) => ({ key, label: i18n.text(`dash.tab.${key}` as MessageKey) }))}
      selected=${this.tab}
      label=${i18n.text('dash.organization.sections')}
      @gatehouse-tab=${(event: CustomEvent<{ key: string }>) => this.go(`organizations/${this.organization}/${event.detail.key}`)}
      @gatehouse-organization-changed=${(event: CustomEvent<Answer<Organization>>) => this.read.accept(event.detail)}
    >
      ${this.renderTab(organization)}
    </gatehouse-tabs>`;
  }

  private renderTab(organization: Answer<Organization>) {
    const { scope } = this;
    const id = this.organization;
    switch (this.tab) {
      case 'overview':
        return html`<gatehouse-organization-overview
          .scope=${scope}
          .organization=${organization.body}
        ></gatehouse-organization-overview>`;
      case 'settings':
        return html`<gatehouse-organization-settings
          .scope=${scope}
          .organization=${organization}
        ></gatehouse-organization-settings>`;
      case 'members':
        return html`<gatehouse-members-tab
          .scope=${scope}
          organization=${id}
          editable
        ></gatehouse-members-tab>`;
      case 'domains':
        return html`<gatehouse-domains-panel .scope=${scope} organization=${id}></gatehouse-domains-panel>`;
      case 'connections':
        return html`<gatehouse-connections-panel
          .scope=${scope}
          organization=${id}
        ></gatehouse-connections-panel>`;
      case 'setup-links':
        return html`<gatehouse-setup-links-panel
          .scope=${scope}
          organization=${id}
        ></gatehouse-setup-links-panel>`;
      case 'sign-ins':
        return html`<gatehouse-sign-in-log .scope=${scope} organization=${id}></gatehouse-sign-in-log>`;
      case 'history':
        return html`<gatehouse-history-panel .scope=${scope} organization=${id}></gatehouse-history-panel>`;
    }
  }

  private go(path: string): void {
    this.dispatchEvent(new NavigateEvent(path));
  }

  private readonly load = (): Promise<unknown> =>
    this.read.run(() => this.scope.api.get<Organization>(`/v1/organizations/${this.organization}`));
}

define('gatehouse-organization-screen', OrganizationScreen);
