import { css, html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { GatehouseElement, define } from '../scope/gatehouse-element.js';
import { Loading } from '../scope/loading.js';
import { inOtherWords, type Scope } from '../scope/scope.js';
import { checkName } from '../test-run/check-name.js';
import type { CheckFacts, FindingFacts, SignInFacts } from './facts.js';

const MARKS: Record<CheckFacts['outcome'], string> = { passed: '✓', failed: '✕', not_reached: '–' };

/** One sign-in: who, when, and for a failed one what was expected, what came, and what to change. */
export class SignInDetail extends GatehouseElement {
  static override styles = [
    GatehouseElement.styles,
    css`
      li.check {
        display: grid;
        grid-template-columns: 24px minmax(0, 1fr);
        padding-block: 4px;
      }
      li.failed .mark {
        color: var(--_bad);
        font-weight: 700;
      }
      li.passed .mark {
        color: var(--_good);
      }
    `,
  ];

  @property({ attribute: false }) scope!: Scope;
  /** As the list gave it; the whole is read again, because a list may leave out the checks. */
  @property({ attribute: false }) signIn!: SignInFacts;
  private readonly whole = new Loading<SignInFacts>(this);

  override connectedCallback(): void {
    super.connectedCallback();
    this.load();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (inOtherWords(changed.get('scope'), this.scope)) this.load();
  }

  private load(): void {
    void this.whole.run(
      async () => (await this.scope.api.get<SignInFacts>(`/v1/sign-ins/${this.signIn.id}`)).body,
    );
  }

  override render() {
    const { i18n } = this.scope;
    const it = this.whole.value ?? this.signIn;
    return html`<div class="stack">
      <div class="row">
        <gatehouse-badge tone=${it.outcome === 'failed' ? 'bad' : 'good'}
          >${i18n.text(`dash.outcome.${it.outcome}`)}</gatehouse-badge
        >
        <span class="soft">${i18n.dateTime(it.at)}</span>
      </div>
      <dl class="facts">
        ${it.reference ? this.fact(i18n.text('dash.reference'), it.reference) : nothing}
        ${it.email ? this.fact(i18n.text('members.email'), it.email) : nothing}
        ${it.person ? this.fact(i18n.text('dash.person'), it.person) : nothing}
        ${it.connection ? this.fact(i18n.text('dash.connection'), it.connection) : nothing}
        ${it.application ? this.fact(i18n.text('dash.application'), it.application) : nothing}
      </dl>
      ${it.findings.map((finding) => this.renderFinding(finding))}
      ${
        this.whole.problem
          ? html`<gatehouse-problem .problem=${this.whole.problem} .i18n=${i18n}></gatehouse-problem>`
          : nothing
      }
      ${
        it.checks?.length
          ? html`<details>
              <summary>${i18n.text('dash.checks', { count: it.checks.length })}</summary>
              <ul>
                ${it.checks.map(
                  (check) =>
                    html`<li class="check ${check.outcome}">
                      <span class="mark" aria-hidden="true">${MARKS[check.outcome]}</span>
                      <span
                        >${checkName(check)}
                        <span class="visually-hidden">${i18n.text(`dash.check.${check.outcome}`)}</span></span
                      >
                    </li>`,
                )}
              </ul>
            </details>`
          : nothing
      }
    </div>`;
  }

  private fact(name: string, value: string) {
    return html`<dt>${name}</dt>
      <dd class="mono">${value}</dd>`;
  }

  private renderFinding(finding: FindingFacts) {
    const { i18n } = this.scope;
    return html`<div class="notice bad stack tight">
      <p class="strong">${finding.title}</p>
      <p>${finding.meaning}</p>
      ${
        finding.expected || finding.received
          ? html`<dl class="facts">
              ${finding.expected ? this.fact(i18n.text('dash.expected'), finding.expected) : nothing}
              ${finding.received ? this.fact(i18n.text('dash.received'), finding.received) : nothing}
            </dl>`
          : nothing
      }
      <p><span class="strong">${i18n.text('dash.remedy')}</span> ${finding.remedy}</p>
      ${finding.where.length ? html`<p>${finding.where.join(' → ')}</p>` : nothing}
      ${
        finding.enter.length
          ? html`<dl class="facts">${finding.enter.map(({ field, value }) => this.fact(field, value))}</dl>`
          : nothing
      }
      <p class="small mono soft">${finding.code}</p>
    </div>`;
  }
}

define('gatehouse-sign-in-detail', SignInDetail);
