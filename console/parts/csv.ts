// Tables as CSV files (RFC 4180), for spreadsheets.

import { downloadFile } from './download-file.ts';

export type CsvCell = string | number | null;

/** The rows as CSV, a head first. What a spreadsheet would take for a formula is made text. */
export function toCsv(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: CsvCell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  // https://owasp.org/www-community/attacks/CSV_Injection
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Hands the viewer the rows as a file. The mark in front tells Excel that it is UTF-8. */
export function downloadCsv(name: string, rows: readonly (readonly CsvCell[])[]): void {
  downloadFile(`${name}.csv`, 'text/csv;charset=utf-8', '\uFEFF', toCsv(rows));
}
