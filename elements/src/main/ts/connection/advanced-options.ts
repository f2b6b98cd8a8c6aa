import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import type { MessageKey } from '../i18n/localizer.js';
import type { Scope } from '../scope/scope.js';
import { workingRevision, type AttributeNames, type Connection, type SamlSettings } from './connection.js';
import { differences, settingsOf, type Difference } from './differences.js';
import { DraftSaving } from './draft-saving.js';
import '../conflict/conflict-panel.js';

const NAME_ID_FORMATS = [
  'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
  'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
  'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified',
];
const ATTRIBUTES: (keyof AttributeNames)[] = ['email', 'givenName', 'familyName', 'groups'];

interface Edited {
  attributes: Record<keyof AttributeNames, string>;
  forceAuthn: boolean;
  signRequests: boolean;
  nameIdFormat: string;
}

/**
 * For those who need it, closed at first: attribute names, ForceAuthn, signed requests, NameID format. Saving
 * makes a new revision of the draft, which is then tested again.
 *
 * @fires gatehouse-draft-saved - `DraftSaved`
 */
export class AdvancedOptions extends GatehouseElement {
  @property({ attribute: false }) scope!: Scope;
  @property({ attribute: false }) connection!: Connection;
  @state() private edited: Edited | undefined;
  private readonly saving = new DraftSaving(this);

  override render() {
    const { i18n } = this.scope;
    const saml = workingRevision(this.connection)?.saml;
    if (!saml) return nothing;
    const now = this.edited ?? from(saml);
    return html`<details>
      <summary>${i18n.text('advanced.title')}</summary>
      <form class="stack" @submit=${this.submit}>
        <p class="soft">${i18n.text('advanced.text')}</p>
        <fieldset class="stack">
          <legend class="label">${i18n.text('advanced.attributes')}</legend>
          <p class="hint" id="attributes-hint">${i18n.text('advanced.attributes.hint')}</p>
          ${ATTRIBUTES.map(
            (name) =>
              html`<div>
                <label for=${name}>${i18n.text(`advanced.${name}` as MessageKey)}</label>
                <input
                  dir="ltr"
                  id=${name}
                  spellcheck="false"
                  autocapitalize="none"
                  aria-describedby="attributes-hint"
                  .value=${now.attributes[name]}
                  @input=${(event: Event) =>
                    this.edit({
                      attributes: { ...now.attributes, [name]: (event.target as HTMLInputElement).value },
                    })}
                />
              </div>`,
          )}
        </fieldset>
        <div>
          <label for="nameid">${i18n.text('advanced.nameId')}</label>
          <select
            id="nameid"
            @change=${(event: Event) => this.edit({ nameIdFormat: (event.target as HTMLSelectElement).value })}
          >
            <option value="" ?selected=${!now.nameIdFormat}>${i18n.text('advanced.nameId.none')}</option>
            ${[...new Set([...NAME_ID_FORMATS, now.nameIdFormat])]
              .filter(Boolean)
              .map(
                (format) =>
                  html`<option value=${format} ?selected=${format === now.nameIdFormat}>
                    ${format.split(':').at(-1)}
                  </option>`,
              )}
          </select>
        </div>
        ${this.renderChoice('forceAuthn', now.forceAuthn)}
        ${this.renderChoice('signRequests', now.signRequests)}
        ${
          this.saving.problem
            ? html`<gatehouse-problem .problem=${this.saving.problem} .i18n=${i18n}></gatehouse-problem>`
            : nothing
        }
        ${
          this.saving.theirs
            ? html`<gatehouse-conflict
                .i18n=${i18n}
                .rows=${this.rows(now, this.saving.theirs)}
                ?busy=${this.saving.running}
                @gatehouse-keep-mine=${() => this.submit(undefined)}
                @gatehouse-take-theirs=${this.giveUp}
              ></gatehouse-conflict>`
            : nothing
        }
        <div class="actions">
          <button type="submit" ?disabled=${!this.edited || this.saving.running || this.saving.theirs}>
            ${i18n.text(this.saving.running ? 'action.saving' : 'advanced.save')}
          </button>
        </div>
      </form>
    </details>`;
  }

  private renderChoice(name: 'forceAuthn' | 'signRequests', checked: boolean) {
    const { i18n } = this.scope;
    return html`<label class="choice">
      <input
        type="checkbox"
        .checked=${checked}
        @change=${(event: Event) => this.edit({ [name]: (event.target as HTMLInputElement).checked })}
      />
      <span
        >${i18n.text(`advanced.${name}`)}<br /><span class="soft"
          >${i18n.text(`advanced.${name}.hint`)}</span
        ></span
      >
    </label>`;
  }

  private edit(change: Partial<Edited>): void {
    const saml = workingRevision(this.connection)?.saml;
    this.saving.begin(this.connection);
    if (saml) this.edited = { ...(this.edited ?? from(saml)), ...change };
  }

  private readonly submit = async (event: Event | undefined): Promise<void> => {
    event?.preventDefault();
    const edited = this.edited;
    if (!edited) return;
    const body = { options: options(edited) };
    const saved = await this.saving.save(this.scope.api, this.connection, body);
    if (!saved) return;
    this.edited = undefined;
    this.dispatchEvent(new GatehouseEvent('gatehouse-draft-saved', saved));
  };

  private readonly giveUp = (): void => {
    this.saving.forget();
    this.edited = undefined;
    this.dispatchEvent(new GatehouseEvent('gatehouse-changed', {}));
  };

  /** What is edited here; the rest of what is stored is kept whoever wins. */
  private rows(edited: Edited, theirs: Connection): Difference[] {
    const revision = workingRevision(theirs);
    if (!revision?.saml) return [];
    const stored = settingsOf(revision, this.scope.i18n);
    const { attributes, nameIdFormat, ...rest } = options(edited);
    const saml = { ...revision.saml, ...rest, attributes, nameIdFormat: nameIdFormat ?? null };
    return differences(settingsOf({ ...revision, saml }, this.scope.i18n), stored);
  }
}

interface Options {
  attributes: AttributeNames;
  forceAuthn: boolean;
  signRequests: boolean;
  nameIdFormat?: string;
}

function from(saml: SamlSettings): Edited {
  const names = (name: keyof AttributeNames) => (saml.attributes?.[name] ?? []).join(', ');
  return {
    attributes: {
      email: names('email'),
      givenName: names('givenName'),
      familyName: names('familyName'),
      groups: names('groups'),
    },
    forceAuthn: saml.forceAuthn ?? false,
    signRequests: saml.signRequests ?? false,
    nameIdFormat: saml.nameIdFormat ?? '',
  };
}

function options(edited: Edited): Options {
  const list = (text: string) => text.split(/[\s,]+/).filter(Boolean);
  return {
    attributes: Object.fromEntries(ATTRIBUTES.map((name) => [name, list(edited.attributes[name])])),
    forceAuthn: edited.forceAuthn,
    signRequests: edited.signRequests,
    ...(edited.nameIdFormat ? { nameIdFormat: edited.nameIdFormat } : {}),
  };
}

define('gatehouse-advanced-options', AdvancedOptions);
