import { css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import type { Scope } from '../scope/scope.js';
import { isProven } from '../domains/domain.js';
import '../activation/activate-step.js';
import '../connection/connection-step.js';
import '../domains/domains-step.js';
import '../test-run/test-step.js';
import { STEPS, doneSteps, type Setup, type StepKey } from './security-state.js';

/**
 * Domains → Connection → Test → Activate. Every step can be opened at any time; what is done says so.
 *
 * @fires gatehouse-step - `StepKey`, another step was opened
 */
export class SetupFlow extends GatehouseElement {
  static override styles = [
    GatehouseElement.styles,
    css`
      ol {
        display: grid;
        grid-template-columns: repeat(4, minmax(0, 1fr));
        border-block-end: 1px solid var(--_line);
      }
      ol button {
        inline-size: 100%;
        block-size: 100%;
        display: grid;
        align-content: start;
        justify-content: start;
        justify-items: start;
        gap: 0;
        padding: 16px;
        border: 0;
        border-radius: 0;
        background: none;
        text-align: var(--_start);
        border-block-end: 2px solid transparent;
      }
      ol button[aria-current='step'] {
        border-block-end-color: var(--_accent);
        background: var(--_accent-soft);
      }
      ol button:focus-visible {
        outline-offset: -3px;
      }
      .label {
        display: flex;
        gap: 8px;
        align-items: center;
        margin: 0;
      }
      .number {
        inline-size: 20px;
        block-size: 20px;
        border-radius: 50%;
        display: grid;
        place-items: center;
        font-size: 12px;
        font-weight: 700;
        border: 1px solid currentColor;
        flex: none;
      }
      .done .number {
        background: var(--_good);
        border-color: var(--_good);
        color: var(--_surface);
      }
      .detail {
        padding-inline-start: 28px;
        color: var(--_text-soft);
        font-weight: 400;
        font-size: 12px;
        overflow-wrap: anywhere;
      }
      .card {
        padding: 0;
        overflow: hidden;
      }
      .step {
        padding: 24px;
      }
      @container (max-width: 640px) {
        ol button {
          padding: 12px 8px;
          justify-content: center;
          justify-items: center;
          text-align: center;
        }
        .label {
          flex-direction: column;
          gap: 4px;
          font-size: 12px;
          line-height: 16px;
          hyphens: auto;
        }
        .detail {
          display: none;
        }
        .step {
          padding: 16px;
        }
      }
    `,
  ];

  @property({ attribute: false }) scope!: Scope;
  @property() organization = '';
  @property({ attribute: false }) setup!: Setup;
  @property() step: StepKey = 'domains';
  @property({ type: Boolean }) byLink = false;
  /** The steps that a set-up link is for; everybody else sees all. */
  @property({ attribute: false }) steps: readonly StepKey[] = STEPS;
  /** A link may end before the last step; then others go on. */
  @state() private handedOn = false;

  override render() {
    const { i18n } = this.scope;
    const done = doneSteps(this.setup);
    return html`<div class="card">
      <nav aria-label=${i18n.text('flow.steps')}>
        <ol>
          ${this.steps.map((step, index) => {
            const current = step === this.step;
            return html`<li class=${done[step] ? 'done' : ''}>
              <button type="button" aria-current=${current ? 'step' : nothing} @click=${() => this.go(step)}>
                <span class="label">
                  <span class="number" aria-hidden="true">${done[step] ? '✓' : index + 1}</span>
                  <span>${i18n.text(`flow.${step}`)}</span>
                  ${done[step] ? html`<span class="visually-hidden">(${i18n.text('flow.done')})</span>` : nothing}
                </span>
                <span class="detail">${this.detail(step)}</span>
              </button>
            </li>`;
          })}
        </ol>
      </nav>
      ${
        this.handedOn
          ? html`<div class="step">
              <div class="notice good stack tight" id="handed-on" tabindex="-1">
                <p class="strong">${i18n.text('flow.handedOn')}</p>
                <p>${i18n.text('flow.handedOn.text')}</p>
              </div>
            </div>`
          : nothing
      }
      <div class="step" @gatehouse-next=${this.next}>${this.renderStep()}</div>
    </div>`;
  }

  private renderStep() {
    switch (this.step) {
      case 'domains':
        return html`<gatehouse-domains-step
          .scope=${this.scope}
          .organization=${this.organization}
          .setup=${this.setup}
        ></gatehouse-domains-step>`;
      case 'connection':
        return html`<gatehouse-connection-step
          .scope=${this.scope}
          .organization=${this.organization}
          .setup=${this.setup}
          ?byLink=${this.byLink}
        ></gatehouse-connection-step>`;
      case 'test':
        return html`<gatehouse-test-step .scope=${this.scope} .setup=${this.setup}></gatehouse-test-step>`;
      case 'activate':
        return html`<gatehouse-activate-step
          .scope=${this.scope}
          .setup=${this.setup}
          ?byLink=${this.byLink}
        ></gatehouse-activate-step>`;
    }
  }

  private detail(step: StepKey): string {
    const { i18n } = this.scope;
    const { domains, connection } = this.setup;
    switch (step) {
      case 'domains':
        return domains.length
          ? i18n.text('flow.domains.detail', { count: domains.filter(isProven).length, all: domains.length })
          : '';
      case 'connection':
        return connection?.name ?? '';
      case 'test':
        return doneSteps(this.setup).test ? i18n.text('flow.test.passed') : '';
      case 'activate':
        return connection?.status === 'active' ? i18n.text('flow.active') : '';
    }
  }

  private readonly next = async (): Promise<void> => {
    const following = this.steps[this.steps.indexOf(this.step) + 1];
    if (following) return this.go(following);
    this.handedOn = true;
    await this.focusOn('#handed-on');
  };

  private go(step: StepKey): void {
    this.handedOn = false;
    this.dispatchEvent(new GatehouseEvent('gatehouse-step', step));
  }
}

define('gatehouse-setup-flow', SetupFlow);
