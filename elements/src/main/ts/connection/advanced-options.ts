import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import type { Scope } from '../scope/scope.js';
import { attributeFields, namesOf, typedNames, type TypedNames } from './attribute-names.js';
import { choice } from './choice.js';
import { workingRevision, type Connection, type SamlSettings } from './connection.js';
import { differences, settingsOf, type Difference } from './differences.js';
import { DraftSaving } from './draft-saving.js';
import { draftTrouble, type DraftForm } from './draft-trouble.js';
import './delivered.js';

const NAME_ID_FORMATS = [
  'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
  'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
  'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified',
];

const BINDINGS = ['redirect', 'post'] as const;
const ENTRA = 'entra_object_id';

interface Edited {
  attributes: TypedNames;
  forceAuthn: boolean;
  signRequests: boolean;
  nameIdFormat: string;
  requestedAuthnContext: string;
  ssoBinding: 'redirect' | 'post';
  subject: string;
  subjectAttribute: string;
}

/**
 * For those who need it, closed at first: attribute names, what names a person, what requests ask for and how they
 * travel. Saving makes a new revision of the draft, which is then tested again.
 *
 * @fires gatehouse-draft-saved - `DraftSaved`
 */
export class AdvancedOptions extends GatehouseElement implements DraftForm {
  @property({ attribute: false }) scope!: Scope;
  @property({ attribute: false }) connection!: Connection;
  @state() private edited: Edited | undefined;
  @state() private opened = false;
  readonly saving = new DraftSaving(this);

  override render() {
    const { i18n } = this.scope;
    const saml = workingRevision(this.connection)?.saml;
    if (!saml) return nothing;
    const now = this.edited ?? from(saml);
    return html`<details @toggle=${this.toggle}>
      <summary>${i18n.text('advanced.title')}</summary>
      <form class="stack" @submit=${this.submit}>
        <p class="soft">${i18n.text('advanced.text')}</p>
        ${attributeFields(
          i18n,
          'advanced.attributes',
          now.attributes,
          (attributes) => this.edit({ attributes }),
          this.opened
            ? html`<gatehouse-delivered-attributes
                .scope=${this.scope}
                connection=${this.connection.id}
              ></gatehouse-delivered-attributes>`
            : nothing,
        )}
        ${this.renderSubject(now)}
        ${this.renderSelect('nameIdFormat', now.nameIdFormat, [
          ['', i18n.text('advanced.nameId.none')],
          ...[...new Set([...NAME_ID_FORMATS, now.nameIdFormat])]
            .filter(Boolean)
            .map((format): [string, string] => [format, format.split(':').at(-1) ?? format]),
        ])}
        ${this.renderText('requestedAuthnContext', now.requestedAuthnContext)}
        ${this.renderSelect(
          'ssoBinding',
          now.ssoBinding,
          BINDINGS.map((binding) => [binding, `HTTP-${binding.toUpperCase()}`]),
        )}
        ${this.renderChoice('forceAuthn', now.forceAuthn)}
        ${this.renderChoice('signRequests', now.signRequests)} ${draftTrouble(i18n, this)}
        <div class="actions">
          <button type="submit" ?disabled=${!this.edited || this.saving.running || this.saving.theirs}>
            ${i18n.text(this.saving.running ? 'action.saving' : 'advanced.save')}
          </button>
        </div>
      </form>
    </details>`;
  }

  /** Another source makes strangers of everybody who has signed in: the step Activate says so. */
  private renderSubject(now: Edited) {
    const { i18n } = this.scope;
    const sources: [string, string][] = [
      ['name_id', 'NameID'],
      ['attribute', i18n.text('advanced.subject.attribute')],
    ];
    if (now.subject === ENTRA || this.connection.provider === 'microsoft-entra-id')
      sources.push([ENTRA, i18n.text('advanced.subject.entra')]);
    return html`${this.renderSelect('subject', now.subject, sources)}
    ${now.subject === 'attribute' ? this.renderText('subjectAttribute', now.subjectAttribute) : nothing}`;
  }

  private renderSelect(
    name: 'nameIdFormat' | 'ssoBinding' | 'subject',
    value: string,
    choices: [string, string][],
  ) {
    return html`<div>
      <label for=${name}>${this.scope.i18n.text(`advanced.${name}`)}</label>
      <select
        id=${name}
        @change=${(event: Event) => this.edit({ [name]: (event.target as HTMLSelectElement).value })}
      >
        ${choices.map(
          ([choice, words]) => html`<option value=${choice} ?selected=${choice === value}>${words}</option>`,
        )}
      </select>
    </div>`;
  }

  private renderText(name: 'requestedAuthnContext' | 'subjectAttribute', value: string) {
    const { i18n } = this.scope;
    return html`<div>
      <label for=${name}>${i18n.text(`advanced.${name}`)}</label>
      <input
        dir="ltr"
        id=${name}
        spellcheck="false"
        autocapitalize="none"
        aria-describedby="${name}-hint"
        .value=${value}
        @input=${(event: Event) => this.edit({ [name]: (event.target as HTMLInputElement).value })}
      />
      <p class="hint" id="${name}-hint">${i18n.text(`advanced.${name}.hint`)}</p>
    </div>`;
  }

  private renderChoice(name: 'forceAuthn' | 'signRequests', checked: boolean) {
    const { i18n } = this.scope;
    return choice(i18n.text(`advanced.${name}`), i18n.text(`advanced.${name}.hint`), checked, (ticked) =>
      this.edit({ [name]: ticked }),
    );
  }

  private readonly toggle = (event: Event): void => {
    this.opened = (event.target as HTMLDetailsElement).open;
  };

  private edit(change: Partial<Edited>): void {
    const saml = workingRevision(this.connection)?.saml;
    this.saving.begin(this.connection);
    if (saml) this.edited = { ...(this.edited ?? from(saml)), ...change };
  }

  readonly submit = async (event: Event | undefined): Promise<void> => {
    event?.preventDefault();
    const edited = this.edited;
    if (!edited) return;
    const body = { options: options(edited) };
    const saved = await this.saving.save(this.scope.api, this.connection, body);
    if (!saved) return;
    this.edited = undefined;
    this.dispatchEvent(new GatehouseEvent('gatehouse-draft-saved', saved));
  };

  readonly giveUp = (): void => {
    this.saving.forget();
    this.edited = undefined;
    this.dispatchEvent(new GatehouseEvent('gatehouse-changed', {}));
  };

  /** What is edited here; the rest of what is stored is kept whoever wins. */
  rows(theirs: Connection): Difference[] {
    const revision = workingRevision(theirs);
    if (!revision?.saml || !this.edited) return [];
    const stored = settingsOf(revision, this.scope.i18n);
    const saml = { ...revision.saml, ...options(this.edited) };
    return differences(settingsOf({ ...revision, saml }, this.scope.i18n), stored);
  }
}

function from(saml: SamlSettings): Edited {
  return {
    attributes: typedNames(saml.attributes),
    forceAuthn: saml.forceAuthn ?? false,
    signRequests: saml.signRequests ?? false,
    nameIdFormat: saml.nameIdFormat ?? '',
    requestedAuthnContext: saml.requestedAuthnContext ?? '',
    ssoBinding: saml.ssoBinding ?? 'redirect',
    subject: saml.subject?.source ?? 'name_id',
    subjectAttribute: saml.subject?.attribute ?? '',
  };
}

/** Empty asks for nothing; left out, the server would keep what it has. */
function options({ attributes, subject, subjectAttribute, ...edited }: Edited): Partial<SamlSettings> {
  return {
    ...edited,
    requestedAuthnContext: edited.requestedAuthnContext.trim(),
    attributes: namesOf(attributes),
    subject:
      subject === 'attribute' ? { source: subject, attribute: subjectAttribute.trim() } : { source: subject },
  };
}

define('gatehouse-advanced-options', AdvancedOptions);
