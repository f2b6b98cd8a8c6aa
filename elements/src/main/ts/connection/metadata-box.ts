import { css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import type { MessageKey } from '../i18n/localizer.js';
import type { Scope } from '../scope/scope.js';
import { understand } from './intake.js';
import { workingRevision, type Connection, type SetupGuide } from './connection.js';
import { differences, settingsOf, type Difference } from './differences.js';
import { DraftSaving } from './draft-saving.js';
import { draftTrouble, type DraftForm } from './draft-trouble.js';

/** As much of pasted XML as is worth comparing by eye. */
const SHOWN = 300;

/**
 * One box for the provider's metadata: its URL, a dropped or chosen file, pasted XML, or by hand three fields.
 * What was entered stays until it is saved.
 *
 * @fires gatehouse-draft-saved - `DraftSaved`
 */
export class MetadataBox extends GatehouseElement implements DraftForm {
  static override styles = [
    GatehouseElement.styles,
    css`
      .drop {
        border: 1px dashed var(--_line-strong);
        border-radius: var(--_radius-large);
        padding: 16px;
      }
      .drop.over {
        border-color: var(--_accent);
        background: var(--_accent-soft);
      }
      textarea {
        font-family: var(--_mono);
        font-size: 13px;
      }
    `,
  ];

  @property({ attribute: false }) scope!: Scope;
  @property({ attribute: false }) connection!: Connection;
  @property({ attribute: false }) metadata: SetupGuide['metadata'];
  @state() private typed = '';
  @state() private mistake: string | undefined;
  @state() private over = false;
  @state() private byHand = false;
  @state() private fields = { idpEntityId: '', ssoUrl: '', certificate: '' };
  readonly saving = new DraftSaving(this);

  override render() {
    return html`<form class="stack" novalidate @submit=${this.submit}>
      ${this.byHand ? this.renderFields() : this.renderBox()}
      ${this.mistake ? html`<p class="field-error" role="alert" id="mistake">${this.mistake}</p>` : nothing}
      ${draftTrouble(this.scope.i18n, this)}
      <div class="actions">
        <button type="submit" class="primary" ?disabled=${this.saving.running || this.saving.theirs}>
          ${this.scope.i18n.text(this.saving.running ? 'metadata.reading' : 'metadata.save')}
        </button>
        <button type="button" class="plain" @click=${this.switch}>
          ${this.scope.i18n.text(this.byHand ? 'metadata.byBox' : 'metadata.byHand')}
        </button>
      </div>
    </form>`;
  }

  /** Metadata is not read before it is saved: what was entered stands beside what is stored. */
  rows(theirs: Connection): Difference[] {
    const { i18n } = this.scope;
    const revision = workingRevision(theirs);
    const stored = revision ? settingsOf(revision, i18n) : new Map<string, string>();
    if (!this.byHand) {
      const label = i18n.text('metadata.label');
      const other = revision?.metadataUrl ?? revision?.saml?.idpEntityId ?? '';
      return [{ label, one: this.typed.trim().slice(0, SHOWN), other }];
    }
    const mine = new Map(stored);
    mine.set(i18n.text('metadata.entityId'), this.fields.idpEntityId.trim());
    mine.set(i18n.text('metadata.ssoUrl'), this.fields.ssoUrl.trim());
    return differences(mine, stored);
  }

  private renderBox() {
    const { i18n } = this.scope;
    return html`<div
      class="drop stack tight ${this.over ? 'over' : ''}"
      @dragover=${this.drag}
      @dragleave=${() => (this.over = false)}
      @drop=${this.drop}
    >
      <label for="metadata">${i18n.text('metadata.label')}</label>
      <textarea
        dir="ltr"
        id="metadata"
        rows="3"
        spellcheck="false"
        autocapitalize="none"
        placeholder=${this.metadata?.example ?? 'https://…'}
        aria-describedby="metadata-hint${this.mistake ? ' mistake' : ''}"
        aria-invalid=${this.mistake !== undefined}
        .value=${this.typed}
        @input=${(event: Event) => this.type((event.target as HTMLTextAreaElement).value)}
      ></textarea>
      <p class="hint" id="metadata-hint">${i18n.text('metadata.hint')}</p>
      <div class="actions">
        <label class="visually-hidden" for="file">${i18n.text('metadata.file')}</label>
        <input
          class="visually-hidden"
          tabindex="-1"
          type="file"
          id="file"
          accept=".xml,.txt,text/xml,application/xml,application/samlmetadata+xml"
          @change=${this.choose}
        />
        <button
          type="button"
          @click=${() => this.renderRoot.querySelector<HTMLInputElement>('#file')?.click()}
        >
          ${i18n.text('metadata.file')}
        </button>
      </div>
    </div>`;
  }

  private renderFields() {
    const { i18n } = this.scope;
    const field = (name: 'idpEntityId' | 'ssoUrl', key: MessageKey) =>
      html`<div>
        <label for=${name}>${i18n.text(key)}</label>
        <input
          dir="ltr"
          id=${name}
          spellcheck="false"
          autocapitalize="none"
          .value=${this.fields[name]}
          @input=${(event: Event) => this.set(name, (event.target as HTMLInputElement).value)}
        />
      </div>`;
    return html`${field('ssoUrl', 'metadata.ssoUrl')} ${field('idpEntityId', 'metadata.entityId')}
      <div>
        <label for="certificate">${i18n.text('metadata.certificate')}</label>
        <textarea
          dir="ltr"
          id="certificate"
          rows="4"
          spellcheck="false"
          placeholder="-----BEGIN CERTIFICATE-----"
          .value=${this.fields.certificate}
          @input=${(event: Event) => this.set('certificate', (event.target as HTMLTextAreaElement).value)}
        ></textarea>
        <p class="hint">${i18n.text('metadata.certificate.hint')}</p>
      </div>`;
  }

  private type(text: string): void {
    this.saving.begin(this.connection);
    this.typed = text;
    this.mistake = undefined;
  }

  private set(name: keyof MetadataBox['fields'], value: string): void {
    this.saving.begin(this.connection);
    this.fields = { ...this.fields, [name]: value };
    this.mistake = undefined;
  }

  private readonly switch = (): void => {
    this.byHand = !this.byHand;
    this.mistake = undefined;
    this.saving.forget();
  };

  private readonly drag = (event: DragEvent): void => {
    event.preventDefault();
    this.over = true;
  };

  private readonly drop = async (event: DragEvent): Promise<void> => {
    event.preventDefault();
    this.over = false;
    const [file] = event.dataTransfer?.files ?? [];
    await this.take(file ? await file.text() : (event.dataTransfer?.getData('text') ?? ''));
  };

  private readonly choose = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) await this.take(await file.text());
    input.value = '';
  };

  /** A file says what it is: it is read at once. */
  private async take(text: string): Promise<void> {
    this.type(text);
    await this.submit(undefined);
  }

  readonly submit = async (event: Event | undefined): Promise<void> => {
    event?.preventDefault();
    const body = this.byHand ? this.fieldsBody() : this.boxBody();
    if (!body) return this.focusOn(this.byHand ? '#ssoUrl' : '#metadata');
    const saved = await this.saving.save(this.scope.api, this.connection, body);
    if (!saved) return;
    this.typed = '';
    this.dispatchEvent(new GatehouseEvent('gatehouse-draft-saved', saved));
  };

  readonly giveUp = (): void => {
    this.saving.forget();
    this.typed = '';
    this.fields = { idpEntityId: '', ssoUrl: '', certificate: '' };
    this.dispatchEvent(new GatehouseEvent('gatehouse-changed', {}));
  };

  private boxBody(): object | undefined {
    const intake = understand(this.typed);
    switch (intake.kind) {
      case 'url':
      case 'xml':
        return intake.body;
      case 'certificate':
        this.byHand = true;
        this.set('certificate', intake.certificate);
        return undefined;
      case 'issuer':
        this.mistake = this.scope.i18n.text('mistake.issuer');
        return undefined;
      case 'mistake':
        this.mistake = this.scope.i18n.text(`mistake.${intake.mistake}`);
        return undefined;
      case 'nothing':
        this.mistake = this.scope.i18n.text('mistake.nothing');
        return undefined;
    }
  }

  private fieldsBody(): object | undefined {
    const { idpEntityId, ssoUrl, certificate } = this.fields;
    if (understand(certificate).kind === 'mistake' && /PRIVATE KEY/.test(certificate)) {
      this.mistake = this.scope.i18n.text('mistake.private-key');
      return undefined;
    }
    if (!idpEntityId.trim() || !ssoUrl.trim() || !certificate.trim()) {
      this.mistake = this.scope.i18n.text('mistake.fields');
      return undefined;
    }
    return { idpEntityId: idpEntityId.trim(), ssoUrl: ssoUrl.trim(), certificate: certificate.trim() };
  }
}

define('gatehouse-metadata-box', MetadataBox);
