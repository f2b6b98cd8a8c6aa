import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { define } from '../scope/gatehouse-element.js';
import { FormDialog } from './form-dialog.js';

/** Asks for the reason of something that others will want to understand later. */
export class ReasonDialog extends FormDialog {
  @property() heading = '';
  @property() text = '';
  @property() label = '';
  @property({ attribute: false }) act: (reason: string) => Promise<unknown> = () => Promise.resolve();
  @state() private reason = '';
  @state() private blank = false;

  protected override caption(): string {
    return this.heading;
  }

  protected override action(): string {
    return this.label;
  }

  protected override renderFields() {
    const { i18n } = this.scope;
    return html`<p>${this.text}</p>
      <div>
        <label for="reason">${i18n.text('dash.reason')}</label>
        <textarea
          id="reason"
          maxlength="500"
          .value=${this.reason}
          aria-invalid=${this.blank}
          aria-describedby="reason-hint${this.blank ? ' reason-error' : ''}"
          @input=${(event: Event) => {
            this.reason = (event.target as HTMLTextAreaElement).value;
            this.blank = false;
          }}
        ></textarea>
        <p class="hint" id="reason-hint">${i18n.text('dash.reason.hint')}</p>
        ${this.blank ? html`<p class="field-error" id="reason-error">${i18n.text('dash.reason.required')}</p>` : nothing}
      </div>`;
  }

  protected override mistake(): string | undefined {
    this.blank = !this.reason.trim();
    return this.blank ? '#reason' : undefined;
  }

  protected override async save(): Promise<void> {
    await this.act(this.reason.trim());
    this.reason = '';
  }
}

define('gatehouse-reason-dialog', ReasonDialog);
