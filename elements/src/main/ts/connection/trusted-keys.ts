import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Acting } from '../scope/acting.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import type { MessageKey } from '../i18n/localizer.js';
import type { Scope } from '../scope/scope.js';
import { choice } from './choice.js';
import { etagOf, workingRevision, type Connection, type IdpKey } from './connection.js';
import { PRIVATE_KEY } from './intake.js';
import '../dialog/confirm-dialog.js';

const TONES = { trusted: 'good', candidate: 'warn', revoked: 'bad' } as const;

/**
 * The certificates of the identity provider, closed at first: trust a new one before the provider changes over,
 * revoke one that was stolen. Unlike everything else of the step this takes effect at once.
 *
 * @fires gatehouse-changed
 */
export class TrustedKeys extends GatehouseElement {
  @property({ attribute: false }) scope!: Scope;
  @property({ attribute: false }) connection!: Connection;
  @state() private typed = '';
  @state() private mistake: string | undefined;
  @state() private revoking: IdpKey | undefined;
  private readonly acting = new Acting(this);

  override render() {
    const { i18n } = this.scope;
    return html`<details>
      <summary>${i18n.text('keys.title')}</summary>
      <div class="stack">
        <p class="soft">${i18n.text('keys.text')}</p>
        <ul class="stack tight">
          ${this.connection.idpKeys.map((key) => this.renderKey(key))}
        </ul>
        ${this.renderFollowing()} ${this.renderAdding()}
        ${
          this.acting.problem
            ? html`<gatehouse-problem .problem=${this.acting.problem} .i18n=${i18n}></gatehouse-problem>`
            : nothing
        }
      </div>
      ${this.renderRevoking()}
    </details>`;
  }

  private renderKey(key: IdpKey) {
    const { i18n } = this.scope;
    const ended = i18n.daysUntil(key.notAfter) < 0;
    const until = { at: i18n.date(key.notAfter) };
    return html`<li class="row between">
      <span>
        <span class="mono">${key.subject}</span><br />
        <span class="soft">
          ${i18n.text(ended ? 'certificate.ended' : 'certificate.until', until)} · SHA-256
          <span class="mono" title=${key.id}>${key.id.slice(0, 16)}…</span>
        </span>
      </span>
      <span class="row">
        <gatehouse-badge tone=${TONES[key.trust]}
          >${i18n.text(`keys.${key.trust}` as MessageKey)}</gatehouse-badge
        >
        ${
          key.trust === 'trusted'
            ? nothing
            : html`<button
                type="button"
                aria-label=${i18n.text('keys.trust.of', { subject: key.subject })}
                ?disabled=${this.acting.running !== undefined}
                @click=${() => this.trust(key, 'trusted')}
              >
                ${i18n.text('keys.trust')}
              </button>`
        }
        ${
          key.trust === 'revoked'
            ? nothing
            : html`<button
                type="button"
                class="plain danger"
                aria-label=${i18n.text('keys.revoke.of', { subject: key.subject })}
                @click=${() => (this.revoking = key)}
              >
                ${i18n.text('keys.revoke')}
              </button>`
        }
      </span>
    </li>`;
  }

  /** Only what came from an address can be looked at again. */
  private renderFollowing() {
    const { i18n } = this.scope;
    const { metadataFollowing: following } = this.connection;
    if (!workingRevision(this.connection)?.metadataUrl) return nothing;
    return html`${choice(
      i18n.text('keys.follow'),
      i18n.text('keys.follow.hint'),
      Boolean(following),
      this.follow,
      this.acting.running !== undefined,
    )}
    ${
      following?.problem
        ? html`<p class="notice warn">${i18n.text('keys.follow.problem', { problem: following.problem })}</p>`
        : nothing
    }`;
  }

  private renderAdding() {
    const { i18n } = this.scope;
    return html`<form class="stack tight" novalidate @submit=${this.add}>
      <label for="certificate">${i18n.text('keys.add.label')}</label>
      <textarea
        dir="ltr"
        id="certificate"
        rows="3"
        spellcheck="false"
        aria-describedby="certificate-hint${this.mistake ? ' mistake' : ''}"
        aria-invalid=${this.mistake !== undefined}
        .value=${this.typed}
        @input=${(event: Event) => (this.typed = (event.target as HTMLTextAreaElement).value)}
      ></textarea>
      <p class="hint" id="certificate-hint">${i18n.text('metadata.certificate.hint')}</p>
      ${this.mistake ? html`<p class="field-error" role="alert" id="mistake">${this.mistake}</p>` : nothing}
      <div class="actions">
        <button type="submit" ?disabled=${!this.typed.trim() || this.acting.running !== undefined}>
          ${i18n.text('keys.add')}
        </button>
      </div>
    </form>`;
  }

  private renderRevoking() {
    const { i18n } = this.scope;
    const key = this.revoking;
    const last = this.connection.idpKeys.every((one) => one.trust !== 'trusted' || one.id === key?.id);
    return html`<gatehouse-confirm-dialog
      danger
      .scope=${this.scope}
      .open=${key !== undefined}
      heading=${i18n.text('keys.revoke.title')}
      action=${i18n.text('keys.revoke')}
      .act=${this.revoke}
      @gatehouse-close=${() => (this.revoking = undefined)}
    >
      <p>${i18n.text('keys.revoke.text', { subject: key?.subject ?? '' })}</p>
      ${
        key?.trust === 'trusted' && last
          ? html`<p class="notice bad">${i18n.text('keys.revoke.last', { name: this.connection.name })}</p>`
          : nothing
      }
    </gatehouse-confirm-dialog>`;
  }

  private get path(): string {
    return `/v1/connections/${this.connection.id}`;
  }

  private trust(key: IdpKey, trust: IdpKey['trust']): Promise<void> {
    return this.run('trust', () => this.scope.api.patch(`${this.path}/idp-keys/${key.id}`, { trust }));
  }

  private readonly revoke = async (): Promise<void> => {
    const key = this.revoking;
    if (!key) return;
    await this.scope.api.patch(`${this.path}/idp-keys/${key.id}`, { trust: 'revoked' });
    this.revoking = undefined;
    this.saved();
    await this.focusOn('summary');
  };

  private readonly follow = (followMetadata: boolean): Promise<void> => {
    const options = { ifMatch: etagOf(this.connection) };
    return this.run('follow', () => this.scope.api.patch(this.path, { followMetadata }, options));
  };

  private readonly add = async (event: Event): Promise<void> => {
    event.preventDefault();
    const certificate = this.typed.trim();
    this.mistake = PRIVATE_KEY.test(certificate) ? this.scope.i18n.text('mistake.private-key') : undefined;
    if (this.mistake || !certificate) return;
    await this.run('add', async () => {
      await this.scope.api.post(`${this.path}/idp-keys`, { certificate });
      this.typed = '';
    });
  };

  private async run(name: string, change: () => Promise<unknown>): Promise<void> {
    if (await this.acting.run(name, change)) this.saved();
  }

  private saved(): void {
    this.dispatchEvent(new GatehouseEvent('gatehouse-announce', this.scope.i18n.text('saved')));
    this.dispatchEvent(new GatehouseEvent('gatehouse-changed', {}));
  }
}

define('gatehouse-trusted-keys', TrustedKeys);
