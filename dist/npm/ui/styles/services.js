import { css } from 'lit';
/** What is told of services: a table of all that one stores, and pairs of label and value where there is little room for one. */
export const servicesStyles = css `
  .service {
    position: relative;
    margin-block-start: 12px;
    container-type: inline-size;
  }
  .service p {
    text-wrap: pretty;
  }
  h4 {
    margin: 0;
    font: inherit;
    font-weight: 600;
  }
  table {
    inline-size: 100%;
    margin-block-start: 6px;
    border-collapse: collapse;
    table-layout: fixed;
    text-align: start;
  }
  th,
  td {
    padding: 8px 0;
    padding-inline-end: 12px;
    border-block-start: 1px solid var(--line);
    font-weight: inherit;
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  th {
    inline-size: 20%;
    color: var(--muted);
    font-weight: 600;
  }
  th:first-child {
    inline-size: 28%;
  }
  th:nth-child(2) {
    inline-size: auto;
  }
  code {
    font:
      0.9375em ui-monospace,
      monospace;
  }
  caption {
    position: absolute;
    overflow: hidden;
    inline-size: 1px;
    block-size: 1px;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @container (width < 30em) {
    thead {
      position: absolute;
      overflow: hidden;
      inline-size: 1px;
      block-size: 1px;
      clip-path: inset(50%);
    }
    table,
    tbody,
    tr,
    td {
      display: block;
    }
    tr {
      padding-block: 8px;
      border-block-start: 1px solid var(--line);
    }
    td {
      padding: 0;
      border: 0;
    }
    /* Labels are read out by the heads of the columns. */
    td::before {
      padding-inline-end: 0.5em;
      color: var(--muted);
      font-weight: 600;
      content: attr(data-label) ':';
      content: attr(data-label) ':' / '';
    }
    td:empty {
      display: none;
    }
  }
`;
