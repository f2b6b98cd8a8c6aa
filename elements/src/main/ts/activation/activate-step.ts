import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Acting } from '../scope/acting.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import type { Scope } from '../scope/scope.js';
import { doneSteps, type Setup, type StepKey } from '../security/security-state.js';
import { stepLink } from '../security/step-link.js';
import { workingRevision, type Connection } from '../connection/connection.js';
import { isProven, type Domain } from '../domains/domain.js';
import { readPreview, type ActivationPreview } from './activation-preview.js';

/**
 * The fourth step: who will be affected, from when, what people without the provider will see, how to go
 * back. Then one button.
 *
 * @fires gatehouse-changed
 * @fires gatehouse-connection-activated - `Connection`
 */
export class ActivateStep extends GatehouseElement {
  @property({ attribute: false }) scope!: Scope;
  @property({ attribute: false }) setup!: Setup;
  /** The holder of a set-up link cannot replace what is live: an administrator confirms that. */
  @property({ type: Boolean }) byLink = false;
  @state() private preview: ActivationPreview | undefined;
  @state() private relink = false;
  private readonly acting = new Acting(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    const connection = this.setup.connection;
    const revision = workingRevision(connection);
    if (changed.has('setup') && connection && revision?.tested) {
      void readPreview(this.scope.api, connection, revision).then((preview) => (this.preview = preview));
    }
  }

  override render() {
    const { i18n } = this.scope;
    const { connection, domains } = this.setup;
    const revision = workingRevision(connection);
    const done = doneSteps(this.setup);
    const assigned = domains.filter((domain) => connection?.domains.includes(domain.id));
    const ready = Boolean(connection && revision?.tested && assigned.length && assigned.every(isProven));
    return html`<section class="stack loose" aria-labelledby="title">
      <h3 id="title" tabindex="-1">${i18n.text('activate.title')}</h3>
      ${
        done.activate
          ? html`<p class="notice good">${i18n.text('activate.already')}</p>`
          : ready && connection
            ? this.renderOffer(connection, assigned)
            : this.renderMissing(connection, assigned)
      }
    </section>`;
  }

  private renderOffer(connection: Connection, assigned: Domain[]) {
    const { i18n } = this.scope;
    const names = i18n.list(assigned.map((domain) => domain.displayName || domain.name));
    const values = { domains: names, connection: connection.name };
    const people = this.preview?.people;
    const replaces = connection.status === 'active';
    return html`<div class="card stack">
        <h4>${i18n.text('activate.effect')}</h4>
        <p>
          ${
            people === undefined
              ? i18n.text('activate.who', values)
              : i18n.text('activate.who.count', { ...values, count: people })
          }
        </p>
        ${this.preview?.sample?.length ? html`<p class="soft">${i18n.list(this.preview.sample)}</p>` : nothing}
        <ul class="stack tight bullets">
          <li>${i18n.text(replaces ? 'activate.replaces' : 'activate.when')}</li>
          <li>${i18n.text('activate.without', values)}</li>
          <li>${i18n.text(replaces ? 'activate.back.draft' : 'activate.back')}</li>
        </ul>
      </div>
      ${this.acting.problem ? this.renderRefusal(connection) : nothing}
      ${
        this.byLink && replaces
          ? html`<p class="notice warn">${i18n.text('activate.byLink')}</p>`
          : html`<div class="actions">
              <button
                type="button"
                class="primary"
                ?disabled=${this.acting.running !== undefined}
                @click=${() => this.activate(connection)}
              >
                ${i18n.text(this.acting.running ? 'activate.running' : this.relink ? 'activate.relink' : 'activate.go')}
              </button>
            </div>`
      }`;
  }

  private renderRefusal(connection: Connection) {
    const { i18n } = this.scope;
    const problem = this.acting.problem;
    if (problem?.code === 'relink_confirmation_required') {
      return html`<div class="notice warn stack tight" role="alert">
        <p class="strong">${i18n.text('activate.relink.title')}</p>
        <p>${i18n.text('activate.relink.text', { connection: connection.name })}</p>
      </div>`;
    }
    return html`<gatehouse-problem .problem=${problem} .i18n=${i18n}></gatehouse-problem>`;
  }

  private renderMissing(connection: Connection | undefined, assigned: Domain[]) {
    const { i18n } = this.scope;
    const done = doneSteps(this.setup);
    const missing: Exclude<StepKey, 'activate'>[] = [
      ...(assigned.length && assigned.every(isProven) ? [] : (['domains'] as const)),
      ...(connection && done.connection ? [] : (['connection'] as const)),
      ...(done.test ? [] : (['test'] as const)),
    ];
    const [first] = missing;
    return html`<div class="notice stack tight">
        <p class="strong">${i18n.text('activate.missing')}</p>
        <ul class="stack tight">
          ${missing.map((step) => html`<li><span aria-hidden="true">○</span> ${i18n.text(`activate.missing.${step}`)}</li>`)}
        </ul>
      </div>
      ${first ? stepLink(this, i18n, first) : nothing}`;
  }

  private async activate(connection: Connection): Promise<void> {
    const revision = workingRevision(connection);
    if (!revision) return;
    const worked = await this.acting.run('activate', async () => {
      const body = { revision: revision.id, ...(this.relink ? { confirmRelink: true } : {}) };
      const path = `/v1/connections/${connection.id}/activation`;
      const { body: live } = await this.scope.api.put<Connection>(path, body);
      this.dispatchEvent(new GatehouseEvent('gatehouse-connection-activated', live ?? connection));
    });
    this.relink = this.acting.problem?.code === 'relink_confirmation_required';
    if (!worked) return;
    this.dispatchEvent(new GatehouseEvent('gatehouse-announce', this.scope.i18n.text('activate.done')));
    this.dispatchEvent(new GatehouseEvent('gatehouse-changed', {}));
  }
}

define('gatehouse-activate-step', ActivateStep);
