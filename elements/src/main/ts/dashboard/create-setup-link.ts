import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Acting } from '../scope/acting.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import type { Scope } from '../scope/scope.js';
import { LINK_STEPS, type LinkStep, type SetupLink } from './setup-link.js';

/**
 * The dialog that makes a set-up link for a named person.
 *
 * @fires gatehouse-setup-link-created - `SetupLink`, with its address
 */
export class CreateSetupLink extends GatehouseElement {
  @property({ attribute: false }) scope!: Scope;
  @property() organization = '';
  @property({ type: Boolean }) open = false;
  @state() private name = '';
  @state() private email = '';
  @state() private steps: readonly LinkStep[] = LINK_STEPS;
  @state() private missing: 'name' | 'steps' | undefined;
  private readonly acting = new Acting(this);

  protected override updated(changed: PropertyValues): void {
    if (changed.has('open') && this.open) void this.focusOn('#name');
  }

  override render() {
    const { i18n } = this.scope;
    return html`<gatehouse-dialog
      .open=${this.open}
      .busy=${this.acting.running !== undefined}
      heading=${i18n.text('dash.link.create')}
    >
      <form class="stack" novalidate @submit=${this.submit}>
        <div>
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
        </fieldset>
        ${
          this.acting.problem
            ? html`<gatehouse-problem .problem=${this.acting.problem} .i18n=${i18n}></gatehouse-problem>`
            : nothing
        }
        <button type="submit" hidden></button>
      </form>
      <button
        slot="actions"
        type="button"
        @click=${() => this.dispatchEvent(new GatehouseEvent('gatehouse-close', {}))}
      >
        ${i18n.text('action.cancel')}
      </button>
      <button
        slot="actions"
        type="button"
        class="primary"
        ?disabled=${this.acting.running !== undefined}
        @click=${this.submit}
      >
        ${this.acting.running ? i18n.text('action.saving') : i18n.text('dash.link.create')}
      </button>
    </gatehouse-dialog>`;
  }

  private choose(step: LinkStep, chosen: boolean): void {
    this.steps = LINK_STEPS.filter((one) => (one === step ? chosen : this.steps.includes(one)));
    this.missing = undefined;
  }

  private readonly submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const name = this.name.trim();
    this.missing = !name ? 'name' : !this.steps.length ? 'steps' : undefined;
    if (this.missing) return this.focusOn(this.missing === 'name' ? '#name' : 'fieldset input');
    await this.acting.run('create', async () => {
      const email = this.email.trim();
      const { body } = await this.scope.api.post<SetupLink>('/v1/setup-links', {
        organization: this.organization,
        recipientName: name,
        ...(email ? { recipientEmail: email } : {}),
        steps: this.steps,
      });
      this.name = '';
      this.email = '';
      this.steps = LINK_STEPS;
      this.dispatchEvent(new GatehouseEvent('gatehouse-setup-link-created', body));
    });
  };
}

define('gatehouse-create-setup-link', CreateSetupLink);
