import type { Level } from '#domain/orders/plan.ts';

/** What the level is judged from, strongest first; absent texts are empty. */
type LevelEvidence = {
  readonly issuer: string;
  readonly position: string;
  readonly orderTitle: string;
  readonly planTitles: string;
  /** Stamps and the running text. */
  readonly prose: string;
};

const SCHOOL_BODY =
  /(?<![а-яё])(?:М[БКА]?Д?ОУ|Г[БКА]?ОУ|КГБОУ|ОГ[БК]ОУ|ЧОУ|СОШ|ООШ|НОШ|СШ|общеобразовательн[а-яё]{2,3}\s+(?:учреждени|организаци|школ)|(?:средн|основн|начальн)[а-яё]{2,3}\s(?:обще[а-яё]+\s)?школ|школ[аы]\s?(?:№|-интернат)|школ[аы]|гимнази[яи]|лице[йя])(?![а-яё])/iu;
const MUNICIPAL_BODY =
  /(?<![а-яё])(?:администраци|муниципальн|МКУ|МБУ|МАУ|мэри|РОО|ГОРОНО|РУО|МОУО|(?:управлени|отдел|комитет|департамент)[а-яё]{0,2}\s(?:по\s)?(?:делам\s)?образовани)/iu;
const REGIONAL_BODY =
  /(?<![а-яё])(?:министерств|минобр|минпросвещени|правительств|губернатор|(?:департамент|комитет|управлени|главное управление)[а-яё]{0,2}\s.{0,80}(?:област|кра[йя](?![а-яё])|республик|автономн))/iu;
/** «ГАУ ДПО «Институт развития образования … области»»: what a region founds and is no school. */
const REGIONAL_INSTITUTE =
  /(?:институт|центр|академи).{0,120}(?<![а-яё])(?:област|кра[йя](?![а-яё])|республик|регион)|^(?:ГАУ|ГБУ|ГКУ|ОГБУ|КГБУ|КГАУ)(?![а-яё]).{0,120}(?:институт|центр)/iu;
const PLACE_OF_MUNICIPALITY =
  /(?<!\p{L})(?:район|городск\p{L}{2,3}\sокруг|муниципальн\p{L}{2,3}\s(?:округ|образовани)|город[ае]?\s\p{Lu}|г\.\s?\p{Lu})/u;

/** The level of the document and the evidence that decided, in codes. */
export function levelOf(evidence: LevelEvidence): { level: Level | null; reasons: string[] } {
  const byIssuer = levelOfBody(evidence.issuer);
  if (byIssuer !== null) return { level: byIssuer, reasons: [`issuer: ${evidence.issuer}`] };
  const byPosition = levelOfPosition(evidence.position);
  if (byPosition !== null) return { level: byPosition, reasons: [`position: ${evidence.position}`] };
  for (const [name, title] of [
    ['plan-title', evidence.planTitles],
    ['order-title', evidence.orderTitle],
  ] as const) {
    const level = levelOfTitle(title);
    if (level !== null) return { level, reasons: [`${name}: ${title.slice(0, 200)}`] };
  }
  return levelOfProse(evidence.prose);
}

function levelOfBody(body: string): Level | null {
  if (body === '') return null;
  if (
    REGIONAL_BODY.test(body) &&
    !/(?:район|город[ае]\s|мэри|администраци[а-яё]{1,2}\s(?:город|муниц))/iu.test(body.slice(0, 400))
  )
    return 'regional';
  if (/(?:управлени|отдел|комитет|департамент|администраци)/iu.test(body) && !/^(?:М[БКА]?ОУ|Г[БК]?ОУ)/u.test(body)) {
    return /(?:област|кра[йя](?![а-яё])|республик|автономн)/iu.test(body) &&
      !PLACE_OF_MUNICIPALITY.test(body) &&
      !/муниципальн|администраци[а-яё]{1,2}\s/iu.test(body)
      ? 'regional'
      : 'municipal';
  }
  if (SCHOOL_BODY.test(body)) return 'school';
  if (REGIONAL_BODY.test(body) || REGIONAL_INSTITUTE.test(body)) return 'regional';
  return MUNICIPAL_BODY.test(body) ? 'municipal' : null;
}

function levelOfPosition(position: string): Level | null {
  if (/(?<![а-яё])(?:министр|губернатор)/iu.test(position)) return 'regional';
  const body = levelOfBody(position);
  if (body !== null) return body;
  if (/^(?:и\.?\s?о\.?\s)?директор(?![а-яё])/iu.test(position))
    return /департамент|центр|институт/iu.test(position) ? null : 'school';
  return /(?:^|\s)глава(?![а-яё])/iu.test(position) ? 'municipal' : null;
}

function levelOfTitle(title: string): Level | null {
  if (/(?<!\p{L})(?:М[БКА]ОУ|МОУ|ГБОУ|ГОУ|СОШ|ООШ|гимназии|лицея|школы)\s?[«"№\p{Lu}]/u.test(title)) return 'school';
  if (
    /муниципальн|(?<!\p{L})районе?(?:а|у)?(?!\p{L})|городско\p{L}{1,2}\sокруг|(?<!\p{L})(?:города|городе|г\.)\s?\p{Lu}/u.test(
      title,
    )
  )
    return 'municipal';
  return /региональн|област[ия]|(?<![а-яё])кра[яе](?![а-яё])|республик/iu.test(title) ? 'regional' : null;
}

/** A line with several schools is a list of them: the districts behind their names are not whose plan it is. */
const SCHOOL_NUMBERED = /(?:СОШ|ООШ|НОШ|школ[аы]|гимнази[яи]|лице[йи])[\s«"»]{0,3}(?:№|N|»|")?/giu;

/** Without a head the words of the text decide by their number. */
function levelOfProse(prose: string): { level: Level | null; reasons: string[] } {
  const running = prose
    .split('\n')
    .filter((line) => (line.match(SCHOOL_NUMBERED)?.length ?? 0) < 2)
    .join('\n');
  const count = (words: RegExp): number => running.match(words)?.length ?? 0;
  const counts: readonly (readonly [Level, number])[] = [
    ['municipal', count(/муниципальн|(?<![а-яё])район(?:а|е|у)?(?![а-яё])|МОУО/giu)],
    ['regional', count(/региональн|министерств|(?<![а-яё])регион/giu)],
    [
      'school',
      count(
        /школьн[а-яё]{2}\s(?:план|дорожн|метод)|(?:директор|заместител[а-яё]{1,2} директора|зам\.?\s?директора)/giu,
      ),
    ],
  ];
  const [best] = [...counts].sort(([, one], [, other]) => other - one);
  if (best === undefined || best[1] === 0) return { level: null, reasons: [] };
  return { level: best[0], reasons: [`words: ${counts.map(([level, number]) => `${level} ${number}`).join(', ')}`] };
}
