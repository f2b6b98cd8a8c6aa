import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { GatehouseElement, define } from '../scope/gatehouse-element.js';
import { Loading } from '../scope/loading.js';
import type { Page } from '../api/api.js';
import type { Scope } from '../scope/scope.js';
import type { SignInSummary } from './sign-in-summary.js';

interface Failure {
  id: string;
  at: string;
  email?: string | null;
  reference?: string | null;
  reasons?: string[] | null;
}

const MOST_PEOPLE = 5;

/** A week of sign-ins: how many, who came lately, who could not and why. */
export class RecentSignIns extends GatehouseElement {
  static override styles = [
    GatehouseElement.styles,
    css`
      .sides {
        display: grid;
        gap: 24px;
        grid-template-columns: repeat(auto-fit, minmax(min(280px, 100%), 1fr));
        align-items: start;
      }
      .sides > div {
        align-content: start;
      }
      .counts {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 4px 16px;
        padding-block: 8px;
        border-block-end: 1px solid var(--_line);
        overflow-wrap: anywhere;
      }
      li > :nth-child(even) {
        text-align: var(--_end);
      }
    `,
  ];

  @property({ attribute: false }) scope!: Scope;
  @property() organization = '';
  @property({ attribute: false }) summary!: SignInSummary;
  private readonly failures = new Loading<Failure[]>(this);

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.summary.failed) return;
    // An extra: the numbers stand without it.
    void this.failures.run(async () => {
      const query = { organization: this.organization, outcome: 'failed', limit: 5 };
      return (await this.scope.api.get<Page<Failure>>('/v1/sign-ins', { query })).body.items;
    });
  }

  override render() {
    const { i18n } = this.scope;
    const { succeeded, failed, lastSignInAt } = this.summary;
    return html`<section class="stack" aria-labelledby="title">
      <div class="row between">
        <h3 id="title">${i18n.text('recent.title')}</h3>
        <div class="counts">
          <gatehouse-badge tone="good"
            >${i18n.text('recent.succeeded', { count: succeeded })}</gatehouse-badge
          >
          <gatehouse-badge tone=${failed ? 'bad' : 'neutral'}
            >${i18n.text('recent.failed', { count: failed })}</gatehouse-badge
          >
        </div>
      </div>
      <p class="soft">
        ${i18n.text('recent.week')}
        ${
          succeeded
            ? nothing
            : lastSignInAt
              ? i18n.text('recent.last', { at: i18n.dateTime(lastSignInAt) })
              : i18n.text('recent.nobody')
        }
      </p>
      <div class="sides">${this.renderPeople()} ${this.renderFailures()}</div>
    </section>`;
  }

  private renderPeople() {
    const { i18n } = this.scope;
    const people = (this.summary.recent ?? []).slice(0, MOST_PEOPLE);
    if (!people.length) return nothing;
    return html`<div class="stack tight">
      <h4>${i18n.text('recent.people')}</h4>
      <ul>
        ${people.map(
          (one) =>
            html`<li>
              <span>${one.email ?? i18n.text('recent.unknown')}</span>
              <span class="soft small">${i18n.relative(one.lastSignInAt)}</span>
            </li>`,
        )}
      </ul>
    </div>`;
  }

  private renderFailures() {
    const { i18n } = this.scope;
    const failures = this.failures.value ?? [];
    if (!failures.length) return nothing;
    return html`<div class="stack tight">
      <h4>${i18n.text('recent.failures')}</h4>
      <ul>
        ${failures.map(
          (one) =>
            html`<li>
              <span>${one.email ?? i18n.text('recent.unknown')}</span>
              <span class="soft small">${i18n.relative(one.at)}</span>
              <span class="soft small mono"
                >${[one.reasons?.[0], one.reference].filter(Boolean).join(' · ')}</span
              >
            </li>`,
        )}
      </ul>
    </div>`;
  }
}

define('gatehouse-recent-sign-ins', RecentSignIns);
