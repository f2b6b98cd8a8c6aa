import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Acting } from '../scope/acting.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import { Loading } from '../scope/loading.js';
import type { Scope } from '../scope/scope.js';
import { etagOf, type Connection, type Revision } from '../connection/connection.js';

type Question = 'deactivate' | 'delete' | 'revisions' | 'discard';

/**
 * What can be undone or ended: deactivate, discard the draft, go back to an earlier tested revision, delete
 * by typing the connection's name.
 *
 * @fires gatehouse-changed
 * @fires gatehouse-connection-deactivated - `Connection`
 * @fires gatehouse-connection-activated - `Connection`, by going back
 */
export class ConnectionActions extends GatehouseElement {
  @property({ attribute: false }) scope!: Scope;
  @property({ attribute: false }) connection!: Connection;
  @state() private question: Question | undefined;
  @state() private typed = '';
  private readonly acting = new Acting(this);
  private readonly revisions = new Loading<Revision[]>(this);

  override render() {
    const { i18n } = this.scope;
    const { connection } = this;
    const active = connection.status === 'active';
    return html`<div class="actions">
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
    return html`<gatehouse-dialog
      .open=${question !== undefined}
      .busy=${this.acting.running !== undefined}
      heading=${question ? i18n.text(`manage.${question}.title`, { name }) : ''}
      @gatehouse-close=${() => (this.question = undefined)}
    >
      ${question === 'revisions' ? this.renderRevisions() : question ? html`<p>${i18n.text(`manage.${question}.text`, { name })}</p>` : nothing}
      ${
        question === 'delete'
          ? html`<div>
              <label for="typed">${i18n.text('manage.delete.type', { name })}</label>
              <input
                id="typed"
                autocomplete="off"
                spellcheck="false"
                .value=${this.typed}
                @input=${(event: Event) => (this.typed = (event.target as HTMLInputElement).value)}
              />
            </div>`
          : nothing
      }
      ${
        this.acting.problem
          ? html`<gatehouse-problem .problem=${this.acting.problem} .i18n=${i18n}></gatehouse-problem>`
          : nothing
      }
      <button slot="actions" type="button" @click=${() => (this.question = undefined)}>
        ${i18n.text(question === 'revisions' ? 'action.close' : 'action.cancel')}
      </button>
      ${
        question && question !== 'revisions'
          ? html`<button
              slot="actions"
              type="button"
              class="danger primary"
              ?disabled=${this.acting.running !== undefined || (question === 'delete' && this.typed.trim() !== name)}
              @click=${() => this.confirm(question)}
            >
              ${i18n.text(`manage.${question}`)}
            </button>`
          : nothing
      }
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
    this.typed = '';
    this.question = question;
    if (question === 'revisions') {
      const path = `/v1/connections/${this.connection.id}/revisions`;
      void this.revisions.run(async () => (await this.scope.api.all<Revision>(path, {}, 100)).reverse());
    }
  }

  private async confirm(question: 'deactivate' | 'delete' | 'discard'): Promise<void> {
    const { api } = this.scope;
    const path = `/v1/connections/${this.connection.id}`;
    const worked = await this.acting.run(question, () => {
      switch (question) {
        case 'deactivate':
          return api.delete(`${path}/activation`);
        case 'delete':
          return api.delete(path);
        case 'discard':
          return api.delete(`${path}/draft`, { ifMatch: etagOf(this.connection) });
      }
    });
    if (worked) this.settled(question === 'deactivate' ? 'gatehouse-connection-deactivated' : undefined);
  }

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
