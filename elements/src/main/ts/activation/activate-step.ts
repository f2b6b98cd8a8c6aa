import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Acting } from '../scope/acting.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import type { Scope } from '../scope/scope.js';
import { doneSteps, type Setup, type StepKey } from '../security/security-state.js';
import { stepLink } from '../security/step-link.js';
import type { MessageKey } from '../i18n/localizer.js';
import { workingRevision, type Connection, type Revision } from '../connection/connection.js';
import { isProven, type Domain } from '../domains/domain.js';
import { readPreview, type ActivationPreview } from './activation-preview.js';
import './affected-members.js';

/** What is still to do, and at which step. */
interface Missing {
  key: MessageKey;
  step?: Exclude<StepKey, 'activate'>;
}

const MISSING = {
  domains: { key: 'activate.missing.domains', step: 'domains' },
  connection: { key: 'activate.missing.connection', step: 'connection' },
  key: { key: 'activate.missing.key', step: 'connection' },
  test: { key: 'activate.missing.test', step: 'test' },
  allowed: { key: 'activate.missing.allowed' },
} as const satisfies Record<string, Missing>;

/** The server's objections in the words of what is still to do. */
const OBJECTIONS: Record<string, Missing> = {
  self_serve_sso_disabled: MISSING.allowed,
  connection_incomplete: MISSING.connection,
  no_trusted_key: MISSING.key,
  revision_not_tested: MISSING.test,
  domain_not_verified: MISSING.domains,
};

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
  /** The revision that the preview is about. */
  private previewed = '';
  private readonly acting = new Acting(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    const connection = this.setup.connection;
    const revision = workingRevision(connection);
    if (!changed.has('setup') || !connection || !revision?.tested) return;
    if (revision.id !== this.previewed) {
      this.previewed = revision.id;
      this.preview = undefined;
      this.relink = false;
    }
    void this.readPreview(connection, revision);
  }

  private async readPreview(connection: Connection, revision: Revision): Promise<void> {
    const preview = await readPreview(this.scope.api, connection, revision, this.assigned(connection));
    if (revision.id !== this.previewed) return;
    this.preview = preview;
    // Never taken back by news: whoever was asked to confirm is not asked less.
    this.relink ||= preview.problems.includes('relink_confirmation_required');
  }

  override render() {
    const { i18n } = this.scope;
    const { connection } = this.setup;
    const revision = workingRevision(connection);
    const done = doneSteps(this.setup);
    const assigned = this.assigned(connection);
    const ready =
      Boolean(connection && revision?.tested && assigned.length && assigned.every(isProven)) &&
      !this.objections().length;
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
    const affected = this.preview?.affected;
    const replaces = connection.status === 'active';
    return html`<div class="card stack">
        <h4>${i18n.text('activate.effect')}</h4>
        <p>${i18n.text('activate.who', values)}</p>
        ${
          affected?.length
            ? html`<gatehouse-affected-members
                .scope=${this.scope}
                .affected=${affected}
              ></gatehouse-affected-members>`
            : nothing
        }
        <ul class="stack tight bullets">
          <li>${i18n.text(replaces ? 'activate.replaces' : 'activate.when')}</li>
          <li>${i18n.text('activate.without', values)}</li>
          <li>${i18n.text(replaces ? 'activate.back.draft' : 'activate.back')}</li>
        </ul>
      </div>
      ${this.relink ? this.renderRelink(connection) : nothing}
      ${
        this.acting.problem && !this.relink
          ? html`<gatehouse-problem .problem=${this.acting.problem} .i18n=${i18n}></gatehouse-problem>`
          : nothing
      }
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

  private renderRelink(connection: Connection) {
    const { i18n } = this.scope;
    const count = this.preview?.relinked;
    return html`<div class="notice warn stack tight" role="alert">
      <p class="strong">${i18n.text('activate.relink.title')}</p>
      ${count === undefined ? nothing : html`<p>${i18n.text('activate.relink.count', { count })}</p>`}
      <p>${i18n.text('activate.relink.text', { connection: connection.name })}</p>
    </div>`;
  }

  /** What the server would refuse the activation for, known before anybody tries. */
  private objections(): Missing[] {
    return (this.preview?.problems ?? []).flatMap((code) => OBJECTIONS[code] ?? []);
  }

  private assigned(connection: Connection | undefined): Domain[] {
    return this.setup.domains.filter((domain) => connection?.domains.includes(domain.id));
  }

  private renderMissing(connection: Connection | undefined, assigned: Domain[]) {
    const { i18n } = this.scope;
    const done = doneSteps(this.setup);
    const missing: Missing[] = [
      ...(assigned.length && assigned.every(isProven) ? [] : [MISSING.domains]),
      ...(connection && done.connection ? [] : [MISSING.connection]),
      ...(done.test ? [] : [MISSING.test]),
      ...this.objections(),
    ];
    const [first] = missing;
    return html`<div class="notice stack tight">
        <p class="strong">${i18n.text('activate.missing')}</p>
        <ul class="stack tight">
          ${[...new Set(missing)].map(({ key }) => html`<li><span aria-hidden="true">○</span> ${i18n.text(key)}</li>`)}
        </ul>
      </div>
      ${first?.step ? stepLink(this, i18n, first.step) : nothing}`;
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
    this.relink ||= this.acting.problem?.code === 'relink_confirmation_required';
    if (!worked) return;
    this.dispatchEvent(new GatehouseEvent('gatehouse-announce', this.scope.i18n.text('activate.done')));
    this.dispatchEvent(new GatehouseEvent('gatehouse-changed', {}));
  }
}

define('gatehouse-activate-step', ActivateStep);
