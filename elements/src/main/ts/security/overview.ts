import { css, html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import type { MessageKey } from '../i18n/localizer.js';
import type { Scope } from '../scope/scope.js';
import type { Connection } from '../connection/connection.js';
import { differences, settingsOf } from '../connection/differences.js';
import { actorText, readActor, type Actor } from '../members/actor.js';
import '../activation/connection-actions.js';
import {
  CERTIFICATE_WARNING_DAYS,
  STEPS,
  certificateEnd,
  firstOpenStep,
  stageOf,
  type Setup,
  type StepKey,
} from './security-state.js';
import { isFailing, readSummary, type SignInSummary } from './sign-in-summary.js';
import './recent-sign-ins.js';

interface Trouble {
  text: string;
  remedy: string;
  step: StepKey;
}

/**
 * What is true of an organization's single sign-on now, trouble first, and the one thing to do next.
 *
 * @fires gatehouse-step - `StepKey`, the person opens the set-up there
 */
export class SecurityOverview extends GatehouseElement {
  static override styles = [
    GatehouseElement.styles,
    css`
      .welcome {
        padding: 32px;
        gap: 24px;
      }
      .needs {
        display: grid;
        gap: 16px;
        grid-template-columns: repeat(auto-fit, minmax(min(200px, 100%), 1fr));
      }
      .needs h4 {
        margin-block-end: 4px;
      }
      .domains {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      .notice.row p {
        flex: 1 1 300px;
      }
      @container (max-width: 520px) {
        .welcome {
          padding: 16px;
        }
      }
    `,
  ];

  @property({ attribute: false }) scope!: Scope;
  @property() organization = '';
  @property({ attribute: false }) setup!: Setup;
  @property({ attribute: false }) steps: readonly StepKey[] = STEPS;
  /** The holder of a set-up link prepares; ending and going back is for those who belong here. */
  @property({ type: Boolean }) byLink = false;
  @state() private signIns: SignInSummary | undefined;
  /** Who deactivated it, once that is known. */
  @state() private actor: Actor | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void readSummary(this.scope.api, this.organization).then((summary) => (this.signIns = summary));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const by = this.setup.connection?.deactivated?.by;
    if (!changed.has('setup') || !by || by === changed.get('setup')?.connection?.deactivated?.by) return;
    void readActor(this.scope.api, this.organization, by).then((actor) => (this.actor = actor));
  }

  override render() {
    const stage = stageOf(this.setup);
    const { connection } = this.setup;
    if (stage === 'nothing' || stage === 'in-progress' || !connection) return this.renderWelcome();
    return html`<div class="stack loose">
      ${this.troubles(connection).map((trouble) => this.renderTrouble(trouble))}
      ${stage === 'active-with-draft' ? this.renderDraft(connection) : nothing}
      ${stage === 'deactivated' ? this.renderDeactivated(connection) : nothing}
      ${this.renderFacts(connection)}
      ${
        this.signIns && (this.signIns.people || this.signIns.failed)
          ? html`<gatehouse-recent-sign-ins
              .scope=${this.scope}
              .organization=${this.organization}
              .summary=${this.signIns}
            ></gatehouse-recent-sign-ins>`
          : nothing
      }
    </div>`;
  }

  private renderWelcome() {
    const { i18n } = this.scope;
    const needs = ['dns', 'idp', 'time'] as const;
    return html`<div class="card welcome stack">
      <div class="stack tight">
        <h3>${i18n.text('overview.welcome')}</h3>
        <p class="soft">${i18n.text('overview.welcome.text')}</p>
      </div>
      <div class="needs">
        ${needs.map(
          (need) =>
            html`<div>
              <h4>${i18n.text(`overview.need.${need}`)}</h4>
              <p class="soft">${i18n.text(`overview.need.${need}.text`)}</p>
            </div>`,
        )}
      </div>
      <div class="actions">
        <button type="button" class="primary" @click=${() => this.go(firstOpenStep(this.setup, this.steps))}>
          ${i18n.text('overview.start')}
        </button>
        <span class="soft">${i18n.text('overview.safe')}</span>
      </div>
    </div>`;
  }

  private renderTrouble(trouble: Trouble) {
    return html`<div class="notice warn row between" role="note">
      <p>${trouble.text}</p>
      ${
        this.steps.includes(trouble.step)
          ? html`<button type="button" @click=${() => this.go(trouble.step)}>${trouble.remedy}</button>`
          : nothing
      }
    </div>`;
  }

  private renderDraft(connection: Connection) {
    const { i18n } = this.scope;
    const tested = connection.draft?.tested;
    const next = tested ? 'activate' : 'test';
    return html`<div class="notice accent stack">
      <p class="strong">${i18n.text('overview.draft')}</p>
      <p>${i18n.text(tested ? 'overview.draft.tested' : 'overview.draft.untested')}</p>
      ${this.renderDifferences(connection)}
      ${
        this.steps.includes(next)
          ? html`<div class="actions">
              <button type="button" class="primary" @click=${() => this.go(next)}>
                ${i18n.text(`overview.${next}`)}
              </button>
            </div>`
          : nothing
      }
    </div>`;
  }

  private renderDifferences({ draft, live }: Connection) {
    const { i18n } = this.scope;
    if (!draft || !live) return nothing;
    const rows = differences(settingsOf(live, i18n), settingsOf(draft, i18n));
    return rows.length
      ? html`<gatehouse-differences
          .i18n=${i18n}
          .rows=${rows}
          one=${i18n.text('draft.live')}
          other=${i18n.text('draft.draft')}
        ></gatehouse-differences>`
      : html`<p>${i18n.text('draft.same')}</p>`;
  }

  private renderDeactivated({ deactivated }: Connection) {
    const { i18n } = this.scope;
    return html`<div class="notice warn stack tight">
      <p class="strong">
        ${
          deactivated
            ? i18n.text('overview.deactivated.since', {
                at: i18n.dateTime(deactivated.at),
                by: actorText(i18n, this.actor),
              })
            : nothing
        }
      </p>
      <p>${i18n.text('overview.deactivated')}</p>
    </div>`;
  }

  private renderFacts(connection: Connection) {
    const { i18n } = this.scope;
    const stage = stageOf(this.setup);
    const end = certificateEnd(connection);
    const revision = connection.live ?? connection.draft;
    const assigned = this.setup.domains.filter((domain) => connection.domains.includes(domain.id));
    const step = stage === 'active' ? 'connection' : 'activate';
    const next =
      stage === 'active'
        ? 'overview.edit'
        : stage === 'ready'
          ? 'overview.activate'
          : 'overview.activateAgain';
    const go =
      stage === 'active-with-draft' || !this.steps.includes(step)
        ? nothing
        : html`<button
            type="button"
            class=${stage === 'active' ? '' : 'primary'}
            @click=${() => this.go(step)}
          >
            ${i18n.text(next)}
          </button>`;
    return html`<div class="card stack">
      <div class="row between">
        <h3>${connection.name}</h3>
        <span class="soft">${i18n.known(`provider.${connection.provider}`) ?? ''}</span>
      </div>
      <dl class="facts">
        <dt>${i18n.text('overview.domains')}</dt>
        <dd class="domains">
          ${
            assigned.length
              ? assigned.map(
                  (domain) =>
                    html`<gatehouse-badge tone=${domain.status === 'verified' ? 'good' : 'warn'}
                      >${domain.displayName || domain.name}</gatehouse-badge
                    >`,
                )
              : i18n.text('overview.noDomain')
          }
        </dd>
        ${
          revision?.testedAt
            ? html`<dt>${i18n.text('overview.tested')}</dt>
                <dd>${i18n.dateTime(revision.testedAt)}</dd>`
            : nothing
        }
        ${
          end
            ? html`<dt>${i18n.text('overview.certificate')}</dt>
                <dd>${this.certificate(end)}</dd>`
            : nothing
        }
        <dt>${i18n.text('overview.means')}</dt>
        <dd>
          ${i18n.text(`overview.means.${connection.status === 'active' ? 'active' : 'inactive'}` as MessageKey)}
        </dd>
      </dl>
      ${
        this.byLink
          ? html`<div class="actions">${go}</div>`
          : html`<gatehouse-connection-actions .scope=${this.scope} .connection=${connection}>
              ${go}
            </gatehouse-connection-actions>`
      }
    </div>`;
  }

  private certificate(end: string): string {
    const { i18n } = this.scope;
    const key = i18n.daysUntil(end) < 0 ? 'certificate.ended' : 'certificate.until';
    return `${i18n.text(key, { at: i18n.date(end) })} · ${i18n.relative(end)}`;
  }

  private troubles(connection: Connection): Trouble[] {
    const { i18n } = this.scope;
    const troubles: Trouble[] = [];
    const end = certificateEnd(connection);
    const days = end ? i18n.daysUntil(end) : undefined;
    if (end && days !== undefined && days < CERTIFICATE_WARNING_DAYS) {
      const values = { at: i18n.date(end), count: Math.max(days, 0) };
      const text = i18n.text(days < 0 ? 'trouble.certificateEnded' : 'trouble.certificate', values);
      troubles.push({ text, remedy: i18n.text('trouble.certificate.remedy'), step: 'connection' });
    }
    if (connection.status === 'active' && this.signIns && isFailing(this.signIns)) {
      const { failed, succeeded } = this.signIns;
      const text = i18n.text('trouble.failures', { count: failed, succeeded });
      troubles.push({ text, remedy: i18n.text('trouble.failures.remedy'), step: 'test' });
    }
    for (const domain of this.setup.domains) {
      if (
        connection.domains.includes(domain.id) &&
        (domain.status === 'lapsing' || domain.status === 'lapsed')
      ) {
        const text = i18n.text(`trouble.${domain.status}`, {
          name: domain.displayName || domain.name,
          until: domain.lapsesAt ? i18n.date(domain.lapsesAt) : '–',
        });
        troubles.push({ text, remedy: i18n.text('trouble.domain.remedy'), step: 'domains' });
      }
    }
    return troubles;
  }

  private go(step: StepKey): void {
    this.dispatchEvent(new GatehouseEvent('gatehouse-step', step));
  }
}

define('gatehouse-security-overview', SecurityOverview);
