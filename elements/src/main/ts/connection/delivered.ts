import { html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { GatehouseElement, define } from '../scope/gatehouse-element.js';
import { Loading } from '../scope/loading.js';
import type { Scope } from '../scope/scope.js';
import type { TestRun } from '../test-run/test-run.js';

/** What the provider really sent in the last test run, so that names are picked from a list and not guessed. */
export class DeliveredAttributes extends GatehouseElement {
  @property({ attribute: false }) scope!: Scope;
  /** The connection's id. */
  @property() connection = '';
  private readonly last = new Loading<TestRun | undefined>(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('connection')) void this.last.run(() => this.read());
  }

  override render() {
    const { i18n } = this.scope;
    const run = this.last.value;
    const attributes = Object.entries((run?.subject?.['attributes'] ?? {}) as Record<string, string[]>);
    if (!run || !attributes.length) return nothing;
    return html`<div class="stack tight">
      <p class="hint">${i18n.text('advanced.delivered', { at: i18n.dateTime(run.createdAt) })}</p>
      <dl class="facts">
        ${attributes.map(
          ([name, values]) =>
            html`<dt class="mono">${name}</dt>
              <dd class="mono">${values.join(', ')}</dd>`,
        )}
      </dl>
    </div>`;
  }

  private async read(): Promise<TestRun | undefined> {
    const runs = await this.scope.api.all<TestRun>('/v1/test-runs', { connection: this.connection }, 100);
    return runs.findLast((run) => run.subject);
  }
}

define('gatehouse-delivered-attributes', DeliveredAttributes);
