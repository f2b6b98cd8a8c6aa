import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import type { ApiProblem } from '../api/problem.js';
import type { Localizer } from '../i18n/localizer.js';

/**
 * What failed, what it means, what to do; the code stands small beside the words.
 *
 * @fires gatehouse-retry - the person asks to try again
 */
export class ProblemPanel extends GatehouseElement {
  static override styles = [
    GatehouseElement.styles,
    css`
      .title {
        font-weight: 600;
      }
      .code {
        color: var(--_text-soft);
        user-select: all;
      }
    `,
  ];

  @property({ attribute: false }) problem: ApiProblem | undefined;
  @property({ attribute: false }) i18n!: Localizer;
  /** What the problem is about, such as one name of several. */
  @property() subject = '';
  /** Whether trying again makes sense here. */
  @property({ type: Boolean }) retry = false;

  override render() {
    const problem = this.problem;
    if (!problem) return nothing;
    const fields = problem.document.errors ?? [];
    return html`<div
      part="problem"
      class="notice stack tight ${problem.kind === 'offline' ? 'warn' : 'bad'}"
      role="alert"
    >
      <p class="title">${this.subject ? `${this.subject}: ` : ''}${this.headingOf(problem)}</p>
      ${this.explanation(problem).map((text) => html`<p>${text}</p>`)}
      ${
        fields.length
          ? html`<ul>
              ${fields.map((field) => html`<li>${field.field}: ${field.message}</li>`)}
            </ul>`
          : nothing
      }
      ${
        this.retry
          ? html`<div class="actions">
              <button
                type="button"
                @click=${() => this.dispatchEvent(new GatehouseEvent('gatehouse-retry', {}))}
              >
                ${this.i18n.text('problem.retry')}
              </button>
            </div>`
          : nothing
      }
      ${
        problem.code || problem.document.traceId
          ? html`<p class="small mono code">
              ${[problem.code, problem.document.traceId].filter(Boolean).join(' · ')}
            </p>`
          : nothing
      }
    </div>`;
  }

  private headingOf(problem: ApiProblem): string {
    return this.own(problem, 'title') ?? problem.document.title ?? this.i18n.text('problem.unexpected.title');
  }

  private explanation(problem: ApiProblem): string[] {
    const own = this.own(problem, 'text');
    if (own) return [own];
    const said = [problem.document.detail, problem.document.remedy].filter((text): text is string =>
      Boolean(text),
    );
    return said.length ? said : [this.i18n.text('problem.unexpected.text')];
  }

  private own(problem: ApiProblem, part: 'title' | 'text'): string | undefined {
    return OWN_WORDS.has(problem.code) ? this.i18n.known(`problem.${problem.kind}.${part}`) : undefined;
  }
}

/**
 * No server explained it, or what it says is for whoever wrote the request, not for whoever pressed a
 * button. Of everything else the server speaks best, and in the language that it is asked for.
 */
const OWN_WORDS = new Set([
  '',
  'unauthenticated',
  'not_found',
  'precondition_failed',
  'precondition_required',
  'too_many_requests',
  'internal_error',
  'service_unavailable',
]);

define('gatehouse-problem', ProblemPanel);
