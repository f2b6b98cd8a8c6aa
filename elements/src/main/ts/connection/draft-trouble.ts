import { html, nothing } from 'lit';
import type { Localizer } from '../i18n/localizer.js';
import type { Connection } from './connection.js';
import type { Difference } from './differences.js';
import type { DraftSaving } from './draft-saving.js';
import '../conflict/conflict-panel.js';

/** What a form has to be able to do when its draft was not saved. */
export interface DraftForm {
  readonly saving: DraftSaving;
  /** What was entered beside what somebody else stored. */
  rows(theirs: Connection): Difference[];
  submit(event: Event | undefined): Promise<void>;
  giveUp(): void;
}

/** Why a draft was not saved, and both versions where somebody else was first. */
export function draftTrouble(i18n: Localizer, form: DraftForm) {
  const { problem, theirs, running } = form.saving;
  return html`${problem ? html`<gatehouse-problem .problem=${problem} .i18n=${i18n}></gatehouse-problem>` : nothing}
  ${
    theirs
      ? html`<gatehouse-conflict
          .i18n=${i18n}
          .rows=${form.rows(theirs)}
          ?busy=${running}
          @gatehouse-keep-mine=${() => form.submit(undefined)}
          @gatehouse-take-theirs=${form.giveUp}
        ></gatehouse-conflict>`
      : nothing
  }`;
}
