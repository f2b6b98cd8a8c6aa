import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { GatehouseElement, define } from '../scope/gatehouse-element.js';
import { Loading } from '../scope/loading.js';
import type { Page } from '../api/api.js';
import type { Organization } from '../general/organization.js';
import type { Scope } from '../scope/scope.js';
import { stepReached, troubleOf, type SignInFacts } from './facts.js';
import { NavigateEvent, type OrganizationTab } from './navigation.js';
import { readProgress, type Progress } from './progress.js';

interface Overview extends Progress {
  failed: SignInFacts | undefined;
}

/** Where an organization stands, in one look; each fact leads to its tab. */
export class OrganizationOverview extends GatehouseElement {
  static override styles = [
    GatehouseElement.styles,
    css`
      .cards {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 200px), 1fr));
        gap: 16px;
      }
      .card {
        display: grid;
        gap: 8px;
        align-content: start;
      }
      .value {
        font-size: 16px;
        line-height: 24px;
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .card button {
        justify-self: start;
        margin-inline-start: -8px;
      }
    `,
  ];

  @property({ attribute: false }) scope!: Scope;
  @property({ attribute: false }) organization!: Organization;
  private readonly overview = new Loading<Overview>(this);

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render() {
    const { i18n } = this.scope;
    const overview = this.overview.value;
    return html`<section class="stack" aria-label=${i18n.text('dash.tab.overview')}>
      ${
        this.overview.problem
          ? html`<gatehouse-problem
              retry
              .problem=${this.overview.problem}
              .i18n=${i18n}
              @gatehouse-retry=${this.load}
            ></gatehouse-problem>`
          : nothing
      }
      ${this.overview.slow ? html`<gatehouse-skeleton lines="4" label=${i18n.text('loading')}></gatehouse-skeleton>` : nothing}
      ${overview ? this.renderOverview(overview) : nothing}
    </section>`;
  }

  private renderOverview(overview: Overview) {
    const { i18n } = this.scope;
    const { domains, connections, signIns } = overview;
    const step = stepReached(domains, connections);
    const trouble = troubleOf(domains, connections, signIns, (instant) => i18n.daysUntil(instant));
    const verified = domains.filter((domain) => domain.status === 'verified').length;
    const connection = connections.find((one) => one.status === 'active') ?? connections[0];
    return html`${
        trouble
          ? html`<div class="notice warn" role="status">
              <p class="strong">${i18n.text(`dash.trouble.${trouble}`)}</p>
              <p>${i18n.text(`dash.trouble.${trouble}.text`)}</p>
            </div>`
          : nothing
      }
      <div class="cards">
        ${this.card(
          i18n.text('dash.step'),
          i18n.text(`dash.step.${step}`),
          this.organization.selfServeSso
            ? i18n.text(`dash.step.${step}.text`)
            : i18n.text('dash.switch.off.text'),
          this.organization.selfServeSso ? 'setup-links' : 'settings',
        )}
        ${this.card(
          i18n.text('dash.domains'),
          domains.length ? i18n.text('dash.domains.verified', { verified, count: domains.length }) : '–',
          i18n.list(domains.slice(0, 3).map((domain) => domain.displayName ?? domain.name ?? domain.id)),
          'domains',
        )}
        ${this.card(
          i18n.text('dash.connection'),
          connection ? i18n.text(`dash.connection.${connection.status}`) : '–',
          connection?.name ?? connection?.provider ?? i18n.text('dash.connections.none.text'),
          'connections',
        )}
        ${this.card(
          i18n.text('dash.lastSignIn'),
          signIns?.lastSignInAt ? i18n.relative(signIns.lastSignInAt) : '–',
          this.renderSignIns(overview),
          'sign-ins',
        )}
      </div>`;
  }

  private renderSignIns({ signIns, failed }: Overview): string {
    const { i18n } = this.scope;
    const week = signIns && { succeeded: signIns.succeeded, failed: signIns.failed };
    const failure = failed && { when: i18n.relative(failed.at), reference: failed.reference ?? '–' };
    return [
      week ? i18n.text('dash.week', week) : '',
      failure ? i18n.text('dash.lastFailure', failure) : i18n.text('dash.noFailure'),
    ].join(' ');
  }

  private card(title: string, value: string, text: string, tab: OrganizationTab) {
    const { i18n } = this.scope;
    return html`<div class="card">
      <h3 class="soft">${title}</h3>
      <p class="value">${value}</p>
      <p class="soft">${text}</p>
      <button type="button" class="plain" @click=${() => this.open(tab)}>
        ${i18n.text('dash.open', { name: i18n.text(`dash.tab.${tab}`) })}
      </button>
    </div>`;
  }

  private open(tab: OrganizationTab): void {
    this.dispatchEvent(new NavigateEvent(`organizations/${this.organization.id}/${tab}`));
  }

  private readonly load = (): Promise<unknown> =>
    this.overview.run(async () => {
      const { api } = this.scope;
      const organization = this.organization.id;
      const query = { organization, outcome: 'failed', limit: 1 };
      const [progress, failures] = await Promise.all([
        readProgress(api, [organization]),
        api.get<Page<SignInFacts>>('/v1/sign-ins', { query }),
      ]);
      const none = { domains: [], connections: [], signIns: undefined };
      return { ...none, ...progress.get(organization), failed: failures.body.items[0] };
    });
}

define('gatehouse-organization-overview', OrganizationOverview);
