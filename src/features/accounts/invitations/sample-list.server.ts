import { TEMPLATE_HEADS } from '#features/accounts/invitations/list-layout.ts';
import { sheetToCsv } from '#platform/sheets/write-sheet.ts';

/** A table to fill in: the heads, and one row to type over. */
export function sampleList(): string {
  return sheetToCsv({
    name: 'Приглашения',
    columns: TEMPLATE_HEADS.map((title) => ({ title, width: 30 })),
    rows: [
      ['540001', 'Петрова Мария Ивановна', 'petrova@school.example', 'заместитель директора', 'координатор школы'],
    ],
  });
}
