import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Acting } from '../scope/acting.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import type { Scope } from '../scope/scope.js';
import './dialog.js';

/**
 * Asks once before something happens, says how it failed, and stays open then. While it runs its buttons do
 * nothing but keep focus, which a disabled one would lose. Slot: what it means.
 *
 * @fires gatehouse-changed - somebody else was first
 * @fires gatehouse-close - the person does not want it; whoever opened it closes it after success
 */
export class ConfirmDialog extends GatehouseElement {
  static override styles = [GatehouseElement.styles];

  @property({ attribute: false }) scope!: Scope;
  @property({ type: Boolean }) open = false;
  @property() heading = '';
  /** What the button says: the act itself, never "OK". */
  @property() action = '';
  @property({ type: Boolean }) danger = false;
  /** The words that have to be typed first, where going on by mistake would be worst. */
  @property({ attribute: false }) words = '';
  /** Asks for them. */
  @property({ attribute: false }) wordsLabel = '';
  @property({ attribute: false }) act: () => Promise<unknown> = () => Promise.resolve();
  @state() private typed = '';
  private readonly acting = new Acting(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('open') || !this.open) return;
    this.typed = '';
    this.acting.clear();
  }

  override render() {
    const { i18n } = this.scope;
    const running = this.acting.running !== undefined;
    return html`<gatehouse-dialog .open=${this.open} .busy=${running} heading=${this.heading}>
      <slot></slot>
      ${
        this.words
          ? html`<div>
              <label for="words">${this.wordsLabel}</label>
              <input
                id="words"
                autocomplete="off"
                spellcheck="false"
                .value=${this.typed}
                @input=${(event: Event) => (this.typed = (event.target as HTMLInputElement).value)}
              />
            </div>`
          : nothing
      }
      ${
        this.acting.problem
          ? html`<gatehouse-problem .problem=${this.acting.problem} .i18n=${i18n}></gatehouse-problem>`
          : nothing
      }
      <button slot="actions" type="button" aria-disabled=${running} @click=${this.dismiss}>
        ${i18n.text('action.cancel')}
      </button>
      <button
        slot="actions"
        type="button"
        class="primary ${this.danger ? 'danger' : ''}"
        ?disabled=${this.typed.trim() !== this.words}
        aria-disabled=${running}
        @click=${this.confirm}
      >
        ${this.action}
      </button>
    </gatehouse-dialog>`;
  }

  /** Closed means closed in the browser as well. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const complete = await super.getUpdateComplete();
    await this.renderRoot.querySelector<GatehouseElement>('gatehouse-dialog')?.updateComplete;
    return complete;
  }

  private readonly confirm = async (): Promise<void> => {
    await this.acting.run('act', this.act);
    // Somebody else changed it first: whoever shows it reads it again, so that the next try can work.
    if (this.acting.problem?.kind === 'stale')
      this.dispatchEvent(new GatehouseEvent('gatehouse-changed', {}));
  };

  private readonly dismiss = (): void => {
    if (this.acting.running) return;
    this.dispatchEvent(new GatehouseEvent('gatehouse-close', {}));
  };
}

define('gatehouse-confirm-dialog', ConfirmDialog);
