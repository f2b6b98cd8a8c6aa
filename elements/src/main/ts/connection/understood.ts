import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { GatehouseElement, define } from '../scope/gatehouse-element.js';
import type { Scope } from '../scope/scope.js';
import { CERTIFICATE_WARNING_DAYS } from '../security/security-state.js';
import { workingRevision, type Connection, type SamlSettings, type Understood } from './connection.js';

/** What the server read and keeps: shown back, so that a wrong file is noticed before the test. */
export class UnderstoodView extends GatehouseElement {
  @property({ attribute: false }) scope!: Scope;
  @property({ attribute: false }) connection!: Connection;
  /** What the last save answered; without it, what is stored. */
  @property({ attribute: false }) understood: Understood | undefined;

  override render() {
    const { i18n } = this.scope;
    const revision = workingRevision(this.connection);
    if (!revision) return nothing;
    const entity = revision.saml?.idpEntityId ?? revision.oidc?.issuer ?? this.understood?.entityId;
    const keys = this.connection.idpKeys.filter((key) => key.trust !== 'revoked');
    return html`<div class="notice good stack tight">
      <h4>${i18n.text('understood.title')}</h4>
      <dl class="facts">
        <dt>${i18n.text(revision.protocol === 'oidc' ? 'oidc.issuer' : 'metadata.entityId')}</dt>
        <dd class="mono">${entity}</dd>
        ${
          revision.saml
            ? html`<dt>${i18n.text('metadata.ssoUrl')}</dt>
                <dd class="mono">${revision.saml.ssoUrl}</dd>
                <dt>${i18n.text('understood.signs')}</dt>
                <dd>${this.signs(revision.saml)}</dd>`
            : nothing
        }
        ${
          revision.oidc
            ? html`<dt>${i18n.text('oidc.clientId')}</dt>
                <dd class="mono">${revision.oidc.clientId}</dd>
                ${
                  revision.oidc.tokenEndpointAuthMethod === 'private_key_jwt'
                    ? html`<dt>${i18n.text('oidc.method')}</dt>
                        <dd>${i18n.text('oidc.method.private_key_jwt')}</dd>`
                    : html`<dt>${i18n.text('oidc.clientSecret')}</dt>
                        <dd>
                          ${i18n.text(
                            revision.oidc.clientSecretSet ? 'understood.secret' : 'understood.noSecret',
                          )}
                        </dd>`
                }
                <dt>${i18n.text('advanced.singleLogout')}</dt>
                <dd>${i18n.text(revision.oidc.singleLogout === false ? 'setting.no' : 'setting.yes')}</dd>`
            : nothing
        }
        ${
          revision.metadataUrl
            ? html`<dt>${i18n.text('understood.from')}</dt>
                <dd class="mono">${revision.metadataUrl}</dd>`
            : nothing
        }
        ${
          keys.length
            ? html`<dt>${i18n.text('understood.certificates', { count: keys.length })}</dt>
                <dd>${keys.map((key) => this.renderCertificate(key.subject, key.notAfter))}</dd>`
            : nothing
        }
      </dl>
      ${(this.understood?.warnings ?? []).map((warning) => html`<p class="notice warn">${warning.text}</p>`)}
    </div>`;
  }

  /** Of what we send; the provider's answers are always signed. */
  private signs(saml: SamlSettings): string {
    const { i18n } = this.scope;
    const requests = saml.signRequests ? 'requests' : 'none';
    const signed = i18n.text(
      `understood.signs.${saml.sloUrl ? (saml.signRequests ? 'both' : 'logout') : requests}`,
    );
    return this.understood?.wantsSignedRequests
      ? `${signed} ${i18n.text('understood.signs.wanted')}`
      : signed;
  }

  private renderCertificate(subject: string, notAfter: string) {
    const { i18n } = this.scope;
    const days = i18n.daysUntil(notAfter);
    const values = { at: i18n.date(notAfter), count: Math.max(days, 0) };
    return html`<div>
      <span class="mono">${subject}</span><br />
      ${
        days < 0
          ? html`<gatehouse-badge tone="bad">${i18n.text('certificate.ended', values)}</gatehouse-badge>`
          : days < CERTIFICATE_WARNING_DAYS
            ? html`<gatehouse-badge tone="warn">${i18n.text('certificate.ending', values)}</gatehouse-badge>`
            : html`<span class="soft">${i18n.text('certificate.until', values)}</span>`
      }
    </div>`;
  }
}

define('gatehouse-understood', UnderstoodView);
