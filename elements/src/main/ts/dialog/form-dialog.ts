import { css, html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { Acting } from '../scope/acting.js';
import { GatehouseElement, GatehouseEvent } from '../scope/gatehouse-element.js';
import type { Scope } from '../scope/scope.js';
import './dialog.js';

/**
 * A form in a dialog. What was typed survives closing it and failures; whoever opened it closes it after
 * success. A class and no slot, because fields belong to a form only within the same shadow root.
 *
 * @fires gatehouse-close - the person does not want it
 */
export abstract class FormDialog extends GatehouseElement {
  static override styles = [
    GatehouseElement.styles,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  @property({ attribute: false }) scope!: Scope;
  @property({ type: Boolean }) open = false;
  @property({ type: Boolean }) danger = false;
  private readonly acting = new Acting(this);

  /** The dialog's heading. */
  protected abstract caption(): string;

  /** What the button says. */
  protected abstract action(): string;

  protected abstract renderFields(): unknown;

  /** Marks what is missing or wrong; answers the selector of the first such field. */
  protected abstract mistake(): string | undefined;

  protected abstract save(): Promise<unknown>;

  /** False while the person has to decide something else first. */
  protected get ready(): boolean {
    return true;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('open') && this.open) this.acting.clear();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('open') && this.open) void this.focusOn('form :is(input, textarea, select)');
  }

  override render() {
    const { i18n } = this.scope;
    const running = this.acting.running !== undefined;
    return html`<gatehouse-dialog .open=${this.open} .busy=${running} heading=${this.caption()}>
      <form class="stack" novalidate @submit=${this.submit}>
        ${this.renderFields()}
        ${
          this.acting.problem
            ? html`<gatehouse-problem .problem=${this.acting.problem} .i18n=${i18n}></gatehouse-problem>`
            : nothing
        }
        <button type="submit" hidden></button>
      </form>
      <button slot="actions" type="button" aria-disabled=${running} @click=${this.dismiss}>
        ${i18n.text('action.cancel')}
      </button>
      ${
        this.ready
          ? html`<button
              slot="actions"
              type="button"
              class="primary ${this.danger ? 'danger' : ''}"
              aria-disabled=${running}
              @click=${this.submit}
            >
              ${running ? i18n.text('action.saving') : this.action()}
            </button>`
          : nothing
      }
    </gatehouse-dialog>`;
  }

  private readonly submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.ready) await this.attempt();
  };

  /** Saves it unless something is missing or wrong. */
  protected async attempt(): Promise<void> {
    const wrong = this.mistake();
    if (wrong) await this.focusOn(wrong);
    else await this.acting.run('save', () => this.save());
  }

  private readonly dismiss = (): void => {
    if (this.acting.running) return;
    this.dispatchEvent(new GatehouseEvent('gatehouse-close', {}));
  };
}
