import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { ApiProblem } from '../api/problem.js';
import { etagOf } from '../connection/connection.js';
import { Acting } from '../scope/acting.js';
import { GatehouseElement, GatehouseEvent, define } from '../scope/gatehouse-element.js';
import { Loading } from '../scope/loading.js';
import type { Page } from '../api/api.js';
import type { Scope } from '../scope/scope.js';
import { initialsOf, nameOf, type Member, type Role } from './member.js';
import { membersStyles } from './members-styles.js';
import '../conflict/conflict-panel.js';
import '../dialog/confirm-dialog.js';
import './add-member.js';

interface Shown {
  members: Member[];
  next: string | undefined;
}

/** A role that somebody else changed first. */
interface Conflict {
  theirs: Member;
  wanted: string;
  select: HTMLSelectElement;
}

/**
 * Who belongs to the organization, with which role; adding and removing.
 *
 * @fires gatehouse-member-added - `Member`
 * @fires gatehouse-member-changed - `Member`
 * @fires gatehouse-member-removed - `Member`
 */
export class MembersTab extends GatehouseElement {
  static override styles = [GatehouseElement.styles, membersStyles];

  @property({ attribute: false }) scope!: Scope;
  @property() organization = '';
  @property({ type: Boolean }) editable = false;
  @state() private roles: Role[] = [];
  @state() private adding = false;
  @state() private leaving: Member | undefined;
  @state() private conflict: Conflict | undefined;
  private readonly shown = new Loading<Shown>(this);
  private readonly acting = new Acting(this);

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render() {
    const { i18n } = this.scope;
    return html`<section class="stack" aria-labelledby="title">
      <div class="row between">
        <h2 id="title">${i18n.text('members.title')}</h2>
        ${
          this.editable
            ? html`<button class="primary" id="add" type="button" @click=${() => (this.adding = true)}>
                ${i18n.text('members.add')}
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
        this.shown.problem
          ? html`<gatehouse-problem
              retry
              .problem=${this.shown.problem}
              .i18n=${i18n}
              @gatehouse-retry=${this.load}
            ></gatehouse-problem>`
          : nothing
      }
      ${this.shown.value ? this.renderList(this.shown.value) : this.renderWaiting()} ${this.renderDialogs()}
    </section>`;
  }

  private renderWaiting() {
    return this.shown.slow
      ? html`<gatehouse-skeleton lines="6" label=${this.scope.i18n.text('loading')}></gatehouse-skeleton>`
      : nothing;
  }

  private renderList({ members, next }: Shown) {
    const { i18n } = this.scope;
    if (!members.length) {
      return html`<div class="empty stack tight">
        <h3>${i18n.text('members.empty')}</h3>
        <p class="soft">${i18n.text('members.empty.text')}</p>
      </div>`;
    }
    return html`<table>
        <thead>
          <tr>
            <th scope="col">${i18n.text('members.member')}</th>
            <th scope="col">${i18n.text('members.role')}</th>
            <th scope="col" class="since">${i18n.text('members.since')}</th>
            ${this.editable ? html`<th scope="col"><span class="visually-hidden">${i18n.text('members.actions')}</span></th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${repeat(
            members,
            (member) => member.id,
            (member) => this.renderMember(member),
          )}
        </tbody>
      </table>
      <div class="row between">
        <p class="soft small">
          ${i18n.text(next ? 'members.countMore' : 'members.count', { count: members.length })}
        </p>
        ${
          next
            ? html`<button
                type="button"
                ?disabled=${this.acting.running === 'more'}
                @click=${() => this.more(next)}
              >
                ${i18n.text('action.more')}
              </button>`
            : nothing
        }
      </div>`;
  }

  private renderMember(member: Member) {
    const { i18n } = this.scope;
    const name = nameOf(member);
    return html`<tr>
        <th scope="row">
          <span class="avatar" aria-hidden="true">${initialsOf(member)}</span>
          <span class="who"
            ><span>${name}</span
            >${member.email && member.email !== name ? html`<span class="soft small">${member.email}</span>` : nothing}</span
          >
        </th>
        <td>${this.editable ? this.renderRoleChoice(member) : this.roleName(member.role)}</td>
        <td class="since soft">${i18n.date(member.createdAt)}</td>
        ${
          this.editable
            ? html`<td class="act">
                <button
                  type="button"
                  class="plain danger"
                  aria-label=${i18n.text('members.remove.of', { name })}
                  @click=${() => (this.leaving = member)}
                >
                  ${i18n.text('action.remove')}
                </button>
              </td>`
            : nothing
        }
      </tr>
      ${this.conflict?.theirs.id === member.id ? this.renderConflict(this.conflict) : nothing}`;
  }

  private renderConflict(conflict: Conflict) {
    const { i18n } = this.scope;
    const { theirs, wanted } = conflict;
    const row = {
      label: i18n.text('members.role.of', { name: nameOf(theirs) }),
      one: this.roleName(wanted),
      other: this.roleName(theirs.role),
    };
    return html`<tr>
      <td colspan="4" class="whole">
        <gatehouse-conflict
          .i18n=${i18n}
          .rows=${[row]}
          .busy=${this.acting.running !== undefined}
          @gatehouse-keep-mine=${() => this.settle(conflict, true)}
          @gatehouse-take-theirs=${() => this.settle(conflict, false)}
        ></gatehouse-conflict>
      </td>
    </tr>`;
  }

  private renderRoleChoice(member: Member) {
    const keys = [...new Set([...this.roles.map((role) => role.key), member.role])];
    return html`<select
      aria-label=${this.scope.i18n.text('members.role.of', { name: nameOf(member) })}
      ?disabled=${this.acting.running !== undefined}
      @change=${(event: Event) => this.changeRole(member, event.target as HTMLSelectElement)}
    >
      ${keys.map((key) => html`<option value=${key} ?selected=${key === member.role}>${this.roleName(key)}</option>`)}
    </select>`;
  }

  private renderDialogs() {
    const { i18n } = this.scope;
    const name = this.leaving ? nameOf(this.leaving) : '';
    return html`<gatehouse-add-member
        .scope=${this.scope}
        .organization=${this.organization}
        .roles=${this.roles}
        .roleName=${(key: string) => this.roleName(key)}
        .open=${this.adding}
        @gatehouse-close=${() => (this.adding = false)}
        @gatehouse-member-added=${this.added}
      ></gatehouse-add-member>
      <gatehouse-confirm-dialog
        danger
        .scope=${this.scope}
        .open=${this.leaving !== undefined}
        heading=${i18n.text('members.remove.title', { name })}
        action=${i18n.text('members.remove.of', { name })}
        .act=${this.confirmRemoval}
        @gatehouse-close=${() => (this.leaving = undefined)}
      >
        <p>${i18n.text('members.remove.text')}</p>
      </gatehouse-confirm-dialog>`;
  }

  private roleName(key: string): string {
    return this.scope.i18n.known(`role.${key}`) ?? this.roles.find((role) => role.key === key)?.name ?? key;
  }

  private readonly load = async (): Promise<void> => {
    if (!this.roles.length) void this.loadRoles();
    await this.shown.run(() => this.page(undefined, []));
  };

  private async loadRoles(): Promise<void> {
    // Without the list of roles everybody's present one is still shown.
    this.roles = await this.scope.api
      .all<Role>('/v1/roles', { organization: this.organization })
      .catch(() => []);
  }

  private async page(cursor: string | undefined, before: Member[]): Promise<Shown> {
    const { body } = await this.scope.api.get<Page<Member>>(
      `/v1/organizations/${this.organization}/members`,
      {
        query: { cursor, limit: 50 },
      },
    );
    return {
      members: [...before, ...body.items.filter((member) => member.status === 'active')],
      next: body.next ?? undefined,
    };
  }

  private async more(cursor: string): Promise<void> {
    await this.acting.run('more', async () => {
      this.shown.accept(await this.page(cursor, this.shown.value?.members ?? []));
    });
  }

  private async changeRole(member: Member, select: HTMLSelectElement): Promise<void> {
    const wanted = select.value;
    this.conflict = undefined;
    const worked = await this.acting.run('role', async () => {
      try {
        await this.giveRole(member, wanted);
      } catch (thrown) {
        if (ApiProblem.of(thrown).kind !== 'stale') throw thrown;
        const theirs = (await this.scope.api.get<Member>(this.pathOf(member))).body;
        // Another change, such as the email: nobody's role is overwritten.
        if (theirs.role === member.role) await this.giveRole(theirs, wanted);
        else if (theirs.role === wanted) this.replace(theirs);
        else this.conflict = { theirs, wanted, select };
      }
    });
    if (!worked) select.value = member.role;
  }

  /** On top of the version that the person saw. */
  private async giveRole(seen: Member, role: string): Promise<void> {
    const { api } = this.scope;
    const { body } = await api.patch<Member>(this.pathOf(seen), { role }, { ifMatch: etagOf(seen) });
    this.replace(body);
    this.say('members.roleChanged', body, 'gatehouse-member-changed');
  }

  private async settle({ theirs, wanted, select }: Conflict, mine: boolean): Promise<void> {
    this.conflict = undefined;
    this.replace(theirs);
    select.value = mine ? wanted : theirs.role;
    if (mine) await this.changeRole(theirs, select);
    select.focus();
  }

  private pathOf(member: Member): string {
    return `/v1/organizations/${this.organization}/members/${member.id}`;
  }

  private readonly confirmRemoval = async (): Promise<void> => {
    const member = this.leaving;
    if (!member) return;
    await this.scope.api.delete(this.pathOf(member));
    this.leaving = undefined;
    const shown = this.shown.value;
    if (shown)
      this.shown.accept({ ...shown, members: shown.members.filter((other) => other.id !== member.id) });
    this.say('members.removed', member, 'gatehouse-member-removed');
    await this.focusOn('#add');
  };

  private readonly added = async (event: Event): Promise<void> => {
    this.adding = false;
    this.say('members.added', (event as CustomEvent<Member>).detail, undefined);
    await this.load();
  };

  private replace(member: Member): void {
    const shown = this.shown.value;
    if (!shown) return;
    this.shown.accept({
      ...shown,
      members: shown.members.map((other) => (other.id === member.id ? member : other)),
    });
  }

  private say(
    key: 'members.roleChanged' | 'members.added' | 'members.removed',
    member: Member,
    event: string | undefined,
  ): void {
    const text = this.scope.i18n.text(key, { name: nameOf(member), role: this.roleName(member.role) });
    this.dispatchEvent(new GatehouseEvent('gatehouse-announce', text));
    if (event) this.dispatchEvent(new GatehouseEvent(event, member));
  }
}

define('gatehouse-members-tab', MembersTab);
