import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Acting } from '../scope/acting.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import type { Organization } from '../general/organization.js';
import type { Scope } from '../scope/scope.js';

/**
 * The dialog that creates an organization.
 *
 * @fires gatehouse-organization-created - `Organization`
 */
export class CreateOrganization extends GatehouseElement {
  @property({ attribute: false }) scope!: Scope;
  @property({ type: Boolean }) open = false;
  @state() private name = '';
  @state() private externalId = '';
  @state() private blank = false;
  private readonly acting = new Acting(this);

  protected override updated(changed: PropertyValues): void {
    if (changed.has('open') && this.open) void this.focusOn('#name');
  }

  override render() {
    const { i18n } = this.scope;
    return html`<gatehouse-dialog
      .open=${this.open}
      .busy=${this.acting.running !== undefined}
      heading=${i18n.text('dash.organization.create')}
    >
      <form class="stack" novalidate @submit=${this.submit}>
        <div>
          <label for="name">${i18n.text('general.name')}</label>
          <input
            id="name"
            maxlength="200"
            autocomplete="off"
            .value=${this.name}
            aria-invalid=${this.blank}
            aria-describedby=${this.blank ? 'name-error' : nothing}
            @input=${(event: Event) => {
              this.name = (event.target as HTMLInputElement).value;
              this.blank = false;
            }}
          />
          ${this.blank ? html`<p class="field-error" id="name-error">${i18n.text('general.nameRequired')}</p>` : nothing}
        </div>
        <div>
          <label for="external-id">${i18n.text('general.externalId')}</label>
          <input
            id="external-id"
            maxlength="200"
            autocomplete="off"
            .value=${this.externalId}
            aria-describedby="external-id-hint"
            @input=${(event: Event) => (this.externalId = (event.target as HTMLInputElement).value)}
          />
          <p class="hint" id="external-id-hint">${i18n.text('dash.externalId.hint')}</p>
        </div>
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
        ${this.acting.running ? i18n.text('action.saving') : i18n.text('dash.organization.create')}
      </button>
    </gatehouse-dialog>`;
  }

  private readonly submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const name = this.name.trim();
    this.blank = !name;
    if (this.blank) return this.focusOn('#name');
    await this.acting.run('create', async () => {
      const externalId = this.externalId.trim();
      const { body } = await this.scope.api.post<Organization>('/v1/organizations', {
        name,
        ...(externalId ? { externalId } : {}),
      });
      this.name = '';
      this.externalId = '';
      this.dispatchEvent(new GatehouseEvent('gatehouse-organization-created', body));
    });
  };
}

define('gatehouse-create-organization', CreateOrganization);
