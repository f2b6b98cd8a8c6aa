import { css, html } from 'lit';
import { property, query } from 'lit/decorators.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';

export interface Tab {
  key: string;
  label: string;
}

/**
 * Tabs after the ARIA pattern: arrow keys move and select, Home and End too. The selected panel's content
 * is slotted, so it stays in the shadow root of whoever uses the tabs.
 *
 * @fires gatehouse-tab - `{key}`, the person chose another tab
 * @csspart tab
 */
export class Tabs extends GatehouseElement {
  static override styles = [
    GatehouseElement.styles,
    css`
      [role='tablist'] {
        display: flex;
        gap: 24px;
        border-block-end: 1px solid var(--_line);
        overflow-x: auto;
        margin-block-end: 24px;
        scrollbar-width: thin;
      }
      button {
        border: 0;
        border-radius: 0;
        background: none;
        padding: 8px 0;
        min-block-size: 40px;
        color: var(--_text-soft);
        border-block-end: 2px solid transparent;
        margin-block-end: -1px;
        white-space: nowrap;
      }
      button:hover:not(:disabled) {
        background: none;
        color: var(--_text);
      }
      button[aria-selected='true'] {
        color: var(--_text);
        border-block-end-color: var(--_accent);
      }
      button:focus-visible {
        outline-offset: -2px;
        border-radius: 4px;
      }
    `,
  ];

  @property({ attribute: false }) tabs: Tab[] = [];
  @property() selected = '';
  @property() label = '';
  @query('[role="tablist"]') private readonly list!: HTMLElement;

  override render() {
    return html`<div role="tablist" aria-label=${this.label} @keydown=${this.move}>
        ${this.tabs.map(
          (tab) =>
            html`<button
              part="tab"
              role="tab"
              type="button"
              id="tab-${tab.key}"
              aria-selected=${tab.key === this.selected}
              aria-controls="panel"
              tabindex=${tab.key === this.selected ? 0 : -1}
              @click=${() => this.select(tab.key)}
            >
              ${tab.label}
            </button>`,
        )}
      </div>
      <div id="panel" role="tabpanel" aria-labelledby="tab-${this.selected}"><slot></slot></div>`;
  }

  override firstUpdated(): void {
    // A narrow window shows a part of them; the selected one has to be in it.
    new ResizeObserver(() => this.reveal()).observe(this.list);
  }

  protected override updated(): void {
    this.reveal();
  }

  /** Moves the list alone: `scrollIntoView` might move the page. */
  private reveal(): void {
    const tab = this.renderRoot.querySelector('[aria-selected="true"]')?.getBoundingClientRect();
    const list = this.list.getBoundingClientRect();
    if (!tab) return;
    if (tab.left < list.left) this.list.scrollLeft -= list.left - tab.left + 24;
    if (tab.right > list.right) this.list.scrollLeft += tab.right - list.right + 24;
  }

  private readonly move = (event: KeyboardEvent): void => {
    const at = this.tabs.findIndex((tab) => tab.key === this.selected);
    const forward = getComputedStyle(this).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backward = forward === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight';
    const target: Record<string, number> = {
      [forward]: (at + 1) % this.tabs.length,
      [backward]: (at - 1 + this.tabs.length) % this.tabs.length,
      Home: 0,
      End: this.tabs.length - 1,
    };
    const tab = this.tabs[target[event.key] ?? -1];
    if (!tab) return;
    event.preventDefault();
    this.select(tab.key);
    void this.focusOn(`#tab-${tab.key}`);
  };

  private select(key: string): void {
    if (key !== this.selected) this.dispatchEvent(new GatehouseEvent('gatehouse-tab', { key }));
  }
}

define('gatehouse-tabs', Tabs);
