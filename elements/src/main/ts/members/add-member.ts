import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { FormDialog } from '../dialog/form-dialog.js';
import { GatehouseEvent, define } from '../scope/gatehouse-element.js';
import type { Member, Role } from './member.js';

/**
 * The dialog that adds a member by email and role.
 *
 * @fires gatehouse-member-added - `Member`
 */
export class AddMember extends FormDialog {
  @property() organization = '';
  @property({ attribute: false }) roles: Role[] = [];
  @property({ attribute: false }) roleName: (key: string) => string = (key) => key;
  @state() private email = '';
  @state() private chosen = 'org:member';
  @state() private wrong = false;

  protected override caption(): string {
    return this.scope.i18n.text('members.add');
  }

  protected override action(): string {
    return this.caption();
  }

  protected override renderFields() {
    const { i18n } = this.scope;
    const keys = this.roles.length ? this.roles.map((role) => role.key) : ['org:member', 'org:admin'];
    return html`<p class="soft">${i18n.text('members.add.text')}</p>
      <div>
        <label for="email">${i18n.text('members.email')}</label>
        <input
          dir="ltr"
          id="email"
          type="email"
          autocomplete="off"
          spellcheck="false"
          .value=${this.email}
          aria-invalid=${this.wrong}
          aria-describedby=${this.wrong ? 'email-error' : nothing}
          @input=${(event: Event) => this.type(event)}
        />
        ${this.wrong ? html`<p class="field-error" id="email-error">${i18n.text('members.email.invalid')}</p>` : nothing}
      </div>
      <div>
        <label for="role">${i18n.text('members.role')}</label>
        <select
          id="role"
          @change=${(event: Event) => (this.chosen = (event.target as HTMLSelectElement).value)}
        >
          ${keys.map((key) => html`<option value=${key} ?selected=${key === this.chosen}>${this.roleName(key)}</option>`)}
        </select>
      </div>`;
  }

  protected override mistake(): string | undefined {
    this.wrong = !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(this.email.trim());
    return this.wrong ? '#email' : undefined;
  }

  protected override async save(): Promise<void> {
    const { body } = await this.scope.api.post<Member>(`/v1/organizations/${this.organization}/members`, {
      email: this.email.trim(),
      role: this.chosen,
    });
    this.email = '';
    this.dispatchEvent(new GatehouseEvent('gatehouse-member-added', body));
  }

  private type(event: Event): void {
    this.email = (event.target as HTMLInputElement).value;
    this.wrong = false;
  }
}

define('gatehouse-add-member', AddMember);
