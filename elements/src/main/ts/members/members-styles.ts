import { css } from 'lit';

export const membersStyles = css`
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
    vertical-align: middle;
  }
  thead th {
    color: var(--_text-soft);
    font-size: 12px;
    padding-block: 8px;
  }
  tbody th {
    display: flex;
    align-items: center;
    gap: 12px;
    min-inline-size: 0;
  }
  .avatar {
    flex: none;
    inline-size: 32px;
    block-size: 32px;
    border-radius: 50%;
    display: grid;
    place-items: center;
    font-size: 12px;
    font-weight: 600;
    color: var(--_accent-strong);
    background: var(--_accent-soft);
  }
  .who {
    display: grid;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .who > :first-child {
    font-weight: 550;
  }
  td select {
    min-inline-size: 120px;
  }
  .act {
    text-align: var(--_end);
  }
  @container (max-width: 640px) {
    .since {
      display: none;
    }
  }
  @container (max-width: 480px) {
    thead {
      display: none;
    }
    tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      column-gap: 8px;
      border-block-end: 1px solid var(--_line);
      padding-block: 8px;
    }
    tbody th,
    .whole {
      grid-column: 1 / -1;
    }
    th,
    td {
      border: 0;
      padding: 6px 0;
    }
  }
`;
