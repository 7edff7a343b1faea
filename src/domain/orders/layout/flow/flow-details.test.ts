import { describe, expect, test } from 'vitest';
import { passageAt } from '#domain/language/passage.ts';
import { layOutUndivided } from '#domain/orders/layout/flow/lay-out-undivided.ts';
import type { Passage } from '#domain/language/passage.ts';
import type { SourceDocument } from '#domain/orders/source-document.ts';

/** The text as one paragraph of lines for each run of lines that are not empty. */
function readText(text: string): SourceDocument {
  const paragraphs: Passage[][] = [];
  let offset = 0;
  let open = false;
  for (const line of text.split('\n')) {
    if (line.trim() === '') open = false;
    else {
      if (!open) paragraphs.push([]);
      paragraphs.at(-1)?.push(passageAt(line, offset));
      open = true;
    }
    offset += line.length + 1;
  }
  const blocks = paragraphs.map((lines) => ({ kind: 'paragraph' as const, lines }));
  return layOutUndivided({ text, pages: null, blocks, repairs: [] });
}

const rowsOf = ({ blocks }: SourceDocument): string[][] =>
  blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.rows.map((row) => row.cells.map((cell) => cell.lines.map((line) => line.text.trim()).join(' ')))
      : [],
  );

const HEAD = `№\nМероприятие\nСрок\nОтветственный\nРезультат\n`;
const row = (number: string, title: string, month: string) =>
  `${number}\n${title}\n${month}\nМетодический центр\nСправка\n`;

describe('cells one after another', () => {
  test('are counted by numbers on lines of their own though no title stands over them', () => {
    const rows = rowsOf(
      readText(
        `Мероприятие\nСроки\nОтветственные\n1.\nАнализ итогов четверти\nНоябрь\nЗам. директора\n2.\nОформление стендов\nДекабрь\nУчителя\n3.\nДень открытых дверей\nМарт\nПедагог-организатор\n`,
      ),
    );
    expect(rows[0]).toEqual(['', 'Мероприятие', 'Сроки', 'Ответственные']);
    expect(rows.slice(1).map((cells) => cells[0])).toEqual(['1.', '2.', '3.']);
  });

  test('keep the title of a last column without a role of its own', () => {
    const rows = rowsOf(
      readText(
        `Мероприятия Сроки Ответственные лица Результат Примечание\nПроведение ярмарки\nмарт\nДиректор\nПротокол\n\nОрганизация похода\nмай\nУчителя\nФотоотчет\n`,
      ),
    );
    expect(rows[0]?.at(-1)).toBe('Примечание');
  });

  test('keep several titles with unknown words before the first number', () => {
    const rows = rowsOf(
      readText(
        `№ п/п\nВиды деятельности\nПериод выполнения\nКто курирует\nИтоговый документ\n` +
          row('1', 'Проведение недели чтения', 'Март') +
          row('2', 'Организация конкурса', 'Май'),
      ),
    );
    expect(rows[0]).toEqual(['№ п/п', 'Виды деятельности', 'Период выполнения', 'Кто курирует', 'Итоговый документ']);
  });

  test('know plain questions as titles, and a direction as the title of the measures', () => {
    const asked = rowsOf(
      readText(
        `Что сделать\nКогда\nКто отвечает\nПроведение ярмарки\nмарт\nДиректор\nОрганизация похода\nмай\nУчителя\n`,
      ),
    );
    expect(asked[0]).toEqual(['Что сделать', 'Когда', 'Кто отвечает']);
    const directed = rowsOf(
      readText(
        `№ п/п\nНаправление, мероприятие\nДата\nИсполнитель\nСоздание условий\n1\nПокупка книг\nмарт\nДиректор\n2\nРемонт зала\nмай\nЗавхоз\n`,
      ),
    );
    expect(directed[0]).toEqual(['№ п/п', 'Направление, мероприятие', 'Дата', 'Исполнитель']);
  });

  test('know a second unnumbered section when the table begins with one', () => {
    const text =
      HEAD +
      'Работа с учителями\n' +
      row('1', 'Проведение семинаров', 'Март') +
      row('2', 'Организация стажировок', 'Апрель') +
      'Работа с родителями\n' +
      row('3', 'Проведение собраний', 'Май') +
      row('4', 'Анкетирование семей', 'Июнь');
    const sections = rowsOf(readText(text)).filter((cells) => cells.length === 1);
    expect(sections).toEqual([['Работа с учителями'], ['Работа с родителями']]);
  });

  test('know numbered sections over rows without numbers', () => {
    const plain = (title: string, month: string) => `${title}\n${month}\nМетодический центр\nСправка\n`;
    const text =
      'Мероприятие\nСрок\nОтветственный\nРезультат\n1. Работа с учителями\n' +
      plain('Проведение семинаров', 'Март') +
      plain('Организация стажировок', 'Апрель') +
      '2. Работа с родителями\n' +
      plain('Проведение собраний', 'Май') +
      plain('Анкетирование семей', 'Июнь');
    const sections = rowsOf(readText(text)).filter((cells) => cells.length === 1);
    expect(sections).toEqual([['1. Работа с учителями'], ['2. Работа с родителями']]);
  });

  test('leave out the number of a page and tell it', () => {
    const text =
      HEAD +
      row('1', 'Проведение семинаров', 'Март') +
      row('2', 'Организация стажировок', 'Апрель') +
      '\n\n\n\n7\n\n' +
      row('3', 'Проведение собраний', 'Май') +
      row('4', 'Анкетирование семей', 'Июнь');
    const read = readText(text);
    expect(rowsOf(read).map((cells) => cells[0])).toEqual(['№', '1', '2', '3', '4']);
    expect(read.repairs).toContainEqual(expect.objectContaining({ code: 'page-number-removed', words: '7' }));
  });

  test('know titles printed again though the row behind them begins with a stop', () => {
    const text =
      HEAD +
      row('1', 'Проведение семинаров', 'Март') +
      row('2', 'Организация стажировок', 'Апрель') +
      `\n\n\n${HEAD}\n` +
      '. ' +
      row('3', 'Проведение собраний', 'Май');
    expect(readText(text).repairs.map(({ code }) => code)).toContain('repeated-header');
  });

  test('do not part a number from its unit, nor a name from the body that bears it', () => {
    const rows = rowsOf(
      readText(
        `№ Мероприятие Срок Ответственный Результат\n1 Проверка работ в течение 5\nдней\nЦентр «Сокол» Справка\n2 Проведение слета март Центр «Сокол» Не менее\n12 участников\n3 Сбор отчетов май Центр «Сокол» Справка\n`,
      ),
    );
    expect(rows.slice(1).map((cells) => cells[3])).toEqual(['Центр «Сокол»', 'Центр «Сокол»', 'Центр «Сокол»']);
    expect(rows[1]?.[2]).toBe('в течение 5 дней');
    expect(rows[2]?.[4]).toBe('Не менее 12 участников');
  });
});
