/**
 * What a column of a plan's table holds, told from its title.
 *
 * Titles come in any wording («Мероприятие», «Содержание деятельности», «Наименование меры»), so a title is read word by
 * word: each word family votes for roles, the strongest role wins, and the lead over the next one is the confidence.
 */
export type ColumnRole =
  | 'number'
  | 'title'
  | 'deadline'
  | 'responsible'
  | 'result'
  | 'publication'
  | 'section'
  | 'indicator'
  | 'source'
  | 'value'
  | 'unit'
  | 'other';

export type TitleReading = { readonly role: ColumnRole; readonly confidence: number };

type Vote = { readonly words: readonly string[]; readonly role: ColumnRole; readonly weight: number };

/**
 * Word families (beginnings of words, ё as е) and what they speak for. `words` must all occur (`$` ends a
 * whole word); later, heavier families
 * of several words settle what single words leave open («срок» and «исполнения» against «исполнитель»).
 */
const VOTES: readonly Vote[] = [
  { words: ['№'], role: 'number', weight: 6 },
  { words: ['n$'], role: 'number', weight: 4 },
  { words: ['п/п'], role: 'number', weight: 6 },
  { words: ['пп'], role: 'number', weight: 4 },
  { words: ['номер'], role: 'number', weight: 4 },
  { words: ['no$'], role: 'number', weight: 4 },

  { words: ['мероприяти'], role: 'title', weight: 5 },
  { words: ['содержание'], role: 'title', weight: 3 },
  { words: ['деятельност'], role: 'title', weight: 2 },
  { words: ['действи'], role: 'title', weight: 4 },
  { words: ['наименование'], role: 'title', weight: 2 },
  { words: ['название'], role: 'title', weight: 2 },
  { words: ['описание'], role: 'title', weight: 2 },
  { words: ['мер$'], role: 'title', weight: 4 },
  { words: ['мера$'], role: 'title', weight: 4 },
  { words: ['меры$'], role: 'title', weight: 4 },
  { words: ['работ'], role: 'title', weight: 2 },
  { words: ['вид', 'деятельност'], role: 'title', weight: 3 },
  { words: ['форм', 'работ'], role: 'title', weight: 2 },
  { words: ['пункт'], role: 'title', weight: 1 },
  { words: ['шаг'], role: 'title', weight: 3 },
  { words: ['событи'], role: 'title', weight: 4 },
  { words: ['задани'], role: 'title', weight: 2 },
  { words: ['activit'], role: 'title', weight: 5 },
  { words: ['event'], role: 'title', weight: 4 },
  { words: ['что', 'дела'], role: 'title', weight: 5 },
  { words: ['что', 'сдела'], role: 'title', weight: 5 },
  { words: ['поручени'], role: 'title', weight: 3 },

  { words: ['срок'], role: 'deadline', weight: 6 },
  { words: ['период'], role: 'deadline', weight: 5 },
  { words: ['дата'], role: 'deadline', weight: 5 },
  { words: ['даты'], role: 'deadline', weight: 5 },
  { words: ['когда'], role: 'deadline', weight: 5 },
  { words: ['время'], role: 'deadline', weight: 5 },
  { words: ['месяц'], role: 'deadline', weight: 4 },
  { words: ['контрольн', 'точк'], role: 'deadline', weight: 3 },
  { words: ['периодичност'], role: 'deadline', weight: 1 },
  { words: ['график'], role: 'deadline', weight: 3 },
  { words: ['дедлайн'], role: 'deadline', weight: 6 },
  { words: ['deadline'], role: 'deadline', weight: 6 },
  { words: ['date'], role: 'deadline', weight: 5 },

  { words: ['ответственн'], role: 'responsible', weight: 7 },
  { words: ['исполнител'], role: 'responsible', weight: 7 },
  { words: ['отв'], role: 'responsible', weight: 5 },
  { words: ['организатор'], role: 'responsible', weight: 5 },
  { words: ['соисполнител'], role: 'responsible', weight: 7 },
  { words: ['responsible'], role: 'responsible', weight: 7 },
  { words: ['кто$'], role: 'responsible', weight: 4 },
  { words: ['кто', 'проводит'], role: 'responsible', weight: 6 },
  { words: ['кто', 'отвечает'], role: 'responsible', weight: 6 },
  { words: ['субъект'], role: 'responsible', weight: 2 },
  { words: ['должност'], role: 'responsible', weight: 2 },

  { words: ['результат'], role: 'result', weight: 6 },
  { words: ['планируем'], role: 'result', weight: 2 },
  { words: ['ожидаем'], role: 'result', weight: 3 },
  { words: ['показател'], role: 'result', weight: 4 },
  { words: ['индикатор'], role: 'result', weight: 4 },
  { words: ['критери'], role: 'result', weight: 4 },
  { words: ['продукт'], role: 'result', weight: 5 },
  { words: ['итог'], role: 'result', weight: 4 },
  { words: ['выход'], role: 'result', weight: 4 },
  { words: ['эффект'], role: 'result', weight: 4 },
  { words: ['документ'], role: 'result', weight: 4 },
  { words: ['отчетност'], role: 'result', weight: 4 },
  { words: ['форм', 'завершени'], role: 'result', weight: 4 },
  { words: ['форм', 'отчет'], role: 'result', weight: 4 },
  { words: ['форм', 'представлени'], role: 'result', weight: 4 },
  { words: ['kpi$'], role: 'result', weight: 6 },
  { words: ['кпэ$'], role: 'result', weight: 6 },
  { words: ['output'], role: 'result', weight: 5 },
  { words: ['outcome'], role: 'result', weight: 5 },
  { words: ['result'], role: 'result', weight: 5 },
  { words: ['подтвержд'], role: 'result', weight: 3 },
  { words: ['что', 'получ'], role: 'result', weight: 5 },
  { words: ['чем', 'заверш'], role: 'result', weight: 5 },
  { words: ['чем', 'заканч'], role: 'result', weight: 5 },
  { words: ['что', 'будет'], role: 'result', weight: 4 },

  { words: ['информационн', 'сопровождени'], role: 'publication', weight: 9 },
  { words: ['информационн', 'обеспечени'], role: 'publication', weight: 8 },
  { words: ['информационн', 'освещени'], role: 'publication', weight: 8 },
  { words: ['информационн', 'поддержк'], role: 'publication', weight: 8 },
  { words: ['информационн', 'ресурс'], role: 'publication', weight: 8 },
  { words: ['публикаци'], role: 'publication', weight: 7 },
  { words: ['публику'], role: 'publication', weight: 7 },
  { words: ['ссылк'], role: 'publication', weight: 7 },
  { words: ['размещени'], role: 'publication', weight: 6 },
  { words: ['освещени'], role: 'publication', weight: 6 },
  { words: ['где', 'размещ'], role: 'publication', weight: 7 },
  { words: ['где', 'опубликован'], role: 'publication', weight: 7 },
  { words: ['сайт'], role: 'publication', weight: 4 },
  { words: ['форм', 'представлени', 'сайт'], role: 'publication', weight: 7 },

  { words: ['направлени'], role: 'section', weight: 4 },
  { words: ['раздел'], role: 'section', weight: 6 },
  { words: ['блок'], role: 'section', weight: 5 },
  { words: ['этап'], role: 'section', weight: 3 },
  { words: ['задач'], role: 'section', weight: 3 },
  { words: ['цел'], role: 'section', weight: 2 },

  { words: ['наименование', 'показател'], role: 'indicator', weight: 9 },
  { words: ['наименование', 'индикатор'], role: 'indicator', weight: 9 },
  { words: ['название', 'показател'], role: 'indicator', weight: 9 },
  { words: ['показател', 'ед', 'изм'], role: 'indicator', weight: 16 },
  { words: ['показател', 'единиц', 'измерени'], role: 'indicator', weight: 20 },
  { words: ['индикатор', 'ед', 'изм'], role: 'indicator', weight: 16 },
  { words: ['индикатор', 'единиц', 'измерени'], role: 'indicator', weight: 20 },
  { words: ['источник'], role: 'source', weight: 6 },
  { words: ['источник', 'финансировани'], role: 'other', weight: 9 },
  { words: ['источник', 'данн'], role: 'source', weight: 4 },
  { words: ['значени'], role: 'value', weight: 6 },
  { words: ['целев', 'значени'], role: 'value', weight: 4 },
  { words: ['планов', 'значени'], role: 'value', weight: 4 },
  { words: ['единиц', 'измерени'], role: 'unit', weight: 9 },
  { words: ['ед', 'изм'], role: 'unit', weight: 9 },
  { words: ['единиц'], role: 'unit', weight: 4 },

  { words: ['примечани'], role: 'other', weight: 8 },
  { words: ['отметк'], role: 'other', weight: 10 },
  { words: ['финансировани'], role: 'other', weight: 9 },
  { words: ['объем'], role: 'other', weight: 4 },
  { words: ['стоимост'], role: 'other', weight: 7 },
  { words: ['участник'], role: 'other', weight: 6 },
  { words: ['категори'], role: 'other', weight: 4 },
  { words: ['аудитори'], role: 'other', weight: 6 },
  { words: ['контингент'], role: 'other', weight: 5 },
  { words: ['место'], role: 'other', weight: 6 },
  { words: ['фио'], role: 'other', weight: 6 },
  { words: ['ф$', 'и$', 'о$'], role: 'other', weight: 6 },
  { words: ['фамили'], role: 'other', weight: 6 },
  { words: ['наименование', 'школ'], role: 'other', weight: 5 },
  { words: ['наименование', 'оо$'], role: 'other', weight: 5 },
  { words: ['наименование', 'организаци'], role: 'other', weight: 5 },
  { words: ['наименование', 'учреждени'], role: 'other', weight: 5 },
  { words: ['наименование', 'муниципал'], role: 'other', weight: 5 },
  { words: ['наименование', 'территори'], role: 'other', weight: 5 },
  { words: ['класс'], role: 'other', weight: 3 },
  { words: ['охват'], role: 'other', weight: 3 },
  { words: ['форма', 'проведени'], role: 'other', weight: 5 },
  { words: ['контрол'], role: 'other', weight: 2 },
  { words: ['проблем'], role: 'other', weight: 4 },
  { words: ['риск'], role: 'other', weight: 4 },
];

/** Whole phrases that would be misread word by word; compared with the folded title. */
const PHRASES: ReadonlyMap<string, ColumnRole> = new Map<string, ColumnRole>([
  ['№', 'number'],
  ['мо п/п', 'number'],
  ['ne п/п', 'number'],
  ['код', 'number'],
  ['пункт', 'number'],
  ['пункт плана', 'number'],
  ['шифр', 'number'],
  ['индекс', 'number'],
  ['срок и форма', 'deadline'],
  ['сроки исполнения', 'deadline'],
  ['исполнение', 'other'],
  ['вид документа', 'result'],
  ['что делаем', 'title'],
  ['что', 'title'],
  ['кто', 'responsible'],
  ['куратор', 'responsible'],
  ['координатор', 'responsible'],
  ['тема', 'title'],
  ['вопросы', 'title'],
  ['план', 'value'],
  ['факт', 'value'],
  ['база', 'value'],
]);

/** «2025», «2025 год (план)», «на конец 2026 г.», «2025/2026 уч. год»: a title of values of that year; folded. */
const YEAR_TITLE =
  /^(?:(?:на|к|в) )?(?:(?:начало|конец|концу|начало) )?(?:19|20)\d\d(?:[ /](?:20)?\d\d)?(?: (?:г|гг|год|года|году|план|факт|прогноз|оценка|базовый|отчет|отчетный|уч|учебный))*$/u;

/**
 * The role that a column's title speaks for.
 * @param title as printed, several lines joined by a space
 * @returns `other` with confidence 0 for a title that says nothing known
 */
export function roleOfTitle(title: string): TitleReading {
  const folded = foldTitle(title);
  if (folded === '') return { role: 'other', confidence: 0 };
  const phrase = PHRASES.get(folded);
  if (phrase !== undefined) return { role: phrase, confidence: 0.95 };
  if (YEAR_TITLE.test(folded)) return { role: 'value', confidence: 0.6 };

  const words = folded.split(' ');
  const votes = new Map<ColumnRole, number>();
  for (const { beginnings, role, weight } of BALLOT) {
    let farthest = 0;
    for (const beginning of beginnings) {
      const place = placeOf(beginning, words);
      farthest = place < 0 ? -1 : Math.max(farthest, place);
      if (farthest < 0) break;
    }
    if (farthest < 0) continue;
    // The first word of a title names the thing; the words behind it only describe it («срок исполнения мероприятия»).
    const nearness = farthest === 0 ? 1.5 : 1;
    votes.set(role, (votes.get(role) ?? 0) + weight * nearness);
  }
  // «№ мероприятия» is a number column, and «наименование результата» a result.
  const ranked = [...votes.entries()].sort(([, a], [, b]) => b - a);
  const [first, second] = ranked;
  if (first === undefined) return { role: 'other', confidence: 0 };
  const lead = first[1] - (second?.[1] ?? 0);
  return { role: first[0], confidence: Math.min(1, 0.55 + lead / 10) };
}

type Beginning = { readonly text: string; readonly whole: boolean };

const BALLOT = VOTES.map(({ words, role, weight }) => ({
  beginnings: words.map((word): Beginning => ({ text: word.replace(/\$$/u, ''), whole: word.endsWith('$') })),
  role,
  weight,
}));

/** Which of the words begins so; -1 when none does. */
function placeOf({ text, whole }: Beginning, words: readonly string[]): number {
  for (let place = 0; place < words.length; place += 1) {
    const word = words[place] ?? '';
    if (whole ? word === text : word.startsWith(text)) return place;
  }
  return -1;
}

/** Both roles of a title that names two things in one column («Сроки, ответственные»), else null. */
export function twoRolesOfTitle(title: string): readonly [ColumnRole, ColumnRole] | null {
  const halves = foldTitle(title)
    .split(/ (?:и|\/) |[,;/]/u)
    .map((half) => roleOfTitle(half.trim()));
  if (halves.length !== 2) return null;
  const [a, b] = halves;
  if (a === undefined || b === undefined || a.role === b.role) return null;
  const pair = new Set<ColumnRole>(['deadline', 'responsible']);
  return pair.has(a.role) && pair.has(b.role) && a.confidence >= 0.7 && b.confidence >= 0.7 ? [a.role, b.role] : null;
}

/** A title in the form in which titles are compared: lower case, ё as е, no punctuation except №, / and commas. */
export function foldTitle(title: string): string {
  return title
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/(\p{L})-\s+(\p{L})/gu, '$1$2')
    .replace(/п\s*[/.\\]\s*п\.?/gu, 'п/п')
    .replace(/[^\p{L}\p{N}№/,; ]+/gu, ' ')
    .replace(/№/gu, ' № ')
    .replace(/\s*,\s*/gu, ', ')
    .replace(/\s+/gu, ' ')
    .replace(/^[, ]+|[, ]+$/gu, '');
}

/** Whether the roles found in a row of titles can head a table of measures. */
export function headsMeasures(roles: readonly ColumnRole[]): boolean {
  const present = new Set(roles);
  const companions = (['deadline', 'responsible', 'result', 'publication'] as const).filter((role) =>
    present.has(role),
  );
  return present.has('title') ? companions.length >= 1 : companions.length >= 2 && present.has('section');
}

/** Whether the roles found in a row of titles can head a table of indicators. */
export function headsIndicators(roles: readonly ColumnRole[]): boolean {
  const present = new Set(roles);
  if (present.has('title') && (present.has('deadline') || present.has('responsible'))) return false;
  const named = present.has('indicator') || present.has('result');
  const valued =
    roles.filter((role) => role === 'value' || role === 'result').length > (present.has('indicator') ? 0 : 1);
  return named && (present.has('value') || present.has('source') || present.has('unit') || valued);
}
