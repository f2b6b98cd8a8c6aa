import { LitElement, type CSSResultGroup } from 'lit';
import { base } from '../theme/tokens.js';
import { controls } from '../theme/controls.js';

/** A component's event, which leaves its shadow root and reaches the embedding page. */
export class GatehouseEvent<T> extends CustomEvent<T> {
  constructor(name: string, detail: T) {
    super(name, { detail, bubbles: true, composed: true });
  }
}

/** What all components share: the look of text and controls. */
export abstract class GatehouseElement extends LitElement {
  static override styles: CSSResultGroup = [base, controls];

  /** Moves focus to the first match once it is drawn; for when what had focus goes away. */
  protected async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    // A dialog that closes gives focus back to its opener; what is asked for here comes after that.
    const dialogs = this.renderRoot.querySelectorAll<LitElement>('gatehouse-confirm-dialog');
    await Promise.all(Array.from(dialogs, (dialog) => dialog.updateComplete));
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

/** Registers a tag once; a page may load the module twice. */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
