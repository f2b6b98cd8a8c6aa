import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Acting } from '../scope/acting.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import type { Scope } from '../scope/scope.js';
import type { Setup } from '../security/security-state.js';
import type { ApiProblem } from '../api/problem.js';
import { etagOf, type Connection } from '../connection/connection.js';
import { isProven, type Domain } from './domain.js';
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
                    @gatehouse-domain-remove=${() => this.askToRemove(domain)}
                    @gatehouse-domain-assign=${() => this.askToAssign(domain)}
                  ></gatehouse-domain-row>`,
              )}
            </div>`
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
    return html`<gatehouse-dialog
      .open=${domain !== undefined}
      .busy=${this.acting.running !== undefined}
      heading=${i18n.text('domain.remove.title', { name: domain?.name ?? '' })}
      @gatehouse-close=${this.forget}
    >
      <p>${i18n.text(live ? 'domain.remove.live' : 'domain.remove.text', { name: domain?.name ?? '' })}</p>
      ${this.renderProblem()}
      <button slot="actions" type="button" @click=${this.forget}>${i18n.text('action.cancel')}</button>
      <button
        slot="actions"
        type="button"
        class="danger primary"
        ?disabled=${this.acting.running !== undefined}
        @click=${this.confirmRemoval}
      >
        ${i18n.text('domain.remove.of', { name: domain?.name ?? '' })}
      </button>
    </gatehouse-dialog>`;
  }

  private renderAssignment() {
    const { i18n } = this.scope;
    const values = { name: this.joining?.name ?? '', connection: this.setup.connection?.name ?? '' };
    return html`<gatehouse-dialog
      .open=${this.joining !== undefined}
      .busy=${this.acting.running !== undefined}
      heading=${i18n.text('domain.assign.title', values)}
      @gatehouse-close=${this.forget}
    >
      <p>${i18n.text('domain.assign.live', values)}</p>
      ${this.renderProblem()}
      <button slot="actions" type="button" @click=${this.forget}>${i18n.text('action.cancel')}</button>
      <button
        slot="actions"
        type="button"
        class="primary"
        ?disabled=${this.acting.running !== undefined}
        @click=${this.confirmAssignment}
      >
        ${i18n.text('domain.assign')}
      </button>
    </gatehouse-dialog>`;
  }

  private renderProblem() {
    const problem: ApiProblem | undefined = this.acting.problem;
    return problem
      ? html`<gatehouse-problem .problem=${problem} .i18n=${this.scope.i18n}></gatehouse-problem>`
      : nothing;
  }

  private askToRemove(domain: Domain): void {
    this.acting.clear();
    this.leaving = domain;
  }

  private askToAssign(domain: Domain): void {
    this.acting.clear();
    // Before people sign in with it nobody is affected: no question needed.
    this.joining = domain;
    if (this.setup.connection?.status !== 'active') void this.confirmAssignment();
  }

  private readonly forget = (): void => {
    this.leaving = undefined;
    this.joining = undefined;
  };

  private readonly confirmRemoval = async (): Promise<void> => {
    const domain = this.leaving;
    if (!domain) return;
    const worked = await this.acting.run('remove', () => this.scope.api.delete(`/v1/domains/${domain.id}`));
    if (!worked) return;
    this.leaving = undefined;
    this.changed();
    this.dispatchEvent(
      new GatehouseEvent('gatehouse-announce', this.scope.i18n.text('domain.removed', { name: domain.name })),
    );
    await this.focusOn('#title');
  };

  private readonly confirmAssignment = async (): Promise<void> => {
    const { connection } = this.setup;
    const domain = this.joining;
    if (!domain || !connection) return;
    const worked = await this.acting.run('assign', async () => {
      const body = { domains: [...connection.domains, domain.id], confirm: true };
      const path = `/v1/connections/${connection.id}/domains`;
      await this.scope.api.put<Connection>(path, body, { ifMatch: etagOf(connection) });
    });
    if (!worked) return;
    this.joining = undefined;
    this.changed();
  };

  private readonly changed = (): void => {
    this.dispatchEvent(new GatehouseEvent('gatehouse-changed', {}));
  };
}

define('gatehouse-domains-step', DomainsStep);
