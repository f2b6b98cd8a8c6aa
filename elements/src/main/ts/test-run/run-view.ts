import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { GatehouseElement, define } from '../scope/gatehouse-element.js';
import type { MessageKey } from '../i18n/localizer.js';
import type { Scope } from '../scope/scope.js';
import { checkName, words } from './check-name.js';
import type { Check, KnownError, Reason, TestRun } from './test-run.js';

const PROGRESS = ['started', 'request_sent', 'answer_received'] as const;

/** One run: how far it came, each check, and for a failure what to change in the provider's console. */
export class RunView extends GatehouseElement {
  static override styles = [
    GatehouseElement.styles,
    css`
      .checks li {
        display: flex;
        gap: 8px;
        padding-block: 6px;
        border-block-end: 1px solid var(--_line);
      }
      .checks .mark {
        inline-size: 20px;
        flex: none;
        font-weight: 700;
        text-align: center;
      }
      .passed .mark {
        color: var(--_good);
      }
      .failed .mark {
        color: var(--_bad);
      }
      .skipped {
        color: var(--_text-soft);
      }
      pre {
        margin: 0;
        padding: 12px;
        max-block-size: 320px;
        overflow: auto;
        background: var(--_surface-sunken);
        border-radius: var(--_radius);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        direction: ltr;
      }
      ol.where {
        list-style: decimal;
        padding-inline-start: 20px;
      }
    `,
  ];

  @property({ attribute: false }) scope!: Scope;
  @property({ attribute: false }) run!: TestRun;

  override render() {
    const run = this.run;
    return html`<div class="stack">
      ${run.status === 'pending' ? this.renderProgress() : this.renderVerdict()}
      ${run.reasons?.map((reason) => this.renderReason(reason))}
      ${run.checks?.length ? this.renderChecks(run.checks) : nothing} ${this.renderSubject()}
      ${this.renderRaw()}
    </div>`;
  }

  private renderProgress() {
    const { i18n } = this.scope;
    const reached = PROGRESS.indexOf(this.run.progress ?? 'started');
    return html`<div class="stack tight" role="status">
      <p class="strong">${i18n.text('test.waiting')}</p>
      <ul class="checks">
        ${PROGRESS.map(
          (step, index) =>
            html`<li class=${index <= reached ? 'passed' : 'skipped'}>
              <span class="mark" aria-hidden="true">${index <= reached ? '✓' : '○'}</span>
              ${i18n.text(`test.progress.${step}`)}
            </li>`,
        )}
      </ul>
      <p class="soft">${i18n.text('test.waiting.text')}</p>
    </div>`;
  }

  private renderVerdict() {
    const { status } = this.run;
    const tone = status === 'passed' ? 'good' : status === 'failed' ? 'bad' : 'warn';
    return html`<div class="notice ${tone}" role="status">
      <p class="strong">${this.scope.i18n.text(`test.${status}` as MessageKey)}</p>
      <p>${this.scope.i18n.text(`test.${status}.text` as MessageKey)}</p>
    </div>`;
  }

  private renderReason(reason: Reason) {
    const { i18n } = this.scope;
    return html`<div class="card stack" part="reason">
      <h4 lang=${i18n.language}>${reason.title ?? reason.text ?? reason.code}</h4>
      ${reason.meaning ? html`<p lang=${i18n.language}>${reason.meaning}</p>` : nothing}
      ${
        reason.expected || reason.received
          ? html`<dl class="facts">
              <dt>${i18n.text('test.expected')}</dt>
              <dd class="mono">${reason.expected ?? '–'}</dd>
              <dt>${i18n.text('test.received')}</dt>
              <dd class="mono">${reason.received ?? '–'}</dd>
            </dl>`
          : nothing
      }
      ${this.renderRemedy(reason)}
      ${reason.hints?.map((hint) => html`<p class="soft">${hint.product ? html`<strong>${hint.product}: </strong>` : nothing}${hint.text}</p>`)}
      ${reason.recognised?.map((error) => renderKnownError(this.scope, error))}
      <p class="small mono soft">${reason.code}</p>
    </div>`;
  }

  private renderRemedy(reason: Reason) {
    const { i18n } = this.scope;
    const where = reason.where ?? [];
    const said = reason.remedy ?? reason.fix;
    if (!where.length && !reason.enter?.length && !said) return nothing;
    return html`<div class="notice accent stack tight">
      <p class="strong">${i18n.text('test.change')}</p>
      ${where.length ? html`<p lang=${i18n.language}>${[reason.console, ...where].filter(Boolean).join(' → ')}</p>` : nothing}
      ${said ? html`<p lang=${i18n.language}>${said}</p>` : nothing}
      ${reason.enter?.map(
        ({ field, value }) =>
          html`<gatehouse-copy-field .label=${field} .value=${value} .i18n=${i18n}></gatehouse-copy-field>`,
      )}
    </div>`;
  }

  private renderChecks(checks: Check[]) {
    const { i18n } = this.scope;
    const failed = checks.some((check) => check.outcome === 'failed');
    return html`<details ?open=${failed}>
      <summary>${i18n.text('test.checks', { count: checks.length })}</summary>
      <ul class="checks">
        ${checks.map(
          (check) =>
            html`<li class=${check.outcome}>
              <span class="mark" aria-hidden="true"
                >${check.outcome === 'passed' ? '✓' : check.outcome === 'failed' ? '✕' : '–'}</span
              >
              <div>
                ${checkName(check)}
                <span class="visually-hidden"
                  >${i18n.known(`test.outcome.${check.outcome}`) ?? check.outcome}</span
                >
                ${
                  check.outcome === 'failed' && (check.expected || check.received)
                    ? html`<div class="small">
                        ${i18n.text('test.expected')}: <span class="mono">${check.expected ?? '–'}</span
                        ><br />
                        ${i18n.text('test.received')}: <span class="mono">${check.received ?? '–'}</span>
                      </div>`
                    : nothing
                }
              </div>
            </li>`,
        )}
      </ul>
    </details>`;
  }

  private renderSubject() {
    const subject = Object.entries(this.run.subject ?? {}).filter(
      ([, value]) => value !== null && value !== '' && shown(value) !== '',
    );
    if (!subject.length) return nothing;
    return html`<div class="stack tight">
      <h4>${this.scope.i18n.text('test.subject')}</h4>
      <dl class="facts">
        ${subject.map(
          ([name, value]) =>
            html`<dt>${TERMS[name] ?? this.scope.i18n.known(`advanced.${name}`) ?? words(name)}</dt>
              <dd class="mono value">${shown(value)}</dd>`,
        )}
      </dl>
    </div>`;
  }

  private renderRaw() {
    const { i18n } = this.scope;
    const { request, response, rawUntil } = this.run;
    if (!request && !response) return nothing;
    return html`<details>
      <summary>${i18n.text('test.raw')}</summary>
      <div class="stack tight">
        <p class="soft">${rawUntil ? i18n.text('test.raw.until', { at: i18n.date(rawUntil) }) : nothing}</p>
        ${
          request
            ? html`<h4>${i18n.text('test.raw.request')}</h4>
                <pre class="mono" tabindex="0" role="region" aria-label=${i18n.text('test.raw.request')}>
${request}</pre>`
            : nothing
        }
        ${
          response
            ? html`<h4>${i18n.text('test.raw.response')}</h4>
                <pre class="mono" tabindex="0" role="region" aria-label=${i18n.text('test.raw.response')}>
${response}</pre>`
            : nothing
        }
      </div>
    </details>`;
  }
}

/** An error of a provider's own page, and what to do. */
export function renderKnownError(scope: Scope, error: KnownError) {
  const { i18n } = scope;
  return html`<div class="notice stack tight">
    <p class="strong">${error.title}</p>
    ${error.meaning ? html`<p>${error.meaning}</p>` : nothing}
    ${error.where?.length ? html`<p><strong>${i18n.text('test.change')}</strong> ${error.where.join(' → ')}</p>` : nothing}
    ${error.remedy ? html`<p>${error.remedy}</p>` : nothing}
    ${error.enter?.map(
      ({ field, value }) =>
        html`<gatehouse-copy-field .label=${field} .value=${value} .i18n=${i18n}></gatehouse-copy-field>`,
    )}
    ${
      error.link
        ? html`<p>
            <a href=${error.link} target="_blank" rel="noopener noreferrer"
              >${i18n.text('test.search.vendor')}</a
            >
          </p>`
        : nothing
    }
    <p class="small mono soft">${error.id}</p>
  </div>`;
}

/** Terms of SAML, the same in every language. */
const TERMS: Record<string, string> = { nameId: 'NameID', nameIdFormat: 'NameID Format' };

/** Several values one below the other, attributes with their names; nothing for an empty list. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join('\n');
  if (value !== null && typeof value === 'object') {
    return Object.entries(value)
      .map(([name, values]) => `${name}: ${Array.isArray(values) ? values.join(', ') : String(values)}`)
      .join('\n');
  }
  return String(value);
}

define('gatehouse-run', RunView);
