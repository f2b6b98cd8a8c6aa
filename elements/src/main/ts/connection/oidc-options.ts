import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import type { Scope } from '../scope/scope.js';
import { attributeFields, namesOf, typedNames, wordsIn, type TypedNames } from './attribute-names.js';
import { authMethodField } from './auth-method.js';
import { choice } from './choice.js';
import { workingRevision, type AuthMethod, type Connection, type OidcSettings } from './connection.js';
import { differences, settingsOf, type Difference } from './differences.js';
import { DraftSaving } from './draft-saving.js';
import { draftTrouble, type DraftForm } from './draft-trouble.js';
import './delivered.js';

interface Edited {
  forceLogin: boolean;
  singleLogout: boolean;
  scopes: string;
  attributes: TypedNames;
  tokenEndpointAuthMethod: AuthMethod;
  clientSecret: string;
}

/**
 * For those who need it, closed at first: what is asked of an OpenID Connect provider, how its claims are called,
 * and how we prove to it who we are. Saving makes a new revision of the draft.
 *
 * @fires gatehouse-draft-saved - `DraftSaved`
 */
export class OidcOptions extends GatehouseElement implements DraftForm {
  @property({ attribute: false }) scope!: Scope;
  @property({ attribute: false }) connection!: Connection;
  /** Only what was changed is sent. */
  @state() private edited: Partial<Edited> | undefined;
  @state() private opened = false;
  readonly saving = new DraftSaving(this);

  override render() {
    const { i18n } = this.scope;
    const stored = workingRevision(this.connection)?.oidc;
    if (!stored) return nothing;
    const now = { ...from(stored), ...this.edited };
    return html`<details @toggle=${this.toggle}>
      <summary>${i18n.text('advanced.title')}</summary>
      <form class="stack" @submit=${this.submit}>
        <p class="soft">${i18n.text('advanced.text')}</p>
        ${attributeFields(
          i18n,
          'advanced.claims',
          now.attributes,
          (attributes) => this.edit({ attributes }),
          this.opened
            ? html`<gatehouse-delivered-attributes
                .scope=${this.scope}
                connection=${this.connection.id}
              ></gatehouse-delivered-attributes>`
            : nothing,
        )}
        ${this.renderText('scopes', now.scopes)}
        ${authMethodField(i18n, this.connection, now.tokenEndpointAuthMethod, (tokenEndpointAuthMethod) =>
          this.edit({ tokenEndpointAuthMethod }),
        )}
        ${
          now.tokenEndpointAuthMethod !== 'private_key_jwt' && stored.clientSecretSet === false
            ? this.renderText('clientSecret', now.clientSecret)
            : nothing
        }
        ${this.renderChoice('singleLogout', now)} ${this.renderChoice('forceLogin', now)}
        ${draftTrouble(i18n, this)}
        <div class="actions">
          <button type="submit" ?disabled=${!this.edited || this.saving.running || this.saving.theirs}>
            ${i18n.text(this.saving.running ? 'action.saving' : 'advanced.save')}
          </button>
        </div>
      </form>
    </details>`;
  }

  private renderText(name: 'scopes' | 'clientSecret', value: string) {
    const { i18n } = this.scope;
    const secret = name === 'clientSecret';
    return html`<div>
      <label for=${name}>${i18n.text(secret ? 'oidc.clientSecret' : 'setting.scopes')}</label>
      <input
        dir="ltr"
        id=${name}
        type=${secret ? 'password' : 'text'}
        autocomplete=${secret ? 'new-password' : 'off'}
        spellcheck="false"
        autocapitalize="none"
        aria-describedby="${name}-hint"
        .value=${value}
        @input=${(event: Event) => this.edit({ [name]: (event.target as HTMLInputElement).value })}
      />
      <p class="hint" id="${name}-hint">
        ${i18n.text(secret ? 'oidc.clientSecret.hint' : 'advanced.scopes.hint')}
      </p>
    </div>`;
  }

  private renderChoice(name: 'forceLogin' | 'singleLogout', now: Edited) {
    const { i18n } = this.scope;
    return choice(
      i18n.text(name === 'forceLogin' ? 'advanced.forceAuthn' : 'advanced.singleLogout'),
      i18n.text(`advanced.${name}.hint`),
      now[name],
      (checked) => this.edit({ [name]: checked }),
    );
  }

  private readonly toggle = (event: Event): void => {
    this.opened = (event.target as HTMLDetailsElement).open;
  };

  private edit(change: Partial<Edited>): void {
    this.saving.begin(this.connection);
    this.edited = { ...this.edited, ...change };
  }

  readonly submit = async (event: Event | undefined): Promise<void> => {
    event?.preventDefault();
    if (!this.edited) return;
    const saved = await this.saving.save(this.scope.api, this.connection, { oidc: changes(this.edited) });
    if (!saved) return;
    this.edited = undefined;
    this.dispatchEvent(new GatehouseEvent('gatehouse-draft-saved', saved));
  };

  readonly giveUp = (): void => {
    this.saving.forget();
    this.edited = undefined;
    this.dispatchEvent(new GatehouseEvent('gatehouse-changed', {}));
  };

  rows(theirs: Connection): Difference[] {
    const revision = workingRevision(theirs);
    if (!revision?.oidc) return [];
    const mine = { ...revision, oidc: { ...revision.oidc, ...changes(this.edited ?? {}) } };
    return differences(settingsOf(mine, this.scope.i18n), settingsOf(revision, this.scope.i18n));
  }
}

/** Older answers do not name the logout, which then is the rule. */
function from(stored: OidcSettings): Edited {
  return {
    forceLogin: stored.forceLogin ?? false,
    singleLogout: stored.singleLogout ?? true,
    scopes: (stored.scopes ?? []).join(' '),
    attributes: typedNames(stored.attributes),
    tokenEndpointAuthMethod: stored.tokenEndpointAuthMethod ?? 'client_secret_basic',
    clientSecret: '',
  };
}

/** As the server takes it. A secret is needed for the methods with one, and for no other. */
function changes({ scopes, attributes, clientSecret, ...edited }: Partial<Edited>) {
  const secret = edited.tokenEndpointAuthMethod === 'private_key_jwt' ? '' : clientSecret?.trim();
  return {
    ...edited,
    ...(scopes === undefined ? {} : { scopes: wordsIn(scopes) }),
    ...(attributes === undefined ? {} : { attributes: namesOf(attributes) }),
    ...(secret ? { clientSecret: secret } : {}),
  };
}

define('gatehouse-oidc-options', OidcOptions);
