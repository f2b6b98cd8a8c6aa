import { css, html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Acting } from '../scope/acting.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import type { Scope } from '../scope/scope.js';
import type { Member, Role } from './member.js';

/**
 * The dialog that adds a member by email and role.
 *
 * @fires gatehouse-member-added - `Member`
 */
export class AddMember extends GatehouseElement {
  static override styles = [
    GatehouseElement.styles,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  @property({ attribute: false }) scope!: Scope;
  @property() organization = '';
  @property({ attribute: false }) roles: Role[] = [];
  @property({ attribute: false }) roleName: (key: string) => string = (key) => key;
  @property({ type: Boolean }) open = false;
  @state() private email = '';
  @state() private chosen = 'org:member';
  @state() private wrong = false;
  private readonly acting = new Acting(this);

  protected override updated(changed: PropertyValues): void {
    if (changed.has('open') && this.open) void this.focusOn('#email');
  }

  override render() {
    const { i18n } = this.scope;
    const keys = this.roles.length ? this.roles.map((role) => role.key) : ['org:member', 'org:admin'];
    return html`<gatehouse-dialog
      .open=${this.open}
      .busy=${this.acting.running !== undefined}
      heading=${i18n.text('members.add')}
    >
      <form id="form" class="stack" novalidate @submit=${this.submit}>
        <p class="soft">${i18n.text('members.add.text')}</p>
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
        ${this.acting.running ? i18n.text('action.saving') : i18n.text('members.add')}
      </button>
    </gatehouse-dialog>`;
  }

  private type(event: Event): void {
    this.email = (event.target as HTMLInputElement).value;
    this.wrong = false;
  }

  private readonly submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const email = this.email.trim();
    this.wrong = !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email);
    if (this.wrong) return this.focusOn('#email');
    await this.acting.run('add', async () => {
      const { body } = await this.scope.api.post<Member>(`/v1/organizations/${this.organization}/members`, {
        email,
        role: this.chosen,
      });
      this.email = '';
      this.dispatchEvent(new GatehouseEvent('gatehouse-member-added', body));
    });
  };
}

define('gatehouse-add-member', AddMember);
