import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Acting } from '../scope/acting.js';
import { GatehouseElement, define } from '../scope/gatehouse-element.js';
import { Loading } from '../scope/loading.js';
import type { Scope } from '../scope/scope.js';

interface Secret {
  id: string;
  createdAt: string;
  clientSecret?: string;
}

/** The secrets of an application: two at most, so that one can be rotated without a failed sign-in. */
export class ApplicationSecrets extends GatehouseElement {
  @property({ attribute: false }) scope!: Scope;
  @property() application = '';
  @state() private fresh: string | undefined;
  private readonly acting = new Acting(this);
  private readonly secrets = new Loading<Secret[]>(this);

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render() {
    const { i18n } = this.scope;
    const secrets = this.secrets.value;
    return html`<div class="stack">
      <p class="soft">${i18n.text('dash.secrets.text')}</p>
      ${
        this.fresh
          ? html`<gatehouse-copy-field
              label=${i18n.text('dash.clientSecret')}
              note=${i18n.text('dash.secret.once')}
              .value=${this.fresh}
              .i18n=${i18n}
            ></gatehouse-copy-field>`
          : nothing
      }
      ${[this.secrets.problem, this.acting.problem].map((problem) =>
        problem ? html`<gatehouse-problem .problem=${problem} .i18n=${i18n}></gatehouse-problem>` : nothing,
      )}
      ${
        secrets
          ? html`<ul class="stack tight">
              ${secrets.map(
                (secret) =>
                  html`<li class="row between">
                    <span>${i18n.text('dash.secret.since', { date: i18n.dateTime(secret.createdAt) })}</span>
                    <button
                      type="button"
                      class="plain danger"
                      ?disabled=${secrets.length < 2 || this.acting.running !== undefined}
                      @click=${() => this.drop(secret)}
                    >
                      ${i18n.text('action.remove')}
                    </button>
                  </li>`,
              )}
            </ul>`
          : nothing
      }
      ${
        secrets && secrets.length < 2
          ? html`<div>
              <button type="button" ?disabled=${this.acting.running !== undefined} @click=${this.add}>
                ${i18n.text('dash.secret.add')}
              </button>
            </div>`
          : nothing
      }
    </div>`;
  }

  private readonly add = async (): Promise<void> => {
    await this.acting.run('add', async () => {
      const { body } = await this.scope.api.post<Secret>(`/v1/applications/${this.application}/secrets`);
      this.fresh = body.clientSecret;
      await this.load();
    });
  };

  private async drop(secret: Secret): Promise<void> {
    await this.acting.run('remove', async () => {
      await this.scope.api.delete(`/v1/applications/${this.application}/secrets/${secret.id}`);
      await this.load();
    });
  }

  private readonly load = (): Promise<unknown> =>
    this.secrets.run(async () => {
      const path = `/v1/applications/${this.application}/secrets`;
      return (await this.scope.api.get<{ items: Secret[] }>(path)).body.items;
    });
}

define('gatehouse-application-secrets', ApplicationSecrets);
