import { css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import type { Localizer } from '../i18n/localizer.js';

/**
 * A value to carry into another console: shown whole, one click copies it, the keyboard can select it.
 *
 * @fires gatehouse-copied
 * @csspart value - the value itself
 * @csspart button - the copy button
 */
export class CopyField extends GatehouseElement {
  static override styles = [
    GatehouseElement.styles,
    css`
      .label {
        font-weight: 550;
        margin-block-end: 4px;
      }
      .box {
        display: flex;
        align-items: stretch;
        border: 1px solid var(--_line-strong);
        border-radius: var(--_radius);
        background: var(--_surface-sunken);
        overflow: hidden;
      }
      .box:focus-within {
        border-color: var(--_accent);
      }
      output {
        flex: 1;
        min-inline-size: 0;
        padding: 8px 12px;
        font-family: var(--_mono);
        font-size: 13px;
        overflow-wrap: anywhere;
        user-select: all;
        direction: ltr;
        text-align: start;
        white-space: pre-wrap;
        max-block-size: 160px;
        overflow: auto;
      }
      output:focus-visible {
        outline-offset: -2px;
      }
      button {
        border: 0;
        border-inline-start: 1px solid var(--_line);
        border-radius: 0;
        flex: none;
        min-inline-size: 88px;
        background: var(--_surface-raised);
      }
      @container (max-width: 520px) {
        output {
          padding: 8px;
        }
        button {
          min-inline-size: 64px;
          padding-inline: 8px;
        }
      }
      button.copied {
        color: var(--_good);
      }
      button:focus-visible {
        outline-offset: -3px;
      }
    `,
  ];

  @property() label = '';
  @property() value = '';
  @property() note = '';
  @property({ attribute: false }) i18n!: Localizer;
  @state() private copied: 'no' | 'yes' | 'by-hand' = 'no';
  private timer: ReturnType<typeof setTimeout> | undefined;

  override render() {
    return html`
      <div class="label" id="label">${this.label}</div>
      <div class="box">
        <output
          part="value"
          id="value"
          tabindex="0"
          role="textbox"
          aria-readonly="true"
          aria-labelledby="label"
          >${this.value}</output
        >
        <button
          part="button"
          type="button"
          class=${this.copied === 'yes' ? 'copied' : ''}
          aria-label=${this.i18n.text('copy.label', { name: this.label })}
          @click=${this.copy}
        >
          ${this.copied === 'yes' ? html`<span aria-hidden="true">✓</span> ${this.i18n.text('copy.done')}` : this.i18n.text('copy')}
        </button>
      </div>
      ${this.note ? html`<p class="hint small">${this.note}</p>` : nothing}
      ${this.copied === 'by-hand' ? html`<p class="hint small">${this.i18n.text('copy.byHand')}</p>` : nothing}
      <span class="visually-hidden" role="status"
        >${this.copied === 'yes' ? this.i18n.text('copy.announced', { name: this.label }) : ''}</span
      >
    `;
  }

  private readonly copy = async (): Promise<void> => {
    clearTimeout(this.timer);
    try {
      await navigator.clipboard.writeText(this.value);
      this.copied = 'yes';
      this.dispatchEvent(new GatehouseEvent('gatehouse-copied', { label: this.label }));
      this.timer = setTimeout(() => (this.copied = 'no'), 4_000);
    } catch {
      // No permission or no secure context: select it, so that one key copies it.
      this.copied = 'by-hand';
      const output = this.renderRoot.querySelector<HTMLElement>('#value');
      output?.focus();
      if (output) getSelection()?.selectAllChildren(output);
    }
  };
}

define('gatehouse-copy-field', CopyField);
