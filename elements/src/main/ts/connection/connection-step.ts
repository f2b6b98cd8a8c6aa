import { css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import type { Scope } from '../scope/scope.js';
import type { Setup } from '../security/security-state.js';
import { workingRevision, type Connection, type Understood } from './connection.js';
import type { DraftSaved } from './draft-saving.js';
import { hasOwnCertificate } from './own-certificate.js';
import '../dialog/confirm-dialog.js';
import './advanced-options.js';
import './metadata-box.js';
import './oidc-form.js';
import './oidc-options.js';
import './provider-picker.js';
import './provider-start.js';
import './setup-guide.js';
import './trusted-keys.js';
import './understood.js';

/**
 * The second step: which identity provider, what to do in its console, and what it gives us.
 *
 * @fires gatehouse-changed
 * @fires gatehouse-next
 */
export class ConnectionStep extends GatehouseElement {
  static override styles = [
    GatehouseElement.styles,
    css`
      .handover {
        display: grid;
        gap: 16px;
        grid-template-columns: minmax(0, 1fr);
      }
    `,
  ];

  @property({ attribute: false }) scope!: Scope;
  @property() organization = '';
  @property({ attribute: false }) setup!: Setup;
  @property({ type: Boolean }) byLink = false;
  @state() private understood: Understood | undefined;
  @state() private replacing = false;
  @state() private restarting = false;

  override render() {
    const { i18n } = this.scope;
    const { connection, domains } = this.setup;
    return html`<section class="stack loose" aria-labelledby="title">
      <div class="row between">
        <h3 id="title" tabindex="-1">${connection ? connection.name : i18n.text('connection.title')}</h3>
        ${
          connection && connection.status !== 'active'
            ? html`<button type="button" class="plain" @click=${() => (this.restarting = true)}>
                ${i18n.text('connection.other')}
              </button>`
            : nothing
        }
      </div>
      ${
        connection
          ? this.renderConnection(connection)
          : html`<gatehouse-provider-picker
              .scope=${this.scope}
              .organization=${this.organization}
              .domains=${domains}
              @gatehouse-connection-created=${this.created}
            ></gatehouse-provider-picker>`
      }
      ${this.renderRestart()}
    </section>`;
  }

  private renderConnection(connection: Connection) {
    const { i18n } = this.scope;
    const complete = workingRevision(connection) !== undefined;
    const handing = !complete || this.replacing;
    return html`${
      connection.status === 'active'
        ? html`<p class="notice accent">${i18n.text('connection.draftOnly')}</p>`
        : nothing
    }
    ${
      complete
        ? html`<gatehouse-understood
            .scope=${this.scope}
            .connection=${connection}
            .understood=${this.understood}
          ></gatehouse-understood>`
        : nothing
    }
    ${
      complete && !this.replacing
        ? html`<div class="actions">
            <button
              type="button"
              class="primary"
              @click=${() => this.dispatchEvent(new GatehouseEvent('gatehouse-next', {}))}
            >
              ${i18n.text('action.continue')}
            </button>
            <button type="button" @click=${() => (this.replacing = true)}>
              ${i18n.text('connection.replace')}
            </button>
          </div>`
        : nothing
    }
    ${
      complete
        ? html`<details>
            <summary>${i18n.text('connection.guide', { name: connection.name })}</summary>
            ${this.renderGuide(connection)}
          </details>`
        : this.renderGuide(connection)
    }
    ${handing ? this.renderHandover(connection) : nothing}
    ${
      connection.protocol === 'saml'
        ? html`<gatehouse-advanced-options
              .scope=${this.scope}
              .connection=${connection}
              @gatehouse-draft-saved=${this.saved}
            ></gatehouse-advanced-options>
            <gatehouse-trusted-keys .scope=${this.scope} .connection=${connection}></gatehouse-trusted-keys>
            ${this.renderOwnCertificate(connection)}
            <gatehouse-provider-start
              .scope=${this.scope}
              .connection=${connection}
            ></gatehouse-provider-start>`
        : html`<gatehouse-oidc-options
              .scope=${this.scope}
              .connection=${connection}
              @gatehouse-draft-saved=${this.saved}
            ></gatehouse-oidc-options>
            ${this.renderOwnCertificate(connection)}`
    }`;
  }

  private renderOwnCertificate(connection: Connection) {
    if (!hasOwnCertificate(connection)) return nothing;
    return html`<gatehouse-own-certificate
      .scope=${this.scope}
      .connection=${connection}
      ?byLink=${this.byLink}
    ></gatehouse-own-certificate>`;
  }

  private renderGuide(connection: Connection) {
    return html`<gatehouse-setup-guide
      .scope=${this.scope}
      .connection=${connection}
    ></gatehouse-setup-guide>`;
  }

  private renderHandover(connection: Connection) {
    const { i18n } = this.scope;
    return html`<div class="handover card">
      <h4>
        ${i18n.text(connection.protocol === 'oidc' ? 'connection.handover.oidc' : 'connection.handover')}
      </h4>
      ${
        connection.protocol === 'oidc'
          ? html`<gatehouse-oidc-form
              .scope=${this.scope}
              .connection=${connection}
              @gatehouse-draft-saved=${this.saved}
            ></gatehouse-oidc-form>`
          : html`<gatehouse-metadata-box
              .scope=${this.scope}
              .connection=${connection}
              @gatehouse-draft-saved=${this.saved}
            ></gatehouse-metadata-box>`
      }
    </div>`;
  }

  private renderRestart() {
    const { i18n } = this.scope;
    const connection = this.setup.connection;
    return html`<gatehouse-confirm-dialog
      danger
      .scope=${this.scope}
      .open=${this.restarting}
      heading=${i18n.text('connection.other.title')}
      action=${i18n.text('connection.other.confirm')}
      .act=${this.restart}
      @gatehouse-close=${() => (this.restarting = false)}
    >
      <p>${i18n.text('connection.other.text', { name: connection?.name ?? '' })}</p>
    </gatehouse-confirm-dialog>`;
  }

  private readonly restart = async (): Promise<void> => {
    const connection = this.setup.connection;
    if (!connection) return;
    await this.scope.api.delete(`/v1/connections/${connection.id}`);
    this.restarting = false;
    this.understood = undefined;
    this.changed();
    await this.focusOn('#title');
  };

  private readonly saved = (event: Event): void => {
    event.stopPropagation();
    const { understood, discovered } = (event as CustomEvent<DraftSaved>).detail;
    this.understood = understood ?? discovered ?? undefined;
    this.replacing = false;
    this.dispatchEvent(new GatehouseEvent('gatehouse-announce', this.scope.i18n.text('saved')));
    this.changed();
    void this.focusOn('#title');
  };

  /** The providers go away, and with them the one that was chosen. */
  private readonly created = async (): Promise<void> => {
    this.changed();
    await this.focusOn('#title');
  };

  private readonly changed = (): void => {
    this.dispatchEvent(new GatehouseEvent('gatehouse-changed', {}));
  };
}

define('gatehouse-connection-step', ConnectionStep);
