/** What a single word tells about the cell in which it stands. */
export type WordTraits = {
  /** Lower case, ё as е, without punctuation at both ends, cut to six letters: enough to tell words apart, inflection left out. */
  readonly root: string;
  readonly family: WordFamily;
  readonly startsCapital: boolean;
  /** A dash or bullet: an item of a list inside a cell begins. */
  readonly bullet: boolean;
  /** Cannot be the last word of a cell: a preposition, a conjunction, a word cut by a hyphen, a comma. */
  readonly unfinished: boolean;
  /** Ends with a full stop or a semicolon. */
  readonly closes: boolean;
  /** The parts of a printed row number («2.1.» → [2, 1]); null for other words. */
  readonly number: readonly number[] | null;
  readonly opens: number;
  readonly shuts: number;
  readonly opensBracket: number;
  readonly shutsBracket: number;
};

/** Families of words that are at home in cells of one kind. */
export type WordFamily =
  | 'time' // months, years, «ежегодно», «течение»
  | 'time-link' // «до», «по», «в», «года»: within a deadline, and elsewhere
  | 'executor' // organisations, posts, abbreviations of bodies
  | 'deed' // «Проведение», «Организация»
  | 'done' // «Проведено», «Подготовлена»
  | 'paper' // «приказ», «справка», «протокол»
  | 'web' // «сайт», «ссылка»
  | 'count' // numbers, per cent, «не менее»
  | 'plain';

const TIME =
  /^(?:январ|феврал|март[аеу]?$|апрел|ма[йяею]$|июн[ьяею]|июл[ьяею]|август|сентябр|октябр|ноябр|декабр|янв$|фев|апр$|авг$|сент?$|окт$|нояб?$|дек$|течени|втечени|ежегодн|ежемесячн|ежекварт|еженедельн|ежедневн|постоянн|систематическ|регулярн|квартал|полугоди|триместр|каникул|протяжени|периодическ|единовременн|круглогодичн|весь$|срок|четверт|немедленн|незамедлительн|один$|раз$|позднее$)/u;
const DATE = /^(?:\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?|(?:19|20)\d\d(?:[-–—/](?:19|20)?\d\d)?)г{0,2}\.?$/u;
const TIME_LINK =
  /^(?:в|во|до|с|со|по|к|на|не|и|или|г|гг|год|года|году|годы|годов|годам|период|периода|периоде|графику|графика|графиком|план|плану|плана|планом|планами|учебного|учебный|учебном|учебных|запросу|запросам|заявкам|заявке|обращению|обращениям|согласованию|мере|необходимости|поступления|соответствии|согласно|всего|отдельному|утвержденному|установленные|сроки|месяца|месяц|конца|начала|конец|начало|середина|половина|первая|вторая|первое|второе|i|ii|iii|iv|реализации|действия|раза|неделя|неделе|неделю|недели|недель|день|дня|дней|рабочих|календарных|после|первой|второй|третьей|четвертой|далее|работы|запроса|окончании|окончания|итогам|завершении|течение|весна|осень|лето|зима|осенние|весенние|зимние|летние|осенних|весенних|зимних|летних)$/u;
const EXECUTOR =
  /^(?:управлени|отдел(?:а|у|ом|ы|ов|ами)?$|министерств|минобр|департамент|комитет|администрац|учреждени|институт|центр|школ[аы]?$|директор|руководител|заместител|замдиректор|зам$|специалист|методист|методическ|координатор|куратор|педагог|учител|психолог|логопед|классн|начальник|муниципальн|образовательн|организаци|общеобразовательн|оо$|оу$|моуо|муо|уо$|рмо$|шмо$|мо$|имц|умц|ммс|цоко|иро$|рцои|мку|мбу|мбоу|маоу|мкоу|гау|гбу|гку|гбоу|сош$|оош$|доу$|рмк$|фонд$|команд|председател|завуч|увр$|вр$|служб|кабинет|тьютор|наставник|комисси|партнер|библиотек|глава$|секретар|ответственн)/u;
const DEED_ENDING = /(?:ение|ания|ание|ация|ка|тие|ство|инг|вка|ртиза|нтаж|изис|ировка|енье|ия|иза)$/u;
const DEED =
  /^(?:проведени|организаци|разработк|подготовк|участи|мониторинг|анализ|создани|обеспечени|формировани|реализаци|выявлени|заключени|корректировк|совершенствовани|внедрени|оказани|информировани|сопровождени|назначени|утверждени|обобщени|размещени|заседани|совещани|семинар|выезд|собеседовани|вовлечени|развити|укреплени|распространени|содействи|использовани|наполнени|повышени|обучени|изучени|оценк|диагностик|контрол|посещени|консультировани|консультаци|составлени|сбор$|включени|определени|осуществлени|привлечени|работ[аы]$|поддержк|курс|круглы|цикл$|актуализаци|обновлени|поведени|взаимодействи|экспертиз|отбор$|рассмотрени|прием$|отчет|конкурс|издани|введени|установлени|закреплени|проектировани|апробаци|трансляци|стажировк|вебинар|психолог|индивидуальн|методическ)/u;
const DONE =
  /^(?:не$|(?!образован|данн|совмест)\p{L}{3,}(?:ен|ена|ено|ены|ан|ана|ано|аны|ят|ят[аоы]|ят)$|приня[лт]|повыси|увеличи|снизи|охват|наличи|отсутстви|рост$|снижени|доля$|количеств|повышени|увеличени|положительн|улучшени|достижени|готовност|сформированн)/u;
const PAPER =
  /^(?:приказ|справк|протокол|отчет|план$|планы$|положени|договор|соглашени|рекомендаци|аналитическ|информационн|график|распоряжени|программ|методическ|журнал|материал|анкет|письмо$|реестр|список$|списки$|банк$|карт[аы]$|сертификат|удостоверени)/u;
const WEB =
  /^(?:ссылк|сайт|сети$|сеть$|интернет|публикаци|новост|https?|www|официальн|телекоммуникац|информационно-телеком|телеграм|вконтакте|соцсет|сми$|группе$)/u;
const COUNT = /^(?:\d+(?:[.,]\d+)?%?|%|менее|более|не|\d+-х|\d+-ти|100%)$/u;
const UNFINISHED =
  /^(?:и|или|а|но|в|во|на|по|с|со|к|ко|о|об|от|до|из|за|для|при|без|под|над|через|между|про|у|не|ни|как|что|который|которая|которые|которых|в том|том|числе|мере|менее|более|№|течение|течении|втечение|соответствии|отдельному|протяжении|позднее|весь|их|его|её|ее|имеющих|имеющими|если|чем|также|т\.ч|т\.?|им\.?)$/u;

/** Reads a word. `executors` are comparison forms of abbreviations and organisation words that the document itself defines. */
export function wordTraits(text: string, executors: ReadonlySet<string>): WordTraits {
  const known = remembered.get(text);
  const traits = known ?? readWord(text);
  if (known === undefined && remembered.size < REMEMBERED_WORDS) remembered.set(text, traits);
  if (traits.family !== 'executor' && executors.size > 0 && executors.has(bare(text)))
    return { ...traits, family: 'executor' };
  return traits;
}

const REMEMBERED_WORDS = 20_000;
const remembered = new Map<string, WordTraits>();

function bare(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/^[^\p{L}\p{N}%№]+|[^\p{L}\p{N}%]+$/gu, '');
}

function readWord(text: string): WordTraits {
  const form = bare(text);
  const number = /^\(?((?!20\d\d[.)]{0,2}$)\d{1,4}(?:\.\d{1,3}){0,4})[.)]{0,2}$/u.exec(text)?.[1];
  const lastLetter = text.at(-1) ?? '';
  return {
    root: form.slice(0, 6),
    family: familyOf(text, form),
    startsCapital: /^[«"“„(]*\p{Lu}/u.test(text),
    bullet: /^[-–—•▪●*·✓➢]/u.test(text),
    unfinished: /[,:(«„–—-]$/u.test(lastLetter) || (UNFINISHED.test(text.toLowerCase()) && !/^[А-ЯЁ]{2,}/u.test(text)),
    closes: /[.;!?]["»”)]*$/u.test(text),
    number: number === undefined ? null : number.split('.').map(Number),
    opens: countOf(text, '«'),
    shuts: countOf(text, '»'),
    opensBracket: countOf(text, '('),
    shutsBracket: number === undefined ? countOf(text, ')') : 0,
  };
}

function familyOf(text: string, form: string): WordFamily {
  if (TIME.test(form) || DATE.test(form) || /^(?:янв|февр|апр|авг|сент|окт|нояб|дек)[\p{L}]*[-–—]/u.test(form))
    return 'time';
  if (/^\p{Lu}?\p{Ll}+[-–—]\p{L}*$/u.test(text) && TIME.test(form.split(/[-–—]/u)[0] ?? '')) return 'time';
  if (TIME_LINK.test(form)) return 'time-link';
  // «управлению», «руководителями»: named in a sentence rather than as executors.
  if (EXECUTOR.test(form))
    return /(?:ами|ями|ах|ях|ам|ям|нию|нием|ству|ством|елю|елем|ору|ором|елей|огов|стов|оров|ений|аций|торий)$/u.test(
      form,
    )
      ? 'plain'
      : 'executor';
  if (WEB.test(form)) return 'web';
  if (COUNT.test(form)) return 'count';
  if (DEED.test(form)) return 'deed';
  if (PAPER.test(form)) return 'paper';
  if (DONE.test(form)) return 'done';
  if (/^\p{Lu}/u.test(text) && DEED_ENDING.test(form) && form.length > 6) return 'deed';
  if (/^\p{Lu}{2,}\p{Ll}?\p{Lu}*[,.;]?$/u.test(text)) return 'executor';
  return 'plain';
}

function countOf(text: string, letter: string): number {
  let count = 0;
  for (const other of text) if (other === letter) count += 1;
  return count;
}
