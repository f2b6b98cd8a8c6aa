import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ApiProblem } from '../api/problem.js';
import { Acting } from '../scope/acting.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import type { MessageKey } from '../i18n/localizer.js';
import type { Scope } from '../scope/scope.js';
import type { Connection, OurCertificate, Revision } from './connection.js';
import '../copy-field/copy-field.js';
import '../dialog/confirm-dialog.js';

const TONES = { current: 'good', next: 'accent', former: 'neutral' } as const;

/** Where the replacement is: not begun, the new certificate has to be made known, the old one can go. */
type Stage = 'idle' | 'next' | 'former';

/** What cannot be taken back, and therefore is asked for once. */
type Question = 'use' | 'finish' | 'cancel';

/**
 * Our own certificate for this connection, closed unless it is being replaced: what the identity provider has to
 * know, and the three steps to another one. Takes effect at once, like the provider's certificates.
 *
 * @fires gatehouse-changed
 * @fires gatehouse-step - to try it
 */
export class OwnCertificate extends GatehouseElement {
  @property({ attribute: false }) scope!: Scope;
  @property({ attribute: false }) connection!: Connection;
  /** The holder of a set-up link may see it; replacing it is for those who belong here. */
  @property({ type: Boolean }) byLink = false;
  @state() private opened = false;
  @state() private question: Question | undefined;
  /** The certificate that the question is about, whatever becomes of it while it is open. */
  private meant = '';
  private readonly acting = new Acting(this);

  /** Whoever comes back to a replacement that is under way finds it. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('connection');
    const begun = this.stage !== 'idle' && (!before || stageOf(before) === 'idle');
    if (changed.has('connection') && begun) this.opened = true;
  }

  override render() {
    const { i18n } = this.scope;
    const certificates = this.certificates;
    return html`<details ?open=${this.opened} @toggle=${this.toggle}>
      <summary>
        ${i18n.text('own.title')}
        ${
          this.stage === 'idle'
            ? nothing
            : html`<gatehouse-badge tone="accent">${i18n.text('own.underWay')}</gatehouse-badge>`
        }
      </summary>
      <div class="stack">
        <p class="soft">${this.say(signs(this.connection) ? 'own.text' : 'own.text.unsigned')}</p>
        ${this.byLink ? nothing : this.renderStage()}
        <ul class="stack tight">
          ${certificates.map((certificate) => this.renderCertificate(certificate))}
        </ul>
        ${this.renderAddress()}
      </div>
      ${this.renderQuestion()}
    </details>`;
  }

  private renderCertificate(certificate: OurCertificate) {
    const { i18n } = this.scope;
    const ended = i18n.daysUntil(certificate.notAfter) < 0;
    return html`<li class="stack tight">
      <span class="row">
        <gatehouse-badge tone=${TONES[certificate.standing]}
          >${i18n.text(`own.${certificate.standing}` as MessageKey)}</gatehouse-badge
        >
        ${i18n.text(ended ? 'certificate.ended' : 'certificate.until', { at: i18n.date(certificate.notAfter) })}
      </span>
      <span class="soft"
        >SHA-256 <span class="mono fingerprint">${pairs(certificate.fingerprint)}</span></span
      >
      ${certificate === this.toMakeKnown ? this.renderWhole(certificate) : nothing}
    </li>`;
  }

  private renderWhole(certificate: OurCertificate) {
    const { i18n } = this.scope;
    return html`<gatehouse-copy-field
        label=${i18n.text('own.pem')}
        value=${certificate.certificate}
        .i18n=${i18n}
      ></gatehouse-copy-field>
      <div class="actions">
        <a
          class="button"
          download="${this.connection.provider}-${certificate.id}.cer"
          href="data:application/x-x509-ca-cert,${encodeURIComponent(certificate.certificate)}"
          >${i18n.text('own.download')}</a
        >
      </div>`;
  }

  /** All that are not gone yet are published there. */
  private renderAddress() {
    const { i18n } = this.scope;
    const { metadataUrl, jwksUrl } = this.connection.serviceProvider ?? {};
    const address = this.connection.protocol === 'oidc' ? jwksUrl : metadataUrl;
    if (!address) return nothing;
    return html`<gatehouse-copy-field
      label=${i18n.text(this.connection.protocol === 'oidc' ? 'own.jwksUrl' : 'own.metadataUrl')}
      value=${address}
      note=${i18n.text('own.address.note')}
      .i18n=${i18n}
    ></gatehouse-copy-field>`;
  }

  private renderStage() {
    const { i18n } = this.scope;
    const stage = this.stage;
    const unsigned = stage === 'former' && !signs(this.connection);
    return html`<div class="notice ${stage === 'idle' ? '' : 'accent'} stack tight">
      <h4 id="stage" tabindex="-1">${this.say(`own.${stage}.title`)}</h4>
      <p>${this.say(unsigned ? 'own.former.unsigned' : `own.${stage}.text`)}</p>
      ${stage === 'next' ? html`<p>${this.say('own.next.single')}</p>` : nothing}
      ${
        this.acting.problem
          ? html`<gatehouse-problem .problem=${this.acting.problem} .i18n=${i18n}></gatehouse-problem>`
          : nothing
      }
      <div class="actions">${this.renderActions(stage)}</div>
    </div>`;
  }

  private renderActions(stage: Stage) {
    switch (stage) {
      case 'idle':
        return html`<button
          type="button"
          aria-disabled=${this.acting.running !== undefined}
          @click=${this.begin}
        >
          ${this.say(this.acting.running ? 'own.beginning' : 'own.begin')}
        </button>`;
      case 'next':
        return html`${this.renderAsk('use')} ${this.renderAsk('cancel', 'plain')}`;
      case 'former':
        return html`${
          signs(this.connection)
            ? html`<button
                type="button"
                @click=${() => this.dispatchEvent(new GatehouseEvent('gatehouse-step', 'test'))}
              >
                ${this.say('own.test')}
              </button>`
            : nothing
        }
        ${this.renderAsk('finish')}`;
    }
  }

  private renderAsk(question: Question, look = '') {
    return html`<button type="button" class=${look} @click=${() => this.ask(question)}>
      ${this.say(`own.${question}`)}
    </button>`;
  }

  private renderQuestion() {
    const { question } = this;
    const shown = question ?? 'use';
    const lockingOut = this.connection.status === 'active' && shown !== 'finish';
    return html`<gatehouse-confirm-dialog
      ?danger=${shown !== 'finish'}
      .scope=${this.scope}
      .open=${question !== undefined}
      heading=${this.say(`own.${shown}.title`)}
      action=${this.say(`own.${shown}`)}
      .act=${this.answer}
      @gatehouse-close=${() => (this.question = undefined)}
    >
      <p>${this.say(`own.${shown}.text`)}</p>
      ${lockingOut ? html`<p class="notice bad">${this.say(`own.${shown}.lockout`)}</p>` : nothing}
    </gatehouse-confirm-dialog>`;
  }

  private get certificates(): OurCertificate[] {
    return certificatesOf(this.connection);
  }

  /** The provider has the one that it replaces. */
  private get toMakeKnown(): OurCertificate | undefined {
    return this.certificates.find((one) => one.standing === (this.stage === 'next' ? 'next' : 'current'));
  }

  private get stage(): Stage {
    return stageOf(this.connection);
  }

  private say(key: MessageKey): string {
    return this.scope.i18n.text(key, { name: this.connection.name });
  }

  private get path(): string {
    return `/v1/connections/${this.connection.id}/key-rotation`;
  }

  private readonly toggle = (event: Event): void => {
    this.opened = (event.target as HTMLDetailsElement).open;
  };

  private readonly begin = async (): Promise<void> => {
    if (!(await this.acting.run('begin', () => this.take(() => this.scope.api.post(this.path))))) return;
    await this.goOn(signs(this.connection) ? 'own.next.title' : 'own.former.title');
  };

  private ask(question: Question): void {
    const standing = question === 'finish' ? 'former' : 'next';
    this.meant = this.certificates.find((one) => one.standing === standing)?.fingerprint ?? '';
    this.question = question;
  }

  private readonly answer = async (): Promise<void> => {
    const certificate = `?fingerprint=${this.meant}`;
    switch (this.question) {
      case 'use':
        await this.take(() => this.scope.api.post(`${this.path}/use${certificate}`));
        return this.goOn('own.former.title');
      case 'finish':
        await this.take(() => this.scope.api.post(`${this.path}/finish${certificate}`));
        return this.goOn('own.finished');
      case 'cancel':
        await this.take(() => this.scope.api.delete(`${this.path}${certificate}`));
        return this.goOn('own.cancelled');
      case undefined:
    }
  };

  /** Whoever refuses knows better what step it is at: that is shown beside the refusal. */
  private async take(step: () => Promise<unknown>): Promise<void> {
    try {
      await step();
    } catch (thrown) {
      if (ApiProblem.of(thrown).status === 409) this.changed();
      throw thrown;
    }
  }

  private async goOn(said: MessageKey): Promise<void> {
    this.question = undefined;
    this.dispatchEvent(new GatehouseEvent('gatehouse-announce', this.say(said)));
    this.changed();
    await this.focusOn('#stage');
  }

  private changed(): void {
    this.dispatchEvent(new GatehouseEvent('gatehouse-changed', {}));
  }
}

function certificatesOf(connection: Connection): OurCertificate[] {
  return connection.serviceProvider?.certificates ?? [];
}

function stageOf(connection: Connection): Stage {
  const standings = certificatesOf(connection).map((one) => one.standing);
  return standings.includes('next') ? 'next' : standings.includes('former') ? 'former' : 'idle';
}

/** SAML providers may want it whatever is signed now; others only in place of a client secret. */
export function hasOwnCertificate(connection: Connection): boolean {
  return certificatesOf(connection).length > 0 && (connection.protocol === 'saml' || signs(connection));
}

/** As the server sees it: then it waits until the provider knows a new certificate. */
function signs({ live, draft }: Connection): boolean {
  return [live, draft].some((revision) => revision && signsIn(revision));
}

/** Logout requests are always signed. */
function signsIn({ saml, oidc }: Revision): boolean {
  return Boolean(saml?.signRequests || saml?.sloUrl) || oidc?.tokenEndpointAuthMethod === 'private_key_jwt';
}

/** As consoles write it. */
function pairs(fingerprint: string): string {
  return (fingerprint.match(/../g) ?? []).join(':').toUpperCase();
}

define('gatehouse-own-certificate', OwnCertificate);
