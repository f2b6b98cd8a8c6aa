import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { drawn, focused, hasFocusWithin } from '../scope/focus.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import { Live } from '../api/live.js';
import { Loading } from '../scope/loading.js';
import type { Tone } from '../badge/badge.js';
import type { Scope } from '../scope/scope.js';
import type { Connection } from '../connection/connection.js';
import type { Domain } from '../domains/domain.js';
import { readWhoCould } from './who-could.js';
import './hand-over.js';
import './overview.js';
import './setup-flow.js';
import {
  STEPS,
  firstOpenStep,
  mainConnection,
  stageOf,
  type Setup,
  type Stage,
  type StepKey,
} from './security-state.js';

/** Why there may be nothing to set up here. */
export type Access = 'allowed' | 'switched-off' | 'no-permission';

const TONES: Record<Stage, Tone> = {
  nothing: 'neutral',
  'in-progress': 'accent',
  ready: 'accent',
  active: 'good',
  'active-with-draft': 'good',
  deactivated: 'warn',
};

/** What the services show to the holders of set-up links: what their steps need. */
const READING: Record<'domains' | 'connections', StepKey[]> = {
  domains: ['domains', 'connection', 'activate'],
  connections: ['connection', 'test', 'activate'],
};

/**
 * The Security tab: what is true now, and the guided way to single sign-on. Follows domains and connections
 * live; a lost connection keeps what is on screen and says so.
 *
 * @fires gatehouse-domain-verified - `Domain`
 */
export class SecurityTab extends GatehouseElement {
  @property({ attribute: false }) scope!: Scope;
  @property() organization = '';
  @property() access: Access = 'allowed';
  /** The steps of the set-up link that led here; nothing for those who belong to the organization. */
  @property({ attribute: false }) linkedTo: readonly StepKey[] | undefined;
  @state() private step: StepKey | undefined;
  /** Who may do it, for somebody who may not. */
  @state() private able: string[] = [];
  private readonly setup = new Loading<Setup>(this);
  private readonly domainNews = new Live(this, () => this.load(), 10_000);
  private readonly connectionNews = new Live(this, () => this.load(), 30_000);
  private following = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    const key = `${this.organization} ${this.access}`;
    const again = changed.has('scope') && changed.get('scope')?.api !== this.scope.api;
    if (key === this.following && !again) return;
    this.following = key;
    if (this.access === 'no-permission')
      void readWhoCould(this.scope.api, this.organization).then((names) => (this.able = names));
    if (this.access !== 'allowed') return;
    void this.load();
    const organization = encodeURIComponent(this.organization);
    if (this.reads(READING.domains))
      this.domainNews.follow(this.scope.api, `/v1/domains/events?organization=${organization}`);
    if (this.reads(READING.connections))
      this.connectionNews.follow(this.scope.api, `/v1/connections/events?organization=${organization}`);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.following = '';
  }

  override render() {
    const { i18n } = this.scope;
    const setup = this.setup.value;
    return html`<section
      class="stack loose"
      aria-labelledby="title"
      @gatehouse-changed=${this.load}
      @gatehouse-step=${this.open}
    >
      <div class="row between">
        <h2 id="title" tabindex="-1">${i18n.text('security.title')}</h2>
        ${
          setup && this.access === 'allowed'
            ? html`<gatehouse-badge tone=${TONES[stageOf(setup)]}
                >${i18n.text(`stage.${stageOf(setup)}`)}</gatehouse-badge
              >`
            : nothing
        }
      </div>
      ${this.access === 'allowed' ? this.renderAllowed(setup) : this.renderClosed(this.access)}
    </section>`;
  }

  private renderClosed(access: 'switched-off' | 'no-permission') {
    const { i18n } = this.scope;
    return html`<div class="empty stack tight">
      <h3>${i18n.text(`closed.${access}`)}</h3>
      <p class="soft">${i18n.text(`closed.${access}.text`)}</p>
      ${
        access === 'no-permission' && this.able.length
          ? html`<p>${i18n.text('closed.ask', { names: i18n.list(this.able) })}</p>`
          : nothing
      }
    </div>`;
  }

  private renderAllowed(setup: Setup | undefined) {
    const { i18n } = this.scope;
    const lost = this.domainNews.state === 'offline' || this.connectionNews.state === 'offline';
    return html`${
      this.setup.problem
        ? html`<gatehouse-problem
            retry
            .problem=${this.setup.problem}
            .i18n=${i18n}
            @gatehouse-retry=${this.load}
          ></gatehouse-problem>`
        : lost && setup
          ? html`<p class="notice warn" role="status">${i18n.text('live.offline')}</p>`
          : nothing
    }
    ${this.setup.slow ? html`<gatehouse-skeleton lines="6" label=${i18n.text('loading')}></gatehouse-skeleton>` : nothing}
    ${setup ? this.renderSetup(setup) : nothing}
    ${setup && !this.linkedTo ? this.renderHandOver(setup) : nothing}`;
  }

  /** Whoever came by a link cannot make others. */
  private renderHandOver(setup: Setup) {
    return html`<gatehouse-hand-over
      .scope=${this.scope}
      .organization=${this.organization}
      step=${this.step ?? firstOpenStep(setup)}
    ></gatehouse-hand-over>`;
  }

  private renderSetup(setup: Setup) {
    const stage = stageOf(setup);
    const step = this.step ?? (stage === 'in-progress' ? firstOpenStep(setup, this.steps) : undefined);
    if (!step) {
      return html`<gatehouse-security-overview
        .scope=${this.scope}
        .organization=${this.organization}
        .setup=${setup}
        .steps=${this.steps}
        ?byLink=${this.linkedTo !== undefined}
      ></gatehouse-security-overview>`;
    }
    return html`${
        stage === 'in-progress' || stage === 'nothing'
          ? nothing
          : html`<div>
              <button type="button" class="plain" @click=${this.showOverview}>
                <span class="arrow" aria-hidden="true">←</span> ${this.scope.i18n.text('security.overview')}
              </button>
            </div>`
      }
      <gatehouse-setup-flow
        .scope=${this.scope}
        .organization=${this.organization}
        .setup=${setup}
        step=${step}
        .steps=${this.steps}
        ?byLink=${this.linkedTo !== undefined}
      ></gatehouse-setup-flow>`;
  }

  private readonly open = async (event: Event): Promise<void> => {
    event.stopPropagation();
    this.step = (event as CustomEvent<StepKey>).detail;
    await this.focusOnHeading();
  };

  private readonly showOverview = async (): Promise<void> => {
    this.step = undefined;
    await this.focusOnHeading();
  };

  /** So that a keyboard or a screen reader goes on where the step, or the overview, begins. */
  private async focusOnHeading(): Promise<void> {
    await this.updateComplete;
    const flow = this.renderRoot.querySelector<GatehouseElement>('gatehouse-setup-flow');
    await flow?.updateComplete;
    const opened = flow?.renderRoot.querySelector<GatehouseElement>('.step > *');
    await opened?.updateComplete;
    const heading = (opened ?? this).renderRoot.querySelector<HTMLElement>('#title');
    heading?.focus();
  }

  private readonly load = async (): Promise<void> => {
    const { api } = this.scope;
    const query = { organization: this.organization };
    const before = this.setup.value;
    let inUse = false;
    const now = await this.setup.run(async () => {
      const [domains, connections] = await Promise.all([
        this.reads(READING.domains) ? api.all<Domain>('/v1/domains', query) : [],
        this.reads(READING.connections) ? api.all<Connection>('/v1/connections', query) : [],
      ]);
      const present = domains.filter((domain) => domain.status !== 'removed' && domain.status !== 'deleted');
      // Now, not when it was asked: focus may have come here since.
      inUse = hasFocusWithin(this);
      return { domains: present, connections, connection: mainConnection(connections) };
    });
    if (before && now) this.tellVerified(before, now);
    // Activation ends the guided way: what is true now is the overview's to say.
    if (before && now && stageOf(before) !== 'active' && stageOf(now) === 'active') this.step = undefined;
    // Whoever was led to an open step stays there; it must not jump when it becomes done.
    else if (now && !this.step && stageOf(now) === 'in-progress') this.step = firstOpenStep(now, this.steps);
    await drawn();
    // What had focus may be gone, such as the record of a domain that is proven now.
    if (inUse && !focused()) await this.focusOnHeading();
  };

  private get steps(): readonly StepKey[] {
    return this.linkedTo ?? STEPS;
  }

  private reads(steps: readonly StepKey[]): boolean {
    return steps.some((step) => this.steps.includes(step));
  }

  private tellVerified(before: Setup, now: Setup): void {
    for (const domain of now.domains) {
      const earlier = before.domains.find((one) => one.id === domain.id);
      if (domain.status === 'verified' && earlier && earlier.status !== 'verified') {
        const text = this.scope.i18n.text('domain.verifiedNow', { name: domain.displayName || domain.name });
        this.dispatchEvent(new GatehouseEvent('gatehouse-announce', text));
        this.dispatchEvent(new GatehouseEvent('gatehouse-domain-verified', domain));
      }
    }
  }
}

define('gatehouse-security-tab', SecurityTab);
