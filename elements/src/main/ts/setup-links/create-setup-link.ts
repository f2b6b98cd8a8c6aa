import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { FormDialog } from '../dialog/form-dialog.js';
import { GatehouseEvent, define } from '../scope/gatehouse-element.js';
import { LINK_STEPS, type LinkStep, type SetupLink } from './setup-link.js';

/**
 * The dialog that makes a set-up link for a named person.
 *
 * @fires gatehouse-setup-link-created - `SetupLink`, with its address
 */
export class CreateSetupLink extends FormDialog {
  @property() organization = '';
  /** The steps that are chosen at first. */
  @property({ attribute: false }) suggested: readonly LinkStep[] = LINK_STEPS;
  @state() private name = '';
  @state() private email = '';
  @state() private steps: readonly LinkStep[] = LINK_STEPS;
  @state() private missing: 'name' | 'steps' | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('suggested')) this.steps = this.suggested;
  }

  protected override caption(): string {
    return this.scope.i18n.text('dash.link.create');
  }

  protected override action(): string {
    return this.caption();
  }

  protected override renderFields() {
    const { i18n } = this.scope;
    return html`<div>
        <label for="name">${i18n.text('dash.link.recipient')}</label>
        <input
          id="name"
          maxlength="200"
          autocomplete="off"
          .value=${this.name}
          aria-invalid=${this.missing === 'name'}
          aria-describedby=${this.missing === 'name' ? 'name-error' : 'name-hint'}
          @input=${(event: Event) => {
            this.name = (event.target as HTMLInputElement).value;
            this.missing = undefined;
          }}
        />
        <p class="hint" id="name-hint">${i18n.text('dash.link.recipient.hint')}</p>
        ${this.missing === 'name' ? html`<p class="field-error" id="name-error">${i18n.text('general.nameRequired')}</p>` : nothing}
      </div>
      <div>
        <label for="email">${i18n.text('members.email')} (${i18n.text('optional')})</label>
        <input
          id="email"
          type="email"
          autocomplete="off"
          .value=${this.email}
          @input=${(event: Event) => (this.email = (event.target as HTMLInputElement).value)}
        />
      </div>
      <fieldset>
        <legend class="label">${i18n.text('dash.link.steps')}</legend>
        <div class="stack tight">
          ${LINK_STEPS.map(
            (step) =>
              html`<label class="choice">
                <input
                  type="checkbox"
                  .checked=${this.steps.includes(step)}
                  @change=${(event: Event) => this.choose(step, (event.target as HTMLInputElement).checked)}
                />
                ${i18n.text(`dash.link.step.${step}`)}
              </label>`,
          )}
        </div>
        ${this.missing === 'steps' ? html`<p class="field-error" role="alert">${i18n.text('dash.link.steps.required')}</p>` : nothing}
      </fieldset>`;
  }

  protected override mistake(): string | undefined {
    this.missing = !this.name.trim() ? 'name' : !this.steps.length ? 'steps' : undefined;
    return this.missing && (this.missing === 'name' ? '#name' : 'fieldset input');
  }

  protected override async save(): Promise<void> {
    const email = this.email.trim();
    const { body } = await this.scope.api.post<SetupLink>('/v1/setup-links', {
      organization: this.organization,
      recipientName: this.name.trim(),
      ...(email ? { recipientEmail: email } : {}),
      steps: this.steps,
    });
    this.name = '';
    this.email = '';
    this.steps = this.suggested;
    this.dispatchEvent(new GatehouseEvent('gatehouse-setup-link-created', body));
  }

  private choose(step: LinkStep, chosen: boolean): void {
    this.steps = LINK_STEPS.filter((one) => (one === step ? chosen : this.steps.includes(one)));
    this.missing = undefined;
  }
}

define('gatehouse-create-setup-link', CreateSetupLink);
