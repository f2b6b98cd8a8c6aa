import { css, html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Acting } from '../scope/acting.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import { Live } from '../api/live.js';
import { Loading } from '../scope/loading.js';
import type { Tone } from '../badge/badge.js';
import type { MessageKey } from '../i18n/localizer.js';
import { inOtherWords, type Scope } from '../scope/scope.js';
import type { Setup } from '../security/security-state.js';
import { stepLink } from '../security/step-link.js';
import { workingRevision } from '../connection/connection.js';
import type { RunStatus, TestRun } from './test-run.js';
import './error-search.js';
import './run-view.js';

const TONES: Record<RunStatus, Tone> = {
  pending: 'accent',
  passed: 'good',
  failed: 'bad',
  abandoned: 'warn',
};

/**
 * The third step: one real sign-in through the revision that is being prepared. It opens a window of its own;
 * this page follows. Nobody else notices.
 *
 * @fires gatehouse-changed
 * @fires gatehouse-next
 * @fires gatehouse-test-run-finished - `TestRun`
 */
export class TestStep extends GatehouseElement {
  static override styles = [
    GatehouseElement.styles,
    css`
      .history button {
        inline-size: 100%;
        justify-content: space-between;
        border-color: var(--_line);
        font-weight: 400;
        flex-wrap: wrap;
      }
      .history {
        display: grid;
        gap: 8px;
      }
    `,
  ];

  @property({ attribute: false }) scope!: Scope;
  @property({ attribute: false }) setup!: Setup;
  @state() private current: TestRun | undefined;
  @state() private blocked = false;
  private readonly history = new Loading<TestRun[]>(this);
  private readonly acting = new Acting(this);
  private readonly live = new Live(this, () => this.refresh(), 2_000);
  private shownFor: string | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const connection = this.setup.connection;
    if (changed.has('setup') && connection && connection.id !== this.shownFor) {
      this.shownFor = connection.id;
      void this.loadHistory();
    } else if (inOtherWords(changed.get('scope'), this.scope)) {
      void this.refresh();
      void this.loadHistory();
    }
  }

  override render() {
    const { i18n } = this.scope;
    const { connection } = this.setup;
    const revision = workingRevision(connection);
    if (!connection || !revision) {
      return html`<section class="stack loose" aria-labelledby="title">
        <div class="stack tight">
          <h3 id="title" tabindex="-1">${i18n.text('test.title')}</h3>
          <p class="soft">${i18n.text('test.notYet')}</p>
        </div>
        ${stepLink(this, i18n, 'connection')}
      </section>`;
    }
    const passed = revision.tested;
    return html`<section class="stack loose" aria-labelledby="title">
      <div class="stack tight">
        <h3 id="title" tabindex="-1">${i18n.text('test.title')}</h3>
        <p class="soft">${i18n.text('test.text')}</p>
      </div>
      ${
        connection.domains.length
          ? nothing
          : html`<div class="notice warn stack tight">
              <p>${i18n.text('test.noDomain')}</p>
              ${stepLink(this, i18n, 'domains')}
            </div>`
      }
      <div class="actions">
        <button
          type="button"
          class=${passed || !connection.domains.length ? '' : 'primary'}
          ?disabled=${this.acting.running !== undefined}
          @click=${this.start}
        >
          ${i18n.text(this.acting.running ? 'test.opening' : this.current ? 'test.again' : 'test.start')}
        </button>
        ${
          passed
            ? html`<button
                type="button"
                class="primary"
                @click=${() => this.dispatchEvent(new GatehouseEvent('gatehouse-next', {}))}
              >
                ${i18n.text('action.continue')}
              </button>`
            : nothing
        }
      </div>
      ${
        this.acting.problem
          ? html`<gatehouse-problem .problem=${this.acting.problem} .i18n=${i18n}></gatehouse-problem>`
          : nothing
      }
      ${
        this.blocked && this.current?.startUrl
          ? html`<p class="notice warn">
              ${i18n.text('test.blocked')}
              <a href=${this.current.startUrl} target="_blank" rel="noreferrer"
                >${i18n.text('test.blocked.open')}</a
              >
            </p>`
          : nothing
      }
      ${
        this.current
          ? html`<gatehouse-run .scope=${this.scope} .run=${this.current}></gatehouse-run>`
          : nothing
      }
      <gatehouse-error-search .scope=${this.scope} .connection=${connection}></gatehouse-error-search>
      ${this.renderHistory()}
    </section>`;
  }

  private renderHistory() {
    const { i18n } = this.scope;
    const runs = (this.history.value ?? []).filter((run) => run.id !== this.current?.id);
    if (this.history.problem) {
      return html`<gatehouse-problem
        retry
        .problem=${this.history.problem}
        .i18n=${i18n}
        @gatehouse-retry=${this.loadHistory}
      ></gatehouse-problem>`;
    }
    if (!runs.length) return nothing;
    return html`<div class="stack tight">
      <h4>${i18n.text('test.history')}</h4>
      <ul class="history">
        ${runs.slice(0, 10).map(
          (run) =>
            html`<li>
              <button type="button" @click=${() => this.show(run)}>
                <span>${i18n.dateTime(run.createdAt)}</span>
                <span class="soft">${run.reasons?.[0]?.title ?? run.reasons?.[0]?.text ?? ''}</span>
                <gatehouse-badge tone=${TONES[run.status]}
                  >${i18n.text(`run.${run.status}` as MessageKey)}</gatehouse-badge
                >
              </button>
            </li>`,
        )}
      </ul>
    </div>`;
  }

  private readonly start = async (): Promise<void> => {
    const { connection } = this.setup;
    const revision = workingRevision(connection);
    if (!connection || !revision) return;
    // Opened within the click, or the browser takes it for an advertisement.
    const opened = window.open('about:blank', '_blank');
    const worked = await this.acting.run('start', async () => {
      const body = { connection: connection.id, revision: revision.id };
      this.current = (await this.scope.api.post<TestRun>('/v1/test-runs', body)).body;
    });
    if (!worked) return void opened?.close();
    this.blocked = !opened;
    if (opened && this.current?.startUrl) {
      opened.opener = null;
      opened.location.replace(this.current.startUrl);
    }
    if (this.current) this.live.follow(this.scope.api, `/v1/test-runs/${this.current.id}/events`);
  };

  private async show(run: TestRun): Promise<void> {
    this.live.stop();
    this.blocked = false;
    // The list has no raw messages; the single answer has.
    await this.acting.run('show', async () => {
      this.current = (await this.scope.api.get<TestRun>(`/v1/test-runs/${run.id}`)).body;
    });
    await this.focusOn('#title');
  }

  private async refresh(): Promise<void> {
    const run = this.current;
    if (!run) return;
    // A lost request changes nothing on screen; the next one tells.
    const read = await this.scope.api.get<TestRun>(`/v1/test-runs/${run.id}`).catch(() => undefined);
    if (!read || this.current?.id !== run.id) return;
    this.current = { ...read.body, startUrl: run.startUrl ?? null };
    if (read.body.status !== 'pending' && run.status === 'pending') this.finish(read.body);
  }

  private finish(run: TestRun): void {
    this.live.stop();
    this.blocked = false;
    const text = this.scope.i18n.text(`test.${run.status}` as MessageKey);
    this.dispatchEvent(new GatehouseEvent('gatehouse-announce', text));
    this.dispatchEvent(new GatehouseEvent('gatehouse-test-run-finished', run));
    this.dispatchEvent(new GatehouseEvent('gatehouse-changed', {}));
    void this.loadHistory();
  }

  private readonly loadHistory = async (): Promise<void> => {
    const connection = this.setup.connection?.id;
    if (!connection) return;
    const runs = await this.history.run(async () =>
      (await this.scope.api.all<TestRun>('/v1/test-runs', { connection }, 100)).reverse(),
    );
    // A run that was started before the page was reloaded is followed again.
    const pending = runs?.find((run) => run.status === 'pending');
    if (pending && !this.current) {
      this.current = pending;
      this.live.follow(this.scope.api, `/v1/test-runs/${pending.id}/events`);
    }
  };
}

define('gatehouse-test-step', TestStep);
