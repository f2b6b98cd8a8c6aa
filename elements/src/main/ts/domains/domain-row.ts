import { css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Acting } from '../scope/acting.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import type { Scope } from '../scope/scope.js';
import type { Tone } from '../badge/badge.js';
import { Loading } from '../scope/loading.js';
import type { Page } from '../api/api.js';
import {
  hostForms,
  isAwaited,
  isMissed,
  isProven,
  type Domain,
  type DomainStatus,
  type LastCheck,
  type Look,
} from './domain.js';

const TONES: Record<DomainStatus, Tone> = {
  pending: 'accent',
  verified: 'good',
  lapsing: 'warn',
  lapsed: 'bad',
  expired: 'bad',
  removed: 'neutral',
  deleted: 'neutral',
};

const SHOWN_LOOKS = 8;

/**
 * One domain: its state, the record to publish, what the looks found, and what to do about it.
 *
 * @fires gatehouse-domain-changed - `Domain`, after a look
 * @fires gatehouse-domain-remove - `Domain`, the person asks to remove it
 * @fires gatehouse-domain-assign - `Domain`, the person asks to use it for the connection
 */
export class DomainRow extends GatehouseElement {
  static override styles = [
    GatehouseElement.styles,
    css`
      details {
        border: 1px solid var(--_line);
        border-radius: var(--_radius-large);
        background: var(--_surface-raised);
      }
      details > summary {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 12px;
        padding: 16px;
        list-style: none;
        border-radius: var(--_radius-large);
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary::before {
        content: '';
        inline-size: 7px;
        block-size: 7px;
        border-inline-end: 2px solid var(--_text-soft);
        border-block-end: 2px solid var(--_text-soft);
        transform: rotate(-45deg);
        flex: none;
      }
      :host(:dir(rtl)) summary::before {
        transform: rotate(45deg);
      }
      details[open] > summary::before {
        transform: rotate(45deg);
      }
      :host(:dir(rtl)) details[open] > summary::before {
        transform: rotate(-45deg);
      }
      .name {
        font-weight: 600;
        font-size: 16px;
        overflow-wrap: anywhere;
      }
      .latest {
        color: var(--_text-soft);
        font-weight: 400;
        flex: 1 1 200px;
        text-align: var(--_end);
      }
      .body {
        padding: 0 16px 16px;
      }
      .timeline {
        border-inline-start: 2px solid var(--_line);
        padding-inline-start: 16px;
        display: grid;
        gap: 8px;
      }
      .timeline li {
        position: relative;
      }
      .timeline li::before {
        content: '';
        position: absolute;
        inset-inline-start: -22px;
        inset-block-start: 5px;
        inline-size: 10px;
        block-size: 10px;
        border-radius: 50%;
        background: var(--_line-strong);
        border: 2px solid var(--_surface-raised);
      }
      @container (max-width: 520px) {
        .latest {
          flex-basis: 100%;
          text-align: var(--_start);
        }
      }
    `,
  ];

  @property({ attribute: false }) scope!: Scope;
  @property({ attribute: false }) domain!: Domain;
  @property({ type: Boolean }) open = false;
  /** Whether a connection exists that this domain could sign in with, and does not yet. */
  @property({ type: Boolean }) assignable = false;
  @state() private otherForm = false;
  private readonly looks = new Loading<Look[]>(this);
  private readonly acting = new Acting(this);
  private readUntil = '';

  /** Read only where it is looked at, and again after each look. */
  protected override willUpdate(): void {
    const last = this.domain.lastCheck?.at ?? '';
    if (!this.open || last === this.readUntil) return;
    this.readUntil = last;
    void this.looks.run(async () => {
      const path = `/v1/domains/${this.domain.id}/looks`;
      return (await this.scope.api.get<Page<Look>>(path)).body.items.slice(0, SHOWN_LOOKS).reverse();
    });
  }

  override render() {
    const { i18n } = this.scope;
    const domain = this.domain;
    return html`<details ?open=${this.open} @toggle=${this.toggled}>
      <summary>
        <span class="name">${domain.displayName || domain.name}</span>
        <gatehouse-badge tone=${TONES[domain.status]}
          >${i18n.known(`domainstatus.${domain.status}`) ?? domain.status}</gatehouse-badge
        >
        <span class="latest">${this.latest()}</span>
      </summary>
      <div class="body stack">
        ${domain.status === 'pending' ? nothing : this.renderState()} ${this.renderRecord()}
        ${this.renderFinding()} ${this.renderTimeline()}
        ${
          this.acting.problem
            ? html`<gatehouse-problem .problem=${this.acting.problem} .i18n=${i18n}></gatehouse-problem>`
            : nothing
        }
        <div class="actions">
          ${
            isAwaited(domain)
              ? html`<button type="button" ?disabled=${this.acting.running !== undefined} @click=${this.look}>
                  ${i18n.text(this.acting.running ? 'domain.looking' : 'domain.look')}
                </button>`
              : nothing
          }
          ${
            this.assignable && isProven(domain)
              ? html`<button type="button" @click=${() => this.ask('gatehouse-domain-assign')}>
                  ${i18n.text('domain.assign')}
                </button>`
              : nothing
          }
          <button
            type="button"
            class="plain danger"
            aria-label=${i18n.text('domain.remove.of', { name: domain.name })}
            @click=${() => this.ask('gatehouse-domain-remove')}
          >
            ${i18n.text('action.remove')}
          </button>
        </div>
      </div>
    </details>`;
  }

  private renderRecord() {
    const { i18n } = this.scope;
    const { challenge, dnsProvider } = this.domain;
    if (!challenge) return nothing;
    const forms = hostForms(this.domain);
    const relativeFirst = dnsProvider
      ? dnsProvider.hostForm === 'relative'
      : this.domain.name.split('.').length === 2;
    const usual = dnsProvider?.host ?? (relativeFirst ? forms.relative : forms.absolute);
    const other = usual === forms.absolute ? forms.relative : forms.absolute;
    const host = this.otherForm ? other : usual;
    return html`<p>
        ${dnsProvider ? i18n.text('domain.where', { provider: dnsProvider.name }) : i18n.text('domain.whereUnknown')}
        ${i18n.text('domain.record')}
      </p>
      <div class="stack">
        <gatehouse-copy-field
          label=${i18n.text('domain.type')}
          .value=${challenge.type}
          .i18n=${i18n}
        ></gatehouse-copy-field>
        <div>
          <gatehouse-copy-field
            label=${i18n.text('domain.host')}
            .value=${host}
            .note=${i18n.text(host === forms.absolute ? 'domain.host.absolute' : 'domain.host.relative')}
            .i18n=${i18n}
          ></gatehouse-copy-field>
          <button
            type="button"
            class="plain flush"
            aria-pressed=${this.otherForm}
            @click=${() => (this.otherForm = !this.otherForm)}
          >
            ${i18n.text(host === forms.absolute ? 'domain.host.showRelative' : 'domain.host.showAbsolute')}
          </button>
        </div>
        <gatehouse-copy-field
          label=${i18n.text('domain.value')}
          .value=${dnsProvider?.value ?? challenge.value}
          .note=${i18n.text('domain.value.note')}
          .i18n=${i18n}
        ></gatehouse-copy-field>
        <gatehouse-copy-field
          label=${i18n.text('domain.ttl')}
          .value=${String(challenge.ttl)}
          .i18n=${i18n}
        ></gatehouse-copy-field>
      </div>`;
  }

  private renderState() {
    const { i18n } = this.scope;
    const { status, verifiedBy, missingSince, lapsesAt } = this.domain;
    const values = {
      since: missingSince ? i18n.date(missingSince) : '–',
      until: lapsesAt ? i18n.date(lapsesAt) : '–',
    };
    const verified = missingSince ? 'missing' : verifiedBy === 'operator' ? 'byOperator' : status;
    const text = i18n.known(`domain.state.${status === 'verified' ? verified : status}`, values) ?? '';
    return missingSince
      ? html`<div class="notice ${isMissed(this.domain) ? 'warn' : ''}"><p>${text}</p></div>`
      : html`<p>${text}</p>`;
  }

  /** The last look's finding, when there is something to correct. */
  private renderFinding() {
    const look = this.domain.lastCheck;
    if (!look || !isAwaited(this.domain) || look.outcome === 'not_published' || look.outcome === 'proven')
      return nothing;
    const severe = look.outcome !== 'lookup_failed';
    return html`<div class="notice stack tight ${severe ? 'warn' : ''}" role="status">
      <p class="strong">${this.scope.i18n.known(`check.${look.outcome}`) ?? look.outcome}</p>
      <p>${this.advice(look)}</p>
      ${look.found?.map((record) => html`<p class="mono small">${record.host} = ${record.value}</p>`)}
    </div>`;
  }

  private renderTimeline() {
    const { i18n } = this.scope;
    const { createdAt, verifiedAt, status, nextCheckAt, challenge } = this.domain;
    return html`<div class="stack tight">
      <h4>${i18n.text('domain.timeline')}</h4>
      <ol class="timeline small">
        <li>${i18n.text('domain.timeline.added', { at: i18n.dateTime(createdAt) })}</li>
        ${this.seen().map((look) => this.renderLook(look))}
        ${verifiedAt ? html`<li>${i18n.text('domain.timeline.verified', { at: i18n.dateTime(verifiedAt) })}</li>` : nothing}
        ${
          nextCheckAt
            ? html`<li class="soft">
                ${i18n.text('domain.timeline.next', {
                  at: status === 'pending' ? i18n.time(nextCheckAt) : i18n.dateTime(nextCheckAt),
                })}
              </li>`
            : nothing
        }
      </ol>
      ${
        status === 'pending'
          ? html`<p class="soft">
              ${i18n.text('domain.waiting')}
              ${challenge?.expiresAt ? i18n.text('domain.expires', { at: i18n.date(challenge.expiresAt) }) : nothing}
            </p>`
          : nothing
      }
    </div>`;
  }

  /** The last look alone, where the server does not tell the ones before. */
  private seen(): Look[] {
    const last = this.domain.lastCheck;
    const only = last && { firstAt: last.at, lastAt: last.at, looks: 1, outcome: last.outcome, found: [] };
    return this.looks.value ?? (only ? [only] : []);
  }

  private renderLook(look: Look) {
    const { i18n } = this.scope;
    const found = i18n.known(`check.${look.outcome}`) ?? look.outcome;
    return html`<li>
      ${
        look.looks > 1
          ? i18n.text('domain.timeline.lookedOften', {
              at: i18n.range(look.firstAt, look.lastAt),
              count: look.looks,
              found,
            })
          : i18n.text('domain.timeline.looked', { at: i18n.range(look.firstAt, look.firstAt), found })
      }
      ${
        look.outcome === 'proven'
          ? nothing
          : look.found.map(
              (record) => html`<br /><span class="mono soft">${record.host} = ${record.value}</span>`,
            )
      }
    </li>`;
  }

  private latest(): string {
    const { i18n } = this.scope;
    const { lastCheck, status, verifiedAt, lapsesAt } = this.domain;
    if (status === 'lapsing' && lapsesAt) return i18n.text('domain.publishBy', { at: i18n.date(lapsesAt) });
    if (status === 'pending' && lastCheck) return i18n.known(`check.${lastCheck.outcome}`) ?? '';
    return isProven(this.domain) && verifiedAt
      ? i18n.text('domain.since', { at: i18n.date(verifiedAt) })
      : '';
  }

  /** In the person's language where we have it; the server's own explanation otherwise. */
  private advice(look: LastCheck): string {
    const label = hostForms(this.domain).relative;
    const values = { host: look.found?.[0]?.host ?? this.domain.name, label, name: this.domain.name };
    return this.scope.i18n.known(`check.${look.outcome}.advice`, values) ?? look.explanation ?? '';
  }

  private ask(event: string): void {
    this.dispatchEvent(new GatehouseEvent(event, this.domain));
  }

  private readonly toggled = (event: Event): void => {
    this.open = (event.target as HTMLDetailsElement).open;
  };

  private readonly look = async (): Promise<void> => {
    await this.acting.run('look', async () => {
      const { body } = await this.scope.api.post<Domain>(`/v1/domains/${this.domain.id}/check`);
      this.dispatchEvent(new GatehouseEvent('gatehouse-domain-changed', body));
    });
  };
}

define('gatehouse-domain-row', DomainRow);
