import { css, html } from 'lit';
import { property } from 'lit/decorators.js';
import { GatehouseElement, define } from '../scope/gatehouse-element.js';

export type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad';

const MARKS: Record<Tone, string> = { neutral: '○', accent: '◐', good: '✓', warn: '!', bad: '✕' };

/** A status in one word; its mark differs too, for those who do not see the colour. */
export class Badge extends GatehouseElement {
  static override styles = [
    GatehouseElement.styles,
    css`
      :host {
        display: inline-block;
      }
      .badge {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        padding: 2px 10px;
        border-radius: 999px;
        font-size: 12px;
        line-height: 18px;
        font-weight: 600;
        white-space: nowrap;
        color: var(--_text-soft);
        background: var(--_surface-sunken);
        border: 1px solid var(--_line);
      }
      @container (max-width: 520px) {
        .badge {
          white-space: normal;
          border-radius: 12px;
        }
      }
      .badge.accent {
        color: var(--_accent-strong);
        background: var(--_accent-soft);
        border-color: transparent;
      }
      .badge.good {
        color: var(--_good);
        background: var(--_good-soft);
        border-color: transparent;
      }
      .badge.warn {
        color: var(--_warn);
        background: var(--_warn-soft);
        border-color: transparent;
      }
      .badge.bad {
        color: var(--_bad);
        background: var(--_bad-soft);
        border-color: transparent;
      }
    `,
  ];

  @property() tone: Tone = 'neutral';

  override render() {
    return html`<span part="badge" class="badge ${this.tone}"
      ><span aria-hidden="true">${MARKS[this.tone]}</span><slot></slot
    ></span>`;
  }
}

define('gatehouse-badge', Badge);
