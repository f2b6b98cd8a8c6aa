import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { GatehouseElement, define } from '../scope/gatehouse-element.js';
import type { Scope } from '../scope/scope.js';
import type { MembersAtDomain } from './activation-preview.js';

/** "214 members at acme.com", domain by domain, with a few shortened names to recognise them by. */
export class AffectedMembers extends GatehouseElement {
  @property({ attribute: false }) scope!: Scope;
  @property({ attribute: false }) affected: MembersAtDomain[] = [];

  override render() {
    const { i18n } = this.scope;
    return html`<ul class="stack tight">
      ${this.affected.map(
        ({ domain, members, sample }) =>
          html`<li>
            <strong>${i18n.text('affected.members', { count: members, domain })}</strong>
            ${
              sample.length
                ? html`<br /><span class="soft small"
                      >${i18n.text(members > sample.length ? 'affected.sample' : 'affected.all', { names: i18n.list(sample) })}</span
                    >`
                : nothing
            }
          </li>`,
      )}
    </ul>`;
  }
}

define('gatehouse-affected-members', AffectedMembers);
