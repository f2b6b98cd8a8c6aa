import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { GatehouseElement, define } from '../scope/gatehouse-element.js';
import { Loading } from '../scope/loading.js';
import type { Page } from '../api/api.js';
import type { Scope } from '../scope/scope.js';

interface SignIn {
  id: string;
  outcome: string;
  at: string;
  email?: string | null;
  reference?: string | null;
  reasons?: string[] | null;
}

/** Who signed in lately, and who could not and why. Shown only once there is something to show. */
export class RecentSignIns extends GatehouseElement {
  static override styles = [
    GatehouseElement.styles,
    css`
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 4px 16px;
        padding-block: 12px;
        border-block-end: 1px solid var(--_line);
      }
      li > :nth-child(even) {
        text-align: var(--_end);
      }
      @media (max-width: 520px) {
        li > :nth-child(n + 3) {
          grid-column: 1 / -1;
          text-align: var(--_start);
        }
      }
    `,
  ];

  @property({ attribute: false }) scope!: Scope;
  @property() organization = '';
  private readonly signIns = new Loading<SignIn[]>(this);

  override connectedCallback(): void {
    super.connectedCallback();
    // It is an extra: whoever may not read the log, or a gateway that is away, leaves it out.
    void this.signIns.run(async () => {
      const query = { organization: this.organization, limit: 5 };
      return (await this.scope.api.get<Page<SignIn>>('/v1/sign-ins', { query })).body.items;
    });
  }

  override render() {
    const { i18n } = this.scope;
    const signIns = this.signIns.value ?? [];
    if (!signIns.length) return nothing;
    return html`<section class="stack tight" aria-labelledby="title">
      <h3 id="title">${i18n.text('recent.title')}</h3>
      <ul>
        ${signIns.map(
          (one) =>
            html`<li>
              <span>${one.email ?? i18n.text('recent.unknown')}</span>
              ${
                one.outcome === 'succeeded'
                  ? html`<gatehouse-badge tone="good">${i18n.text('recent.succeeded')}</gatehouse-badge>`
                  : html`<gatehouse-badge tone="bad">${i18n.text('recent.failed')}</gatehouse-badge>`
              }
              <span class="soft small">${i18n.dateTime(one.at)}</span>
              ${
                one.outcome === 'succeeded'
                  ? nothing
                  : html`<span class="soft small mono"
                      >${[one.reasons?.[0], one.reference].filter(Boolean).join(' · ')}</span
                    >`
              }
            </li>`,
        )}
      </ul>
    </section>`;
  }
}

define('gatehouse-recent-sign-ins', RecentSignIns);
