import { css } from 'lit';

/** Tables of the dashboard; on a narrow screen each row becomes a card with its column names. */
export const tableStyles = css`
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    text-align: var(--_start);
    padding: 12px 8px;
    border-block-end: 1px solid var(--_line);
    font-weight: 400;
    vertical-align: top;
    overflow-wrap: break-word;
  }
  td.long,
  th .small {
    overflow-wrap: anywhere;
  }
  thead th {
    color: var(--_text-soft);
    font-size: 12px;
    padding-block: 8px;
    white-space: nowrap;
    overflow-wrap: normal;
  }
  tbody th {
    font-weight: 550;
  }
  tbody th .small {
    font-weight: 400;
  }
  th button.link,
  td button.link {
    border: 0;
    background: none;
    padding: 0;
    min-block-size: 24px;
    color: var(--_accent);
    text-align: var(--_start);
    font-weight: 550;
    overflow-wrap: anywhere;
  }
  button.link:hover:not(:disabled) {
    text-decoration: underline;
    background: none;
  }
  /* A button is higher than a line: this puts their middles side by side. */
  td.act {
    text-align: var(--_end);
    white-space: nowrap;
    padding-block: 4px;
  }
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    gap: 16px;
    align-items: end;
  }
  .toolbar > .grow {
    flex: 1 1 240px;
  }
  .toolbar > * {
    flex: 0 1 200px;
  }
  .toolbar > .fit {
    flex: 0 0 auto;
  }
  @container (max-width: 720px) {
    thead {
      position: absolute;
      clip-path: inset(50%);
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
    }
    tr {
      display: grid;
      gap: 4px;
      padding-block: 12px;
      border-block-end: 1px solid var(--_line);
    }
    tbody th,
    td {
      border: 0;
      padding: 0;
      display: flex;
      gap: 8px;
      flex-wrap: wrap;
    }
    td[data-label] {
      display: grid;
      grid-template-columns: 120px minmax(0, 1fr);
      overflow-wrap: anywhere;
    }
    td[data-label]::before {
      content: attr(data-label);
      color: var(--_text-soft);
      font: 400 14px/20px var(--_font);
    }
    .toolbar > * {
      flex: 1 1 200px;
    }
    td.act {
      text-align: var(--_start);
      padding: 0;
    }
  }
`;
