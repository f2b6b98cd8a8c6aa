import { css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ApiProblem } from '../api/problem.js';
import { Acting } from '../scope/acting.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import type { Answer } from '../api/api.js';
import type { Scope } from '../scope/scope.js';
import type { Organization } from './organization.js';
import '../conflict/conflict-panel.js';

/**
 * An organization's own particulars; its name can be changed. When two people change it at once, both
 * versions are shown and the person decides.
 *
 * @fires gatehouse-organization-changed - `Answer<Organization>`, what is stored now
 */
export class GeneralTab extends GatehouseElement {
  static override styles = [
    GatehouseElement.styles,
    css`
      form {
        max-inline-size: 480px;
      }
    `,
  ];

  @property({ attribute: false }) scope!: Scope;
  @property({ attribute: false }) organization!: Answer<Organization>;
  @property({ type: Boolean }) editable = false;
  /** What was typed; survives failures and reloads of the organization. */
  @state() private typed: string | undefined;
  @state() private blank = false;
  @state() private saved = false;
  /** What was on screen when typing began: news that arrive meanwhile do not count as seen. */
  private base: Answer<Organization> | undefined;
  /** What somebody else stored meanwhile. */
  @state() private theirs: Answer<Organization> | undefined;
  private readonly acting = new Acting(this);

  override render() {
    const { i18n } = this.scope;
    const it = this.organization.body;
    return html`<section class="stack loose" aria-labelledby="title">
      <h2 id="title">${i18n.text('general.title')}</h2>
      <form class="stack" @submit=${this.submit} novalidate>
        <div>
          <label for="name">${i18n.text('general.name')}</label>
          <input
            id="name"
            maxlength="200"
            autocomplete="organization"
            .value=${this.typed ?? it.name ?? ''}
            ?readonly=${!this.editable}
            aria-describedby="name-hint${this.blank ? ' name-error' : ''}"
            aria-invalid=${this.blank}
            @input=${this.type}
          />
          <p class="hint" id="name-hint">${i18n.text('general.nameHint')}</p>
          ${this.blank ? html`<p class="field-error" id="name-error">${i18n.text('general.nameRequired')}</p>` : nothing}
        </div>
        ${this.renderConflict()}
        ${
          this.acting.problem
            ? html`<gatehouse-problem .problem=${this.acting.problem} .i18n=${i18n}></gatehouse-problem>`
            : nothing
        }
        ${
          this.editable && !this.theirs
            ? html`<div class="actions">
                <button
                  class="primary"
                  type="submit"
                  ?disabled=${!this.dirty || this.acting.running !== undefined}
                >
                  ${this.acting.running ? i18n.text('action.saving') : i18n.text('action.save')}
                </button>
                <span role="status" class="soft">${this.saved ? i18n.text('saved') : ''}</span>
              </div>`
            : nothing
        }
      </form>
      <dl class="facts">
        <dt>${i18n.text('general.slug')}</dt>
        <dd class="mono">${it.slug}</dd>
        <dt>${i18n.text('general.id')}</dt>
        <dd class="mono">${it.id}</dd>
        ${
          it.externalId
            ? html`<dt>${i18n.text('general.externalId')}</dt>
                <dd class="mono">${it.externalId}</dd>`
            : nothing
        }
        <dt>${i18n.text('general.created')}</dt>
        <dd>${i18n.date(it.createdAt)}</dd>
        <dt>${i18n.text('general.sso')}</dt>
        <dd>${i18n.text(it.selfServeSso ? 'general.sso.on' : 'general.sso.off')}</dd>
      </dl>
    </section>`;
  }

  private renderConflict() {
    if (!this.theirs) return nothing;
    const { i18n } = this.scope;
    const label = i18n.text('general.name');
    return html`<gatehouse-conflict
      .i18n=${i18n}
      .rows=${[{ label, one: this.typed ?? '', other: this.theirs.body.name ?? '' }]}
      @gatehouse-keep-mine=${() => this.settle(true)}
      @gatehouse-take-theirs=${() => this.settle(false)}
    ></gatehouse-conflict>`;
  }

  private get dirty(): boolean {
    return this.typed !== undefined && this.typed.trim() !== (this.organization.body.name ?? '');
  }

  private readonly type = (event: Event): void => {
    this.base ??= this.organization;
    this.typed = (event.target as HTMLInputElement).value;
    this.blank = false;
    this.saved = false;
  };

  private readonly submit = (event: Event): void => {
    event.preventDefault();
    this.blank = !this.typed?.trim();
    if (this.blank) void this.focusOn('#name');
    else void this.save(this.base ?? this.organization);
  };

  private async settle(mine: boolean): Promise<void> {
    const theirs = this.theirs;
    if (!theirs) return;
    this.theirs = undefined;
    this.acting.clear();
    this.tell(theirs);
    if (mine) {
      this.base = theirs;
      await this.save(theirs);
    } else this.forget();
    await this.focusOn('#name');
  }

  private async save(seen: Answer<Organization>): Promise<void> {
    const { api } = this.scope;
    const path = `/v1/organizations/${this.organization.body.id}`;
    await this.acting.run('save', async () => {
      const name = this.typed?.trim();
      const patch = async (on: Answer<Organization>): Promise<void> => {
        this.tell(await api.patch<Organization>(path, { name }, { ifMatch: on.etag }));
        this.forget();
        this.saved = true;
      };
      try {
        await patch(seen);
      } catch (thrown) {
        if (ApiProblem.of(thrown).kind !== 'stale') throw thrown;
        const now = await api.get<Organization>(path);
        // Another change, such as the switch: nobody's name is overwritten.
        if (now.body.name === seen.body.name) await patch(now);
        else this.theirs = now;
      }
    });
  }

  private forget(): void {
    this.typed = undefined;
    this.base = undefined;
  }

  private tell(organization: Answer<Organization>): void {
    this.organization = organization;
    this.dispatchEvent(new GatehouseEvent('gatehouse-organization-changed', organization));
  }
}

define('gatehouse-general-tab', GeneralTab);
