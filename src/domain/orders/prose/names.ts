import { withoutOverlaps } from '#domain/orders/prose/text-marks.ts';

/** A person's name found in a text: surname with initials in either order, or surname, name and patronymic. */
export type NameMark = {
  readonly from: number;
  readonly to: number;
  readonly surname: string;
  /** «И.О.» without spaces. */
  readonly initials: string;
  readonly order: 'surname-first' | 'initials-first';
};

const SURNAME = '[А-ЯЁ][а-яё]{1,24}(?:-[А-ЯЁ][а-яё]{1,24})?';
const PATRONYMIC = '[А-ЯЁ][а-яё]{1,20}(?:вич|вна|ична|инична|вича|вне|вну|вичу|вны|чны|чну)';

const NAME_FORMS: readonly { readonly form: RegExp; readonly order: NameMark['order'] }[] = [
  {
    form: new RegExp(
      `(?<![\\p{L}\\d])(?<surname>${SURNAME})\\s{1,2}(?<first>[А-ЯЁ])\\.\\s?(?<second>[А-ЯЁ])(?:\\.|(?=[\\s/)]|$))`,
      'gu',
    ),
    order: 'surname-first',
  },
  {
    // A scan loses dots: «АА. Петрова», «А.А Петрова».
    form: new RegExp(
      `(?<![\\p{L}\\d.])(?<first>[А-ЯЁ])(?:\\.\\s?(?<second>[А-ЯЁ])\\.?|(?<second2>[А-ЯЁ])\\.)\\s{0,2}(?<surname>${SURNAME})(?!\\p{L}|\\.\\s?[А-ЯЁ]\\.)`,
      'gu',
    ),
    order: 'initials-first',
  },
  {
    form: new RegExp(
      `(?<![\\p{L}\\d])(?<surname>${SURNAME})\\s{1,2}(?<first>[А-ЯЁ])[а-яё]{1,20}\\s{1,2}(?<patronymic>${PATRONYMIC})(?!\\p{L})`,
      'gu',
    ),
    order: 'surname-first',
  },
];

/** All names of persons in the text, in order; names that schools and streets bear («имени А.А. Петрова») are none. */
export function personsIn(text: string): NameMark[] {
  const found: NameMark[] = [];
  for (const { form, order } of NAME_FORMS) {
    for (const match of text.matchAll(form)) {
      const from = match.index;
      const to = from + match[0].length;
      if (/(?:имени|им\.|ул\.|улица|пр\.)\s?$/iu.test(text.slice(Math.max(0, from - 8), from))) continue;
      const { surname = '', first = '', second, second2, patronymic } = match.groups ?? {};
      if (NO_SURNAME.test(surname) || BODY_WORD.test(surname)) continue;
      found.push({
        from,
        to,
        surname,
        initials: `${first}.${second ?? second2 ?? patronymic?.charAt(0) ?? ''}.`,
        order,
      });
    }
  }
  return withoutOverlaps(found);
}

const NO_SURNAME =
  /^(?:Директор|Министр|Начальник|Руководитель|Глава|Приказ|Исполнитель|Исп|Тел|Приложение|Заместитель|Протокол|Школа|Лицей|Гимназия|План|Российская|Заведующий|Заведующая|Председатель|Учитель|Методист)$/u;

/** «Начальник Управления Е.К. Белова»: bodies printed with a capital before initials, in any case. */
const BODY_WORD =
  /^(?:(?:Управлени|Учреждени|Отделени)(?:е|я|ю|ем|и)|(?:Отдел|Комитет|Департамент|Институт|Центр|Совет|Район|Округ|Лице)(?:а|у|ом|е|й|я|ю|ем)?|(?:Министерств|Правительств|Агентств)(?:о|а|у|ом|е)|(?:Администраци|Гимнази|Мэри|Комисси|Организаци)(?:я|и|ю|ей)|(?:Школ|Служб|Групп)(?:а|ы|е|у|ой)|Области|Края|Республики|Города)$/u;

/** The name as printed, white space collapsed, dots that a scan lost put back («АА. Петрова» → «А.А. Петрова»). */
export function printedName(printed: string): string {
  return printed
    .replace(/\s+/gu, ' ')
    .replace(/^(\p{Lu})(\p{Lu})\./u, '$1.$2.')
    .replace(/^(\p{Lu}\.\s?\p{Lu})\s?(?=\p{Lu}\p{Ll})/u, '$1. ')
    .trim();
}
