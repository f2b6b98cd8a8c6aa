import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import { Paged } from '../scope/paged.js';
import type { Page } from '../api/api.js';
import type { Scope } from '../scope/scope.js';
import type { Tone } from '../badge/badge.js';
import { pagedList } from '../dashboard/paged-list.js';
import { tableStyles } from '../dashboard/table-styles.js';
import { LINK_STEPS, stateOf, type LinkState, type LinkStep, type SetupLink } from './setup-link.js';
import '../dialog/confirm-dialog.js';
import './create-setup-link.js';

const TONES: Record<LinkState, Tone> = {
  waiting: 'accent',
  opened: 'good',
  expired: 'neutral',
  revoked: 'neutral',
};

/** Links by which an IT admin without an account sets SSO up; made for a named person, revocable. */
export class SetupLinksPanel extends GatehouseElement {
  static override styles = [GatehouseElement.styles, tableStyles];

  @property({ attribute: false }) scope!: Scope;
  @property() organization = '';
  /** In the Security tab, below words of its own. */
  @property({ type: Boolean }) embedded = false;
  /** The steps that a new link is for unless others are chosen. */
  @property({ attribute: false }) suggested: readonly LinkStep[] = LINK_STEPS;
  @state() private creating = false;
  /** Just made; its address is shown this once. */
  @state() private fresh: SetupLink | undefined;
  @state() private revoking: SetupLink | undefined;
  private readonly links = new Paged<SetupLink>(this, async (cursor) => {
    const query = { organization: this.organization, cursor };
    return (await this.scope.api.get<Page<SetupLink>>('/v1/setup-links', { query })).body;
  });

  override connectedCallback(): void {
    super.connectedCallback();
    void this.links.load();
  }

  override render() {
    const { i18n } = this.scope;
    return html`<section class="stack" aria-label=${i18n.text('dash.tab.setup-links')}>
      <div class="row between">
        ${this.embedded ? nothing : html`<h2>${i18n.text('dash.tab.setup-links')}</h2>`}
        <button
          type="button"
          id="create"
          class=${this.embedded ? '' : 'primary'}
          @click=${() => (this.creating = true)}
        >
          ${i18n.text('dash.link.create')}
        </button>
      </div>
      <p class="soft">${i18n.text(this.embedded ? 'handover.text' : 'dash.links.text')}</p>
      ${this.fresh ? this.renderFresh(this.fresh) : nothing}
      ${pagedList(i18n, this.links, { title: 'dash.links.none', text: this.embedded ? 'handover.none' : 'dash.links.none.text' }, (items) => this.renderTable(items))}
      <gatehouse-create-setup-link
        .scope=${this.scope}
        organization=${this.organization}
        .suggested=${this.suggested}
        .open=${this.creating}
        @gatehouse-close=${() => (this.creating = false)}
        @gatehouse-setup-link-created=${this.created}
      ></gatehouse-create-setup-link>
      ${this.renderDialog()}
    </section>`;
  }

  private renderFresh(link: SetupLink) {
    const { i18n } = this.scope;
    return html`<div class="notice accent stack" role="status">
      <gatehouse-copy-field
        label=${i18n.text('dash.link.for', { name: link.recipientName })}
        note=${i18n.text('dash.link.once', { date: i18n.date(link.expiresAt) })}
        .value=${link.url ?? ''}
        .i18n=${i18n}
      ></gatehouse-copy-field>
      <div class="actions">
        <button type="button" @click=${this.forget}>${i18n.text('dash.link.sent')}</button>
      </div>
    </div>`;
  }

  private renderTable(items: SetupLink[]) {
    const { i18n } = this.scope;
    return html`<table>
      <thead>
        <tr>
          <th scope="col">${i18n.text('dash.link.recipient')}</th>
          <th scope="col">${i18n.text('dash.status')}</th>
          <th scope="col">${i18n.text('dash.link.steps')}</th>
          <th scope="col">${i18n.text('dash.link.expires')}</th>
          <th scope="col"><span class="visually-hidden">${i18n.text('members.actions')}</span></th>
        </tr>
      </thead>
      <tbody>
        ${repeat(
          items,
          (link) => link.id,
          (link) => this.renderRow(link, stateOf(link, Date.now())),
        )}
      </tbody>
    </table>`;
  }

  private renderRow(link: SetupLink, state: LinkState) {
    const { i18n } = this.scope;
    const ends = state === 'waiting' || state === 'opened';
    return html`<tr>
      <th scope="row">
        ${link.recipientName}
        ${link.recipientEmail ? html`<div class="soft small">${link.recipientEmail}</div>` : nothing}
      </th>
      <td data-label=${i18n.text('dash.status')}>
        <div class="stack tight">
          <div>
            <gatehouse-badge tone=${TONES[state]}>${i18n.text(`dash.link.${state}`)}</gatehouse-badge>
          </div>
          ${
            link.openedAt
              ? html`<span class="soft small"
                  >${i18n.text('dash.link.openedAt', { when: i18n.dateTime(link.openedAt) })}</span
                >`
              : nothing
          }
        </div>
      </td>
      <td data-label=${i18n.text('dash.link.steps')}>
        ${link.steps.map((step) => i18n.text(`dash.link.step.${step}`)).join(' · ')}
      </td>
      <td data-label=${i18n.text('dash.link.expires')}>${i18n.date(link.expiresAt)}</td>
      <td class="act">
        ${
          ends
            ? html`<button
                type="button"
                class="plain danger"
                aria-label=${i18n.text('dash.link.revoke.of', { name: link.recipientName })}
                @click=${() => (this.revoking = link)}
              >
                ${i18n.text('dash.link.revoke')}
              </button>`
            : nothing
        }
      </td>
    </tr>`;
  }

  private renderDialog() {
    const { i18n } = this.scope;
    return html`<gatehouse-confirm-dialog
      danger
      .scope=${this.scope}
      .open=${this.revoking !== undefined}
      heading=${i18n.text('dash.link.revoke.title', { name: this.revoking?.recipientName ?? '' })}
      action=${i18n.text('dash.link.revoke')}
      .act=${this.revoke}
      @gatehouse-close=${() => (this.revoking = undefined)}
    >
      <p>${i18n.text('dash.link.revoke.text')}</p>
    </gatehouse-confirm-dialog>`;
  }

  private readonly created = (event: CustomEvent<SetupLink>): void => {
    this.creating = false;
    this.fresh = event.detail;
    void this.links.load();
  };

  private readonly forget = async (): Promise<void> => {
    this.fresh = undefined;
    await this.focusOn('#create');
  };

  private readonly revoke = async (): Promise<void> => {
    const link = this.revoking;
    if (!link) return;
    await this.scope.api.delete(`/v1/setup-links/${link.id}`);
    this.revoking = undefined;
    if (this.fresh?.id === link.id) this.fresh = undefined;
    this.dispatchEvent(new GatehouseEvent('gatehouse-announce', this.scope.i18n.text('dash.link.revoked')));
    await this.links.load();
    await this.focusOn('#create');
  };
}

define('gatehouse-setup-links-panel', SetupLinksPanel);
