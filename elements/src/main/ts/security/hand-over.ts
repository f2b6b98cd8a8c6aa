import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GatehouseElement, define } from '../scope/gatehouse-element.js';
import type { Scope } from '../scope/scope.js';
import type { LinkStep } from '../setup-links/setup-link.js';
import type { StepKey } from './security-state.js';
import '../setup-links/setup-links-panel.js';

/** What to ask somebody else for, by the step at which one needs them; activating stays one's own act. */
const SUGGESTED: Record<StepKey, readonly LinkStep[]> = {
  domains: ['domains'],
  connection: ['connection', 'test'],
  test: ['connection', 'test'],
  activate: ['domains', 'connection', 'test'],
};

/** "Somebody else looks after DNS": a link by which they do their part, without an account. Closed at first. */
export class HandOver extends GatehouseElement {
  @property({ attribute: false }) scope!: Scope;
  @property() organization = '';
  @property() step: StepKey = 'domains';
  @state() private opened = false;

  override render() {
    return html`<details
      @toggle=${(event: Event) => (this.opened = (event.target as HTMLDetailsElement).open)}
    >
      <summary>${this.scope.i18n.text('handover.title')}</summary>
      ${
        this.opened
          ? html`<gatehouse-setup-links-panel
              embedded
              .scope=${this.scope}
              .organization=${this.organization}
              .suggested=${SUGGESTED[this.step]}
            ></gatehouse-setup-links-panel>`
          : nothing
      }
    </details>`;
  }
}

define('gatehouse-hand-over', HandOver);
