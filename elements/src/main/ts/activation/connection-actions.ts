import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Acting } from '../scope/acting.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import { Loading } from '../scope/loading.js';
import type { Scope } from '../scope/scope.js';
import '../dialog/confirm-dialog.js';
import { etagOf, type Connection, type Revision } from '../connection/connection.js';

type Question = 'deactivate' | 'delete' | 'revisions' | 'discard';

/**
 * What can be undone or ended: deactivate, discard the draft, go back to an earlier tested revision, delete
 * by typing the connection's name. Slot: what else can be done, before them.
 *
 * @fires gatehouse-changed
 * @fires gatehouse-connection-deactivated - `Connection`
 * @fires gatehouse-connection-activated - `Connection`, by going back
 */
export class ConnectionActions extends GatehouseElement {
  @property({ attribute: false }) scope!: Scope;
  @property({ attribute: false }) connection!: Connection;
  @state() private question: Question | undefined;
  private readonly acting = new Acting(this);
  private readonly revisions = new Loading<Revision[]>(this);

  override render() {
    const { i18n } = this.scope;
    const { connection } = this;
    const active = connection.status === 'active';
    return html`<div class="actions">
        <slot></slot>
        ${active ? html`<button type="button" @click=${() => this.ask('deactivate')}>${i18n.text('manage.deactivate')}</button>` : nothing}
        ${
          connection.draft && connection.live
            ? html`<button type="button" @click=${() => this.ask('discard')}>
                ${i18n.text('manage.discard')}
              </button>`
            : nothing
        }
        <button type="button" class="plain" @click=${() => this.ask('revisions')}>
          ${i18n.text('manage.revisions')}
        </button>
        ${active ? nothing : html`<button type="button" class="plain danger" @click=${() => this.ask('delete')}>${i18n.text('manage.delete')}</button>`}
      </div>
      ${this.renderQuestion()}`;
  }

  private renderQuestion() {
    const { i18n } = this.scope;
    const { question, connection } = this;
    const name = connection.name;
    const asked = question && question !== 'revisions' ? question : undefined;
    return html`<gatehouse-confirm-dialog
        danger
        .scope=${this.scope}
        .open=${asked !== undefined}
        heading=${asked ? i18n.text(`manage.${asked}.title`, { name }) : ''}
        action=${asked ? i18n.text(`manage.${asked}`) : ''}
        .words=${asked === 'delete' ? name : ''}
        .wordsLabel=${i18n.text('manage.delete.type', { name })}
        .act=${this.confirm}
        @gatehouse-close=${this.forget}
      >
        ${asked ? html`<p>${i18n.text(`manage.${asked}.text`, { name })}</p>` : nothing}
      </gatehouse-confirm-dialog>
      <gatehouse-dialog
        .open=${question === 'revisions'}
        .busy=${this.acting.running !== undefined}
        heading=${i18n.text('manage.revisions.title', { name })}
        @gatehouse-close=${this.forget}
      >
        ${this.renderRevisions()}
        ${
          this.acting.problem
            ? html`<gatehouse-problem .problem=${this.acting.problem} .i18n=${i18n}></gatehouse-problem>`
            : nothing
        }
        <button slot="actions" type="button" @click=${this.forget}>${i18n.text('action.close')}</button>
      </gatehouse-dialog>`;
  }

  private renderRevisions() {
    const { i18n } = this.scope;
    const { live } = this.connection;
    return html`<p class="soft">${i18n.text('manage.revisions.text')}</p>
      ${
        this.revisions.problem
          ? html`<gatehouse-problem .problem=${this.revisions.problem} .i18n=${i18n}></gatehouse-problem>`
          : nothing
      }
      <ul class="stack tight">
        ${(this.revisions.value ?? []).map(
          (revision) =>
            html`<li class="row between">
              <span>
                <strong>${i18n.text('manage.revision', { number: revision.number })}</strong>
                <span class="soft">${i18n.dateTime(revision.createdAt)}</span>
              </span>
              ${
                revision.id === live?.id
                  ? html`<gatehouse-badge tone="good">${i18n.text('manage.live')}</gatehouse-badge>`
                  : revision.tested
                    ? html`<button
                        type="button"
                        aria-label=${i18n.text('manage.back.of', { number: revision.number })}
                        ?disabled=${this.acting.running !== undefined}
                        @click=${() => this.goBack(revision)}
                      >
                        ${i18n.text('manage.back')}
                      </button>`
                    : html`<gatehouse-badge>${i18n.text('manage.untested')}</gatehouse-badge>`
              }
            </li>`,
        )}
      </ul>`;
  }

  private ask(question: Question): void {
    this.acting.clear();
    this.question = question;
    if (question === 'revisions') {
      const path = `/v1/connections/${this.connection.id}/revisions`;
      void this.revisions.run(async () => (await this.scope.api.all<Revision>(path, {}, 100)).reverse());
    }
  }

  private readonly forget = (): void => {
    this.question = undefined;
  };

  private readonly confirm = async (): Promise<void> => {
    const { api } = this.scope;
    const path = `/v1/connections/${this.connection.id}`;
    const { question } = this;
    switch (question) {
      case 'deactivate':
        await api.delete(`${path}/activation`);
        break;
      case 'delete':
        await api.delete(path);
        break;
      case 'discard':
        await api.delete(`${path}/draft`, { ifMatch: etagOf(this.connection) });
        break;
      case 'revisions':
      case undefined:
        return;
    }
    this.settled(question === 'deactivate' ? 'gatehouse-connection-deactivated' : undefined);
  };

  private async goBack(revision: Revision): Promise<void> {
    const path = `/v1/connections/${this.connection.id}/activation`;
    const worked = await this.acting.run('back', () => this.scope.api.put(path, { revision: revision.id }));
    if (worked) this.settled('gatehouse-connection-activated');
  }

  private settled(event: string | undefined): void {
    this.question = undefined;
    if (event) this.dispatchEvent(new GatehouseEvent(event, this.connection));
    this.dispatchEvent(new GatehouseEvent('gatehouse-announce', this.scope.i18n.text('saved')));
    this.dispatchEvent(new GatehouseEvent('gatehouse-changed', {}));
  }
}

define('gatehouse-connection-actions', ConnectionActions);
