import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Acting } from '../scope/acting.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import { Loading } from '../scope/loading.js';
import type { Page } from '../api/api.js';
import type { Scope } from '../scope/scope.js';
import '../dialog/reason-dialog.js';

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
      ${
        this.acting.problem
          ? html`<gatehouse-problem .problem=${this.acting.problem} .i18n=${i18n}></gatehouse-problem>`
          : nothing
      }
      ${this.renderDialog()}
    </div>`;
  }

  private renderDialog() {
    const { i18n } = this.scope;
    return html`<gatehouse-reason-dialog
      danger
      .scope=${this.scope}
      .open=${this.asking}
      heading=${i18n.text('dash.suspend.title')}
      text=${i18n.text('dash.suspend.text')}
      label=${i18n.text('dash.suspend')}
      .act=${this.suspend}
      @gatehouse-close=${() => (this.asking = false)}
    ></gatehouse-reason-dialog>`;
  }

  private readonly suspend = async (reason: string): Promise<void> => {
    await this.scope.api.post('/v1/suspensions', { connection: this.connection, reason });
    this.asking = false;
    this.announce();
    await this.load();
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
