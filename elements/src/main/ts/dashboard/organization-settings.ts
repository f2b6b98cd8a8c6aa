import { css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Acting } from '../scope/acting.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import type { Answer } from '../api/api.js';
import type { Organization } from '../general/organization.js';
import type { Scope } from '../scope/scope.js';
import { NavigateEvent } from './navigation.js';
import '../dialog/confirm-dialog.js';

/**
 * The switch that lets an organization set up SSO, its name, and its deletion.
 *
 * @fires gatehouse-organization-changed - `Answer<Organization>`
 */
export class OrganizationSettings extends GatehouseElement {
  static override styles = [
    GatehouseElement.styles,
    css`
      .switch {
        display: flex;
        gap: 16px;
        align-items: flex-start;
        justify-content: space-between;
        flex-wrap: wrap;
      }
      .switch > div {
        flex: 1 1 280px;
      }
      button[role='switch'] {
        min-inline-size: 56px;
        inline-size: 56px;
        padding: 3px;
        border-radius: 999px;
        justify-content: flex-start;
        background: var(--_surface-sunken);
      }
      button[role='switch']::before {
        content: '';
        inline-size: 26px;
        block-size: 26px;
        border-radius: 50%;
        background: var(--_line-strong);
      }
      button[role='switch'][aria-checked='true'] {
        justify-content: flex-end;
        background: var(--_accent);
        border-color: var(--_accent);
      }
      button[role='switch'][aria-checked='true']::before {
        background: var(--_on-accent);
      }
    `,
  ];

  @property({ attribute: false }) scope!: Scope;
  @property({ attribute: false }) organization!: Answer<Organization>;
  @state() private leaving = false;
  private readonly acting = new Acting(this);

  override render() {
    const { i18n } = this.scope;
    const it = this.organization.body;
    return html`<div class="stack loose">
      <section class="card stack" aria-labelledby="switch-label">
        <div class="switch">
          <div class="stack tight">
            <h3 id="switch-label">${i18n.text('dash.switch')}</h3>
            <p class="soft" id="switch-text">
              ${i18n.text(it.selfServeSso ? 'dash.switch.on.text' : 'dash.switch.off.text')}
            </p>
          </div>
          <button
            type="button"
            role="switch"
            aria-checked=${it.selfServeSso}
            aria-labelledby="switch-label"
            aria-describedby="switch-text"
            ?disabled=${this.acting.running !== undefined}
            @click=${this.toggle}
          ></button>
        </div>
        ${
          this.acting.failed === 'switch'
            ? html`<gatehouse-problem .problem=${this.acting.problem} .i18n=${i18n}></gatehouse-problem>`
            : nothing
        }
      </section>
      <gatehouse-general-tab
        .scope=${this.scope}
        .organization=${this.organization}
        editable
      ></gatehouse-general-tab>
      <section class="card stack tight">
        <h3>${i18n.text('dash.delete')}</h3>
        <p class="soft">${i18n.text('dash.delete.text')}</p>
        <div>
          <button type="button" class="danger" @click=${() => (this.leaving = true)}>
            ${i18n.text('dash.delete')}
          </button>
        </div>
      </section>
      ${this.renderDeletion(it)}
    </div>`;
  }

  private renderDeletion(it: Organization) {
    const { i18n } = this.scope;
    const name = it.name ?? it.id;
    return html`<gatehouse-confirm-dialog
      danger
      .scope=${this.scope}
      .open=${this.leaving}
      heading=${i18n.text('dash.delete.title', { name })}
      action=${i18n.text('dash.delete')}
      .words=${name}
      .wordsLabel=${i18n.text('dash.delete.type', { name })}
      .act=${this.delete}
      @gatehouse-close=${() => (this.leaving = false)}
    >
      <p>${i18n.text('dash.delete.effect')}</p>
    </gatehouse-confirm-dialog>`;
  }

  private readonly toggle = (): Promise<boolean> =>
    this.acting.run('switch', async () => {
      const { api } = this.scope;
      const { id, selfServeSso } = this.organization.body;
      const path = `/v1/organizations/${id}/self-serve-sso`;
      await (selfServeSso ? api.delete(path) : api.put(path, undefined));
      this.tell(await api.get<Organization>(`/v1/organizations/${id}`));
    });

  private tell(organization: Answer<Organization>): void {
    this.organization = organization;
    this.dispatchEvent(new GatehouseEvent('gatehouse-organization-changed', organization));
  }

  private readonly delete = async (): Promise<void> => {
    const { id, name } = this.organization.body;
    await this.scope.api.delete(`/v1/organizations/${id}`);
    this.dispatchEvent(
      new GatehouseEvent('gatehouse-announce', this.scope.i18n.text('dash.deleted', { name: name ?? id })),
    );
    this.dispatchEvent(new NavigateEvent('organizations'));
  };
}

define('gatehouse-organization-settings', OrganizationSettings);
