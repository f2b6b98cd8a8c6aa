import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { FormDialog } from '../dialog/form-dialog.js';
import { GatehouseEvent, define } from '../scope/gatehouse-element.js';
import type { Organization } from '../general/organization.js';

/**
 * The dialog that creates an organization.
 *
 * @fires gatehouse-organization-created - `Organization`
 */
export class CreateOrganization extends FormDialog {
  @state() private name = '';
  @state() private externalId = '';
  @state() private blank = false;

  protected override caption(): string {
    return this.scope.i18n.text('dash.organization.create');
  }

  protected override action(): string {
    return this.caption();
  }

  protected override renderFields() {
    const { i18n } = this.scope;
    return html`<div>
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
      </div>`;
  }

  protected override mistake(): string | undefined {
    this.blank = !this.name.trim();
    return this.blank ? '#name' : undefined;
  }

  protected override async save(): Promise<void> {
    const externalId = this.externalId.trim();
    const { body } = await this.scope.api.post<Organization>('/v1/organizations', {
      name: this.name.trim(),
      ...(externalId ? { externalId } : {}),
    });
    this.name = '';
    this.externalId = '';
    this.dispatchEvent(new GatehouseEvent('gatehouse-organization-created', body));
  }
}

define('gatehouse-create-organization', CreateOrganization);
