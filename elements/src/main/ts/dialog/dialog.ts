import { css, html } from 'lit';
import { property, query } from 'lit/decorators.js';
import { focused } from '../scope/focus.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';

/**
 * A modal on the browser's own `<dialog>`, which keeps focus inside, closes by Escape and gives focus back.
 * Slots: the content, and `actions`.
 *
 * @fires gatehouse-close - closed, by whatever means
 * @csspart dialog
 */
export class Dialog extends GatehouseElement {
  static override styles = [
    GatehouseElement.styles,
    css`
      :host {
        display: contents;
      }
      dialog {
        inline-size: min(560px, calc(100vw - 32px));
        max-block-size: calc(100dvh - 32px);
        padding: 0;
        border: 1px solid var(--_line);
        border-radius: var(--_radius-large);
        background: var(--_surface-raised);
        color: var(--_text);
        box-shadow: var(--_shadow-large);
        overflow: auto;
      }
      dialog::backdrop {
        background: #0b0d1480;
      }
      dialog[open] {
        animation: rise 140ms ease-out;
      }
      .content {
        padding: 24px;
        display: grid;
        gap: 16px;
        grid-template-columns: minmax(0, 1fr);
      }
      footer {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: 8px;
        padding-block-start: 8px;
      }
      @keyframes rise {
        from {
          opacity: 0;
          transform: translateY(8px);
        }
      }
      @container (max-width: 520px) {
        .content {
          padding: 16px;
        }
      }
    `,
  ];

  @property() heading = '';
  @property({ type: Boolean }) open = false;
  /** While a change is running, Escape must not hide its outcome. */
  @property({ type: Boolean }) busy = false;
  @query('dialog') private readonly dialog!: HTMLDialogElement;
  private opener: HTMLElement | undefined;

  override render() {
    return html`<dialog part="dialog" aria-labelledby="heading" @cancel=${this.cancel} @close=${this.closed}>
      <div class="content">
        <h2 id="heading">${this.heading}</h2>
        <slot></slot>
        <footer><slot name="actions"></slot></footer>
      </div>
    </dialog>`;
  }

  protected override updated(): void {
    if (this.open && !this.dialog.open) {
      this.opener = focused();
      this.dialog.showModal();
    } else if (!this.open && this.dialog.open) {
      this.dialog.close();
      this.giveFocusBack();
    }
  }

  private readonly cancel = (event: Event): void => {
    // At once, not when the browser's own event comes around: the next key may open it again before.
    event.preventDefault();
    if (!this.busy) this.dismiss();
  };

  /** Closed by the browser although it was asked not to, as by a second Escape. */
  private readonly closed = (): void => {
    if (this.open && !this.dialog.open) this.dismiss();
  };

  private dismiss(): void {
    this.open = false;
    this.dialog.close();
    this.giveFocusBack();
    this.dispatchEvent(new GatehouseEvent('gatehouse-close', {}));
  }

  /** The browser gives it to the host of the opener's shadow root; we know the button. */
  private giveFocusBack(): void {
    if (this.opener?.isConnected) this.opener.focus();
  }
}

define('gatehouse-dialog', Dialog);
