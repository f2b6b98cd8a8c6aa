import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import { Paged } from '../scope/paged.js';
import type { Page } from '../api/api.js';
import type { Scope } from '../scope/scope.js';
import type { Tone } from '../badge/badge.js';
import type { DomainFacts } from './facts.js';
import { pagedList } from './paged-list.js';
import { tableStyles } from './table-styles.js';
import '../dialog/reason-dialog.js';

const TONES: Partial<Record<DomainFacts['status'], Tone>> = {
  verified: 'good',
  pending: 'accent',
  lapsing: 'warn',
  lapsed: 'bad',
  expired: 'warn',
};

function isMissed({ status }: DomainFacts): boolean {
  return status === 'lapsing' || status === 'lapsed';
}

/** An organization's domains; an operator may vouch for one that cannot be proven by DNS, with a reason. */
export class DomainsPanel extends GatehouseElement {
  static override styles = [GatehouseElement.styles, tableStyles];

  @property({ attribute: false }) scope!: Scope;
  @property() organization = '';
  @state() private vouching: DomainFacts | undefined;
  private readonly domains = new Paged<DomainFacts>(this, async (cursor) => {
    const query = { organization: this.organization, cursor };
    return (await this.scope.api.get<Page<DomainFacts>>('/v1/domains', { query })).body;
  });

  override connectedCallback(): void {
    super.connectedCallback();
    void this.domains.load();
  }

  override render() {
    const { i18n } = this.scope;
    return html`<section class="stack" aria-labelledby="title">
      <h2 id="title">${i18n.text('dash.domains')}</h2>
      ${pagedList(
        i18n,
        this.domains,
        { title: 'dash.domains.none', text: 'dash.domains.none.text' },
        (items) =>
          html`<table>
            <thead>
              <tr>
                <th scope="col">${i18n.text('dash.domain')}</th>
                <th scope="col">${i18n.text('dash.status')}</th>
                <th scope="col">${i18n.text('dash.lastLook')}</th>
                <th scope="col"><span class="visually-hidden">${i18n.text('members.actions')}</span></th>
              </tr>
            </thead>
            <tbody>
              ${repeat(
                items,
                (domain) => domain.id,
                (domain) => this.renderRow(domain),
              )}
            </tbody>
          </table>`,
      )}
      ${this.renderDialog()}
    </section>`;
  }

  private renderRow(domain: DomainFacts) {
    const { i18n } = this.scope;
    const name = domain.displayName ?? domain.name ?? domain.id;
    return html`<tr>
      <th scope="row">${name}</th>
      <td data-label=${i18n.text('dash.status')}>
        <div class="stack tight">
          <div>
            <gatehouse-badge tone=${TONES[domain.status] ?? 'neutral'}
              >${i18n.text(`dash.domain.${domain.status}`)}</gatehouse-badge
            >
          </div>
          ${this.renderMissing(domain)}
          ${domain.verifiedBy === 'operator' ? html`<span class="soft small">${i18n.text('dash.domain.byOperator')}</span>` : nothing}
        </div>
      </td>
      <td data-label=${i18n.text('dash.lastLook')}>
        ${
          domain.lastCheck
            ? html`<div class="stack tight">
                <span>${domain.lastCheck.explanation}</span>
                <span class="soft small">${i18n.relative(domain.lastCheck.at)}</span>
              </div>`
            : '–'
        }
      </td>
      <td class="act">
        ${
          domain.status === 'pending' || isMissed(domain)
            ? html`<button
                type="button"
                class="plain"
                aria-label=${i18n.text('dash.vouch.of', { name })}
                @click=${() => (this.vouching = domain)}
              >
                ${i18n.text('dash.vouch')}
              </button>`
            : nothing
        }
      </td>
    </tr>`;
  }

  /** Since when, until when, and the record that the operator may hand on. */
  private renderMissing(domain: DomainFacts) {
    const { i18n } = this.scope;
    const { missingSince, lapsesAt, challenge } = domain;
    if (!missingSince) return nothing;
    return html`<span class="small"
        >${i18n.text('dash.domain.missingSince', { at: i18n.date(missingSince) })}</span
      >
      ${lapsesAt ? html`<span class="small">${i18n.text('dash.domain.lapsesAt', { at: i18n.date(lapsesAt) })}</span>` : nothing}
      ${
        challenge && isMissed(domain)
          ? html`<span class="small">${i18n.text('dash.domain.publishAgain')}</span>
              <gatehouse-copy-field
                label=${i18n.text('domain.host')}
                .value=${challenge.host}
                .i18n=${i18n}
              ></gatehouse-copy-field>
              <gatehouse-copy-field
                label=${i18n.text('domain.value')}
                .value=${challenge.value}
                .i18n=${i18n}
              ></gatehouse-copy-field>`
          : nothing
      }`;
  }

  private renderDialog() {
    const { i18n } = this.scope;
    const name = this.vouching?.displayName ?? this.vouching?.name ?? '';
    return html`<gatehouse-reason-dialog
      .scope=${this.scope}
      .open=${this.vouching !== undefined}
      heading=${i18n.text('dash.vouch.title', { name })}
      text=${i18n.text('dash.vouch.text')}
      label=${i18n.text('dash.vouch')}
      .act=${this.vouch}
      @gatehouse-close=${() => (this.vouching = undefined)}
    ></gatehouse-reason-dialog>`;
  }

  private readonly vouch = async (reason: string): Promise<void> => {
    const domain = this.vouching;
    if (!domain) return;
    const path = `/v1/domains/${domain.id}/verification`;
    const { body } = await this.scope.api.post<DomainFacts>(path, { reason });
    this.domains.replace(body);
    this.vouching = undefined;
    const text = this.scope.i18n.text('dash.vouched', { name: body.name ?? domain.id });
    this.dispatchEvent(new GatehouseEvent('gatehouse-announce', text));
  };
}

define('gatehouse-domains-panel', DomainsPanel);
