import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import type { Scope } from '../scope/scope.js';
import { choice } from './choice.js';
import { workingRevision, type Connection, type OidcSettings } from './connection.js';
import { differences, settingsOf, type Difference } from './differences.js';
import { DraftSaving } from './draft-saving.js';
import { draftTrouble, type DraftForm } from './draft-trouble.js';

type Choices = Required<Pick<OidcSettings, 'forceLogin' | 'singleLogout'>>;

/**
 * For those who need it, closed at first: whether an OpenID Connect provider asks for the password every
 * time, and whether signing out leads by way of it. Saving makes a new revision of the draft.
 *
 * @fires gatehouse-draft-saved - `DraftSaved`
 */
export class OidcOptions extends GatehouseElement implements DraftForm {
  @property({ attribute: false }) scope!: Scope;
  @property({ attribute: false }) connection!: Connection;
  @state() private edited: Choices | undefined;
  readonly saving = new DraftSaving(this);

  override render() {
    const { i18n } = this.scope;
    const stored = workingRevision(this.connection)?.oidc;
    if (!stored) return nothing;
    const now = this.edited ?? from(stored);
    return html`<details>
      <summary>${i18n.text('advanced.title')}</summary>
      <form class="stack" @submit=${this.submit}>
        <p class="soft">${i18n.text('advanced.text')}</p>
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

  private renderChoice(name: keyof Choices, now: Choices) {
    const { i18n } = this.scope;
    return choice(
      i18n.text(name === 'forceLogin' ? 'advanced.forceAuthn' : 'advanced.singleLogout'),
      i18n.text(`advanced.${name}.hint`),
      now[name],
      (checked) => this.edit(name, checked),
    );
  }

  private edit(name: keyof Choices, checked: boolean): void {
    const stored = workingRevision(this.connection)?.oidc;
    this.saving.begin(this.connection);
    if (stored) this.edited = { ...(this.edited ?? from(stored)), [name]: checked };
  }

  readonly submit = async (event: Event | undefined): Promise<void> => {
    event?.preventDefault();
    if (!this.edited) return;
    const saved = await this.saving.save(this.scope.api, this.connection, { oidc: this.edited });
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
    const mine = { ...revision, oidc: { ...revision.oidc, ...this.edited } };
    return differences(settingsOf(mine, this.scope.i18n), settingsOf(revision, this.scope.i18n));
  }
}

/** Older answers do not name the logout, which then is the rule. */
function from(stored: OidcSettings): Choices {
  return { forceLogin: stored.forceLogin ?? false, singleLogout: stored.singleLogout ?? true };
}

define('gatehouse-oidc-options', OidcOptions);
