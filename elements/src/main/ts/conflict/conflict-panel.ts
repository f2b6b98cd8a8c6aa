import { html } from 'lit';
import { property } from 'lit/decorators.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import type { Localizer } from '../i18n/localizer.js';
import type { Difference } from '../connection/differences.js';
import '../connection/differences.js';

/**
 * Somebody else saved first: what was typed and what is stored now, and the person decides. Until then
 * nothing is lost on either side.
 *
 * @fires gatehouse-keep-mine
 * @fires gatehouse-take-theirs
 */
export class ConflictPanel extends GatehouseElement {
  @property({ attribute: false }) i18n!: Localizer;
  /** Typed, and stored. */
  @property({ attribute: false }) rows: Difference[] = [];
  @property({ type: Boolean }) busy = false;

  override render() {
    const { i18n } = this;
    return html`<div class="notice warn stack" role="alert">
      <p class="strong">${i18n.text('problem.stale.title')}</p>
      <p>${i18n.text('conflict.text')}</p>
      <gatehouse-differences
        .i18n=${i18n}
        .rows=${this.rows}
        one=${i18n.text('conflict.yours')}
        other=${i18n.text('conflict.theirs')}
      ></gatehouse-differences>
      <div class="actions">
        <button type="button" ?disabled=${this.busy} @click=${() => this.say('gatehouse-keep-mine')}>
          ${i18n.text('conflict.keepMine')}
        </button>
        <button type="button" ?disabled=${this.busy} @click=${() => this.say('gatehouse-take-theirs')}>
          ${i18n.text('conflict.takeTheirs')}
        </button>
      </div>
    </div>`;
  }

  private say(choice: string): void {
    this.dispatchEvent(new GatehouseEvent(choice, {}));
  }
}

define('gatehouse-conflict', ConflictPanel);
