import { html } from 'lit';
import { GatehouseEvent } from '../scope/gatehouse-element.js';
import type { Localizer } from '../i18n/localizer.js';
import type { StepKey } from './security-state.js';

/** The way to the step without which this one cannot go on. */
export function stepLink(from: EventTarget, i18n: Localizer, step: StepKey) {
  return html`<div class="actions">
    <button
      type="button"
      class="primary"
      @click=${() => from.dispatchEvent(new GatehouseEvent('gatehouse-step', step))}
    >
      ${i18n.text('dash.open', { name: i18n.text(`flow.${step}`) })}
    </button>
  </div>`;
}
