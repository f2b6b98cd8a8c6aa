import { html } from 'lit';
import { state } from 'lit/decorators.js';
import { GatehouseElement, define } from '../scope/gatehouse-element.js';

/** Says changes aloud to screen readers; one for each root element, reached by an event. */
export class LiveRegion extends GatehouseElement {
  @state() private text = '';

  override render() {
    return html`<div class="visually-hidden" role="status" aria-live="polite">${this.text}</div>`;
  }

  /** The same text twice in a row is said twice. */
  async say(text: string): Promise<void> {
    this.text = '';
    await this.updateComplete;
    this.text = text;
  }
}

define('gatehouse-live-region', LiveRegion);
