import { css, html } from 'lit';
import { property } from 'lit/decorators.js';
import { GatehouseElement, define } from '../scope/gatehouse-element.js';

/** Grey lines where text will be; says "loading" to those who do not see them. */
export class Skeleton extends GatehouseElement {
  static override styles = [
    GatehouseElement.styles,
    css`
      .lines {
        display: grid;
        gap: 12px;
        padding-block: 8px;
      }
      .line {
        block-size: 16px;
        border-radius: 6px;
        background: var(--_line);
        animation: breathe 1.6s ease-in-out infinite;
      }
      .line:nth-child(3n) {
        inline-size: 60%;
      }
      .line:nth-child(3n + 1) {
        inline-size: 85%;
      }
      @keyframes breathe {
        50% {
          opacity: 0.45;
        }
      }
    `,
  ];

  @property({ type: Number }) lines = 3;
  @property() label = '';

  override render() {
    return html`<div role="status" class="visually-hidden">${this.label}</div>
      <div class="lines" aria-hidden="true">
        ${Array.from({ length: this.lines }, () => html`<div class="line"></div>`)}
      </div>`;
  }
}

define('gatehouse-skeleton', Skeleton);
