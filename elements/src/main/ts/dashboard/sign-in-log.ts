import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { GatehouseElement, define } from '../scope/gatehouse-element.js';
import { Paged } from '../scope/paged.js';
import type { Page } from '../api/api.js';
import type { Scope } from '../scope/scope.js';
import type { SignInFacts } from './facts.js';
import { pagedList } from './paged-list.js';
import { tableStyles } from './table-styles.js';
import './sign-in-detail.js';

const TYPING_PAUSE_MS = 300;

/** An organization's finished sign-ins, newest first; a failed one opens to the same checks as a test. */
export class SignInLog extends GatehouseElement {
  static override styles = [GatehouseElement.styles, tableStyles];

  @property({ attribute: false }) scope!: Scope;
  @property() organization = '';
  @state() private outcome = '';
  @state() private reason = '';
  @state() private person = '';
  @state() private opened: SignInFacts | undefined;
  private typing: ReturnType<typeof setTimeout> | undefined;
  private readonly signIns = new Paged<SignInFacts>(this, async (cursor) => {
    const query = {
      organization: this.organization,
      outcome: this.outcome || undefined,
      reason: this.reason.trim() || undefined,
      person: this.person.trim() || undefined,
      cursor,
      limit: 25,
    };
    return (await this.scope.api.get<Page<SignInFacts>>('/v1/sign-ins', { query })).body;
  });

  override connectedCallback(): void {
    super.connectedCallback();
    void this.signIns.load();
  }

  override disconnectedCallback(): void {
    clearTimeout(this.typing);
    super.disconnectedCallback();
  }

  override render() {
    const { i18n } = this.scope;
    const filtered = this.outcome || this.reason || this.person;
    return html`<section class="stack" aria-labelledby="title">
      <h2 id="title">${i18n.text('dash.tab.sign-ins')}</h2>
      ${this.renderFilters()}
      ${pagedList(
        i18n,
        this.signIns,
        filtered
          ? { title: 'dash.signIns.noMatch', text: 'dash.signIns.noMatch.text' }
          : { title: 'dash.signIns.none', text: 'dash.signIns.none.text' },
        (items) => this.renderTable(items),
      )}
      <gatehouse-dialog
        .open=${this.opened !== undefined}
        heading=${i18n.text('dash.signIn')}
        @gatehouse-close=${() => (this.opened = undefined)}
      >
        ${
          this.opened
            ? html`<gatehouse-sign-in-detail
                .scope=${this.scope}
                .signIn=${this.opened}
              ></gatehouse-sign-in-detail>`
            : nothing
        }
        <button slot="actions" type="button" @click=${() => (this.opened = undefined)}>
          ${i18n.text('action.close')}
        </button>
      </gatehouse-dialog>
    </section>`;
  }

  private renderFilters() {
    const { i18n } = this.scope;
    return html`<div class="toolbar" role="search" aria-label=${i18n.text('dash.filter')}>
      <div>
        <label for="outcome">${i18n.text('dash.outcome')}</label>
        <select
          id="outcome"
          @change=${(event: Event) => {
            this.outcome = (event.target as HTMLSelectElement).value;
            void this.signIns.load();
          }}
        >
          <option value="">${i18n.text('dash.outcome.all')}</option>
          <option value="succeeded">${i18n.text('dash.outcome.succeeded')}</option>
          <option value="failed">${i18n.text('dash.outcome.failed')}</option>
        </select>
      </div>
      <div>
        <label for="reason">${i18n.text('dash.reasonCode')}</label>
        <input
          id="reason"
          autocomplete="off"
          spellcheck="false"
          .value=${this.reason}
          @input=${(event: Event) => this.type(() => (this.reason = (event.target as HTMLInputElement).value))}
        />
      </div>
      <div>
        <label for="person">${i18n.text('dash.person')}</label>
        <input
          id="person"
          autocomplete="off"
          spellcheck="false"
          placeholder="per_…"
          .value=${this.person}
          @input=${(event: Event) => this.type(() => (this.person = (event.target as HTMLInputElement).value))}
        />
      </div>
    </div>`;
  }

  private renderTable(items: SignInFacts[]) {
    const { i18n } = this.scope;
    return html`<table>
      <thead>
        <tr>
          <th scope="col">${i18n.text('dash.when')}</th>
          <th scope="col">${i18n.text('dash.outcome')}</th>
          <th scope="col">${i18n.text('dash.person')}</th>
          <th scope="col">${i18n.text('dash.reference')}</th>
          <th scope="col"><span class="visually-hidden">${i18n.text('members.actions')}</span></th>
        </tr>
      </thead>
      <tbody>
        ${repeat(
          items,
          (signIn) => signIn.id,
          (signIn) =>
            html`<tr>
              <th scope="row">${i18n.dateTime(signIn.at)}</th>
              <td data-label=${i18n.text('dash.outcome')}>
                <gatehouse-badge tone=${signIn.outcome === 'failed' ? 'bad' : 'good'}
                  >${i18n.text(`dash.outcome.${signIn.outcome}`)}</gatehouse-badge
                >
              </td>
              <td data-label=${i18n.text('dash.person')} class="long">
                ${signIn.email ?? signIn.person ?? '–'}
              </td>
              <td data-label=${i18n.text('dash.reference')} class="mono">${signIn.reference ?? '–'}</td>
              <td class="act">
                <button
                  type="button"
                  class="plain"
                  aria-label=${i18n.text('dash.signIn.open', { when: i18n.dateTime(signIn.at) })}
                  @click=${() => (this.opened = signIn)}
                >
                  ${i18n.text('dash.details')}
                </button>
              </td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  private type(change: () => void): void {
    change();
    clearTimeout(this.typing);
    this.typing = setTimeout(() => void this.signIns.load(), TYPING_PAUSE_MS);
  }
}

define('gatehouse-sign-in-log', SignInLog);
