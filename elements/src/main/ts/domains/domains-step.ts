import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Acting } from '../scope/acting.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import type { Scope } from '../scope/scope.js';
import type { Setup } from '../security/security-state.js';
import { etagOf, type Connection } from '../connection/connection.js';
import { isProven, type Domain } from './domain.js';
import { readAffected, type MembersAtDomain } from '../activation/activation-preview.js';
import '../activation/affected-members.js';
import '../dialog/confirm-dialog.js';
import './add-domains.js';
import './domain-row.js';

/**
 * The first step: which domains the organization's people have, and the proof that they are its own.
 *
 * @fires gatehouse-changed - something was stored; whoever shows the set-up reads it again
 * @fires gatehouse-next - the person goes on
 */
export class DomainsStep extends GatehouseElement {
  @property({ attribute: false }) scope!: Scope;
  @property() organization = '';
  @property({ attribute: false }) setup!: Setup;
  @state() private leaving: Domain | undefined;
  @state() private joining: Domain | undefined;
  @state() private affected: MembersAtDomain[] | undefined;
  private readonly acting = new Acting(this);

  override render() {
    const { i18n } = this.scope;
    const { domains, connection } = this.setup;
    const proven = domains.filter(isProven);
    return html`<section class="stack loose" aria-labelledby="title">
      <div class="stack tight">
        <h3 id="title" tabindex="-1">${i18n.text('domains.title')}</h3>
        <p class="soft">${i18n.text('domains.text')}</p>
      </div>
      <gatehouse-add-domains
        .scope=${this.scope}
        .organization=${this.organization}
        .known=${domains.map((domain) => domain.name)}
        ?first=${domains.length === 0}
        @gatehouse-domains-added=${this.changed}
      ></gatehouse-add-domains>
      ${
        domains.length
          ? html`<div class="stack tight" @gatehouse-domain-changed=${this.changed}>
              ${repeat(
                domains,
                (domain) => domain.id,
                (domain, index) =>
                  html`<gatehouse-domain-row
                    .scope=${this.scope}
                    .domain=${domain}
                    ?open=${domain.status === 'pending' && index === domains.findIndex((one) => one.status === 'pending')}
                    ?assignable=${Boolean(connection && !connection.domains.includes(domain.id))}
                    @gatehouse-domain-remove=${() => (this.leaving = domain)}
                    @gatehouse-domain-assign=${() => this.askToAssign(domain)}
                  ></gatehouse-domain-row>`,
              )}
            </div>`
          : nothing
      }
      ${
        this.acting.problem
          ? html`<gatehouse-problem .problem=${this.acting.problem} .i18n=${i18n}></gatehouse-problem>`
          : nothing
      }
      ${
        proven.length || connection
          ? html`<div class="actions">
              <button
                type="button"
                class="primary"
                @click=${() => this.dispatchEvent(new GatehouseEvent('gatehouse-next', {}))}
              >
                ${i18n.text('action.continue')}
              </button>
              <span class="soft">${proven.length < domains.length ? i18n.text('domains.goOn') : ''}</span>
            </div>`
          : nothing
      }
      ${this.renderRemoval()} ${this.renderAssignment()}
    </section>`;
  }

  private renderRemoval() {
    const { i18n } = this.scope;
    const domain = this.leaving;
    const live =
      domain &&
      this.setup.connection?.status === 'active' &&
      this.setup.connection.domains.includes(domain.id);
    return html`<gatehouse-confirm-dialog
      danger
      .scope=${this.scope}
      .open=${domain !== undefined}
      heading=${i18n.text('domain.remove.title', { name: domain?.name ?? '' })}
      action=${i18n.text('domain.remove.of', { name: domain?.name ?? '' })}
      .act=${this.confirmRemoval}
      @gatehouse-close=${this.forget}
    >
      <p>${i18n.text(live ? 'domain.remove.live' : 'domain.remove.text', { name: domain?.name ?? '' })}</p>
    </gatehouse-confirm-dialog>`;
  }

  private renderAssignment() {
    const { i18n } = this.scope;
    const values = { name: this.joining?.name ?? '', connection: this.setup.connection?.name ?? '' };
    return html`<gatehouse-confirm-dialog
      .scope=${this.scope}
      .open=${this.joining !== undefined}
      heading=${i18n.text('domain.assign.title', values)}
      action=${i18n.text('domain.assign')}
      .act=${() => this.assign(this.joining)}
      @gatehouse-close=${this.forget}
    >
      <p>${i18n.text('domain.assign.live', values)}</p>
      ${
        this.affected?.length
          ? html`<gatehouse-affected-members
              .scope=${this.scope}
              .affected=${this.affected}
            ></gatehouse-affected-members>`
          : nothing
      }
    </gatehouse-confirm-dialog>`;
  }

  private askToAssign(domain: Domain): void {
    this.acting.clear();
    // Before people sign in with it nobody is affected: no question needed.
    if (this.setup.connection?.status !== 'active') {
      void this.assignNow(domain);
      return;
    }
    this.joining = domain;
    this.affected = undefined;
    void readAffected(this.scope.api, this.organization, [domain]).then((found) => (this.affected = found));
  }

  private readonly forget = (): void => {
    this.leaving = undefined;
    this.joining = undefined;
  };

  private readonly confirmRemoval = async (): Promise<void> => {
    const domain = this.leaving;
    if (!domain) return;
    await this.scope.api.delete(`/v1/domains/${domain.id}`);
    this.leaving = undefined;
    this.changed();
    const text = this.scope.i18n.text('domain.removed', { name: domain.name });
    this.dispatchEvent(new GatehouseEvent('gatehouse-announce', text));
    await this.focusOn('#title');
  };

  private async assignNow(domain: Domain): Promise<void> {
    await this.acting.run('assign', () => this.assign(domain));
    // Somebody else changed the connection first: read it, so that the next try is based on what is there.
    if (this.acting.problem?.kind === 'stale') this.changed();
  }

  private async assign(domain: Domain | undefined): Promise<void> {
    const { connection } = this.setup;
    if (!domain || !connection) return;
    const body = { domains: [...connection.domains, domain.id], confirm: true };
    const path = `/v1/connections/${connection.id}/domains`;
    await this.scope.api.put<Connection>(path, body, { ifMatch: etagOf(connection) });
    this.joining = undefined;
    this.changed();
  }

  private readonly changed = (): void => {
    this.dispatchEvent(new GatehouseEvent('gatehouse-changed', {}));
  };
}

define('gatehouse-domains-step', DomainsStep);
