import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { GatehouseElement, define } from '../scope/gatehouse-element.js';
import { Paged } from '../scope/paged.js';
import type { Page } from '../api/api.js';
import type { Scope } from '../scope/scope.js';
import { pagedList } from './paged-list.js';

interface AuditRecord {
  id: string;
  at: string;
  actor: string;
  action: string;
  subject: string;
  before?: Record<string, unknown> | null;
  after?: Record<string, unknown> | null;
}

/** Who changed what, newest first; each change opens to before and after, with secrets masked. */
export class HistoryPanel extends GatehouseElement {
  static override styles = [
    GatehouseElement.styles,
    css`
      li {
        padding-block: 8px;
        border-block-end: 1px solid var(--_line);
      }
      pre {
        margin: 0;
        white-space: pre-wrap;
        font-family: var(--_mono);
        font-size: 12px;
        line-height: 16px;
        overflow-wrap: anywhere;
        background: var(--_surface-sunken);
        padding: 8px;
        border-radius: var(--_radius);
      }
      .sides {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 280px), 1fr));
        gap: 16px;
        padding-block: 8px;
      }
    `,
  ];

  @property({ attribute: false }) scope!: Scope;
  @property() organization = '';
  private readonly records = new Paged<AuditRecord>(this, async (cursor) => {
    const query = { organization: this.organization, cursor, limit: 25 };
    return (await this.scope.api.get<Page<AuditRecord>>('/v1/audit', { query })).body;
  });

  override connectedCallback(): void {
    super.connectedCallback();
    void this.records.load();
  }

  override render() {
    const { i18n } = this.scope;
    return html`<section class="stack" aria-labelledby="title">
      <h2 id="title">${i18n.text('dash.tab.history')}</h2>
      ${pagedList(
        i18n,
        this.records,
        { title: 'dash.history.none', text: 'dash.history.none.text' },
        (items) =>
          html`<ul>
            ${repeat(
              items,
              (record) => record.id,
              (record) => this.renderRecord(record),
            )}
          </ul>`,
      )}
    </section>`;
  }

  private renderRecord(record: AuditRecord) {
    const { i18n } = this.scope;
    return html`<li>
      <details>
        <summary>
          <span class="mono">${record.action}</span>
          <span class="soft small"> · ${i18n.dateTime(record.at)} · ${record.actor}</span>
        </summary>
        <p class="small mono soft">${record.subject}</p>
        <div class="sides">
          ${this.side(i18n.text('dash.before'), record.before)}
          ${this.side(i18n.text('dash.after'), record.after)}
        </div>
      </details>
    </li>`;
  }

  private side(title: string, values: AuditRecord['before']) {
    return values && Object.keys(values).length
      ? html`<div class="stack tight">
          <h3>${title}</h3>
          <pre>${JSON.stringify(values, null, 2)}</pre>
        </div>`
      : nothing;
  }
}

define('gatehouse-history-panel', HistoryPanel);
