import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Acting } from '../scope/acting.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import { Loading } from '../scope/loading.js';
import type { Page } from '../api/api.js';
import type { Scope } from '../scope/scope.js';

interface Suspension {
  id: string;
  reason: string;
  createdAt: string;
  createdBy: string;
}

/** Stops a connection at the gateway, whatever the rest of Gatehouse does; and lets it go on. */
export class Suspensions extends GatehouseElement {
  @property({ attribute: false }) scope!: Scope;
  @property() connection = '';
  /** Whether stopping makes sense. */
  @property({ type: Boolean }) offer = false;
  @state() private asking = false;
  @state() private reason = '';
  @state() private blank = false;
  private readonly acting = new Acting(this);
  private readonly current = new Loading<Suspension[]>(this);

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render() {
    const { i18n } = this.scope;
    const suspensions = this.current.value ?? [];
    return html`<div class="stack tight">
      ${
        this.current.problem
          ? html`<gatehouse-problem
              retry
              .problem=${this.current.problem}
              .i18n=${i18n}
              @gatehouse-retry=${this.load}
            ></gatehouse-problem>`
          : nothing
      }
      ${suspensions.map(
        (suspension) =>
          html`<div class="notice bad stack tight">
            <p class="strong">
              ${i18n.text('dash.suspended', { when: i18n.dateTime(suspension.createdAt) })}
            </p>
            <p>${suspension.reason}</p>
            <div class="actions">
              <button
                type="button"
                ?disabled=${this.acting.running !== undefined}
                @click=${() => this.lift(suspension)}
              >
                ${i18n.text('dash.suspension.lift')}
              </button>
            </div>
          </div>`,
      )}
      ${
        this.offer && this.current.value && !suspensions.length
          ? html`<div>
              <button type="button" class="plain danger" @click=${() => (this.asking = true)}>
                ${i18n.text('dash.suspend')}
              </button>
            </div>`
          : nothing
      }
      ${this.acting.problem && !this.asking ? this.renderProblem() : nothing} ${this.renderDialog()}
    </div>`;
  }

  private renderProblem() {
    return html`<gatehouse-problem
      .problem=${this.acting.problem}
      .i18n=${this.scope.i18n}
    ></gatehouse-problem>`;
  }

  private renderDialog() {
    const { i18n } = this.scope;
    return html`<gatehouse-dialog
      .open=${this.asking}
      .busy=${this.acting.running !== undefined}
      heading=${i18n.text('dash.suspend.title')}
      @gatehouse-close=${this.forget}
    >
      <p>${i18n.text('dash.suspend.text')}</p>
      <div>
        <label for="reason">${i18n.text('dash.reason')}</label>
        <textarea
          id="reason"
          maxlength="500"
          .value=${this.reason}
          aria-invalid=${this.blank}
          aria-describedby=${this.blank ? 'reason-error' : nothing}
          @input=${(event: Event) => {
            this.reason = (event.target as HTMLTextAreaElement).value;
            this.blank = false;
          }}
        ></textarea>
        ${this.blank ? html`<p class="field-error" id="reason-error">${i18n.text('dash.reason.required')}</p>` : nothing}
      </div>
      ${this.acting.problem ? this.renderProblem() : nothing}
      <button slot="actions" type="button" @click=${this.forget}>${i18n.text('action.cancel')}</button>
      <button
        slot="actions"
        type="button"
        class="danger primary"
        ?disabled=${this.acting.running !== undefined}
        @click=${this.suspend}
      >
        ${i18n.text('dash.suspend')}
      </button>
    </gatehouse-dialog>`;
  }

  private readonly forget = (): void => {
    this.asking = false;
    this.blank = false;
    this.acting.clear();
  };

  private readonly suspend = async (): Promise<void> => {
    const reason = this.reason.trim();
    this.blank = !reason;
    if (this.blank) return this.focusOn('#reason');
    await this.acting.run('suspend', async () => {
      await this.scope.api.post('/v1/suspensions', { connection: this.connection, reason });
      this.asking = false;
      this.reason = '';
      this.announce();
      await this.load();
    });
  };

  private async lift(suspension: Suspension): Promise<void> {
    await this.acting.run('lift', async () => {
      await this.scope.api.delete(`/v1/suspensions/${suspension.id}`);
      await this.load();
    });
  }

  private announce(): void {
    this.dispatchEvent(
      new GatehouseEvent('gatehouse-announce', this.scope.i18n.text('dash.suspend.announced')),
    );
  }

  private readonly load = (): Promise<unknown> =>
    this.current.run(async () => {
      const query = { connection: this.connection };
      return (await this.scope.api.get<Page<Suspension>>('/v1/suspensions', { query })).body.items;
    });
}

define('gatehouse-suspensions', Suspensions);
