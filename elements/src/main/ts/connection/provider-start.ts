import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { Acting } from '../scope/acting.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import type { Scope } from '../scope/scope.js';
import { choice } from './choice.js';
import { etagOf, type Connection } from './connection.js';

/**
 * Whether people may start at the identity provider, by its tile. Takes effect at once, being no part of what is
 * tested: such a start is sent round and becomes a sign-in that we asked for.
 *
 * @fires gatehouse-changed
 */
export class ProviderStart extends GatehouseElement {
  @property({ attribute: false }) scope!: Scope;
  @property({ attribute: false }) connection!: Connection;
  private readonly acting = new Acting(this);

  override render() {
    const { i18n } = this.scope;
    return html`${choice(
      i18n.text('start.title'),
      i18n.text('start.hint'),
      this.connection.idpInitiatedAllowed ?? false,
      this.change,
      this.acting.running !== undefined,
    )}
    ${
      this.acting.problem
        ? html`<gatehouse-problem .problem=${this.acting.problem} .i18n=${i18n}></gatehouse-problem>`
        : nothing
    }`;
  }

  private readonly change = async (idpInitiatedAllowed: boolean): Promise<void> => {
    const options = { ifMatch: etagOf(this.connection) };
    const path = `/v1/connections/${this.connection.id}`;
    if (!(await this.acting.run('start', () => this.scope.api.patch(path, { idpInitiatedAllowed }, options))))
      return;
    this.dispatchEvent(new GatehouseEvent('gatehouse-announce', this.scope.i18n.text('saved')));
    this.dispatchEvent(new GatehouseEvent('gatehouse-changed', {}));
  };
}

define('gatehouse-provider-start', ProviderStart);
