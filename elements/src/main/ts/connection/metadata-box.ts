import { css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Acting } from '../scope/acting.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import type { MessageKey } from '../i18n/localizer.js';
import type { Scope } from '../scope/scope.js';
import { understand } from './intake.js';
import { etagOf, type Connection, type SetupGuide, type Understood } from './connection.js';

/** A draft's answer: the connection, and what was read. */
export type DraftSaved = Connection & { understood?: Understood | null };

/**
 * One box for the provider's metadata: its URL, a dropped or chosen file, pasted XML, or by hand three fields.
 * What was entered stays until it is saved.
 *
 * @fires gatehouse-draft-saved - `DraftSaved`
 */
export class MetadataBox extends GatehouseElement {
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
  private readonly acting = new Acting(this);

  override render() {
    return html`<form class="stack" novalidate @submit=${this.submit}>
      ${this.byHand ? this.renderFields() : this.renderBox()}
      ${this.mistake ? html`<p class="field-error" role="alert" id="mistake">${this.mistake}</p>` : nothing}
      ${
        this.acting.problem
          ? html`<gatehouse-problem
              .problem=${this.acting.problem}
              .i18n=${this.scope.i18n}
            ></gatehouse-problem>`
          : nothing
      }
      <div class="actions">
        <button type="submit" class="primary" ?disabled=${this.acting.running !== undefined}>
          ${this.scope.i18n.text(this.acting.running ? 'metadata.reading' : 'metadata.save')}
        </button>
        <button type="button" class="plain" @click=${this.switch}>
          ${this.scope.i18n.text(this.byHand ? 'metadata.byBox' : 'metadata.byHand')}
        </button>
      </div>
    </form>`;
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
    this.typed = text;
    this.mistake = undefined;
  }

  private set(name: keyof MetadataBox['fields'], value: string): void {
    this.fields = { ...this.fields, [name]: value };
    this.mistake = undefined;
  }

  private readonly switch = (): void => {
    this.byHand = !this.byHand;
    this.mistake = undefined;
    this.acting.clear();
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

  private readonly submit = async (event: Event | undefined): Promise<void> => {
    event?.preventDefault();
    const body = this.byHand ? this.fieldsBody() : this.boxBody();
    if (!body) return this.focusOn(this.byHand ? '#ssoUrl' : '#metadata');
    await this.acting.run('draft', async () => {
      const path = `/v1/connections/${this.connection.id}/draft`;
      const saved = await this.scope.api.put<DraftSaved>(path, body, { ifMatch: etagOf(this.connection) });
      this.typed = '';
      this.dispatchEvent(new GatehouseEvent('gatehouse-draft-saved', saved.body));
    });
    // Somebody else changed the connection: read it, so that saving again is based on what is there.
    if (this.acting.problem?.kind === 'stale')
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
