import { comparisonForm, stem } from '#domain/language/words.ts';

/**
 * Which hyphens belong to Russian words. Lists hold first and second parts in comparison form; the general rules about
 * stems in -о and -е stand in `isAdjectiveStem`.
 */

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

/** First parts that always stand with a hyphen. */
const HYPHENATED_FIRST = wordSet(`
  онлайн офлайн оффлайн бизнес интернет веб пресс мини миди макси экс вице блиц кейс мастер план топ арт тест квест флеш
  флэш брейн стресс контент грант чат смарт фитнес шоу премьер член штаб унтер обер лейб пилот скрининг тьютор тренинг
  коучинг арт хард софт норд зюйд кое кой санкт йошкар улан юго северо нью усть верх нижне верхне
  фокус имидж диалог допинг джаз рок поп поддержка аудит интервью эссе форсайт хакатон воркшоп дайджест
  генерал капитан майор дизайн лего эко
`);

/** First parts that are written together with what follows, though they look like stems of compounds. */
const SOLID_FIRST = wordSet(`
  одно едино много мало благо само обще высоко низко перво добро взаимо ново равно долго кратко средне раннее выше ниже
  ино водо видео аудио авто био гео кино фото теле электро энерго зло право законо дело здраво товаро тепло полно разно
  свое трудо целе меж нео миро земле дето жизне здоровье сельхоз меже вне внутри недо пере пред противо сверх ультра
  фоно грамото делопроизводство книго обо об от под над до за на при про пре раз рас воз вос из ис бес без со низ
  само все всего ради радио вело моно поли микро макро метео гидро термо нейро псевдо квази супер гипер интер контр
  транс суб пост прото нормо рабо плодо хлебо мало мульти крупно мелко остро ярко живо чисто глубоко широко прямо лже
  вышее нижее небезо высше двух трех четырех пяти шести семи восьми девяти десяти сто полу пол тысяче
`);

/** Prefixes that are no words and no first parts of hyphenated compounds: a hyphen behind them is a break. */
const BARE_PREFIX = wordSet('под до над пре при про раз рас об обес вос воз ис пере пред без бес со у за вы от недо');

/** Second parts (stems) that join nouns by a hyphen: «педагог-психолог», «школа-интернат», «план-график». */
const HYPHENATED_SECOND = new Set(
  `психолог логопед дефектолог предметник интернат инвалид сирота график проспект лидер партнер участник участница наставник
   организатор библиотекарь методист консилиум класс игра выставка площадка конспект комплекс тренинг семинар
   конференция практикум эксперт консультант тьютор куратор координатор сетевик новатор стажист репетитор сад студия
   клуб форум фестиваль марафон квест викторина экскурсия путешествие лаборатория спутник герой победитель призер
   администрация справка приложение карта карточка схема задание опрос анкета сервис платформа проект урок курс
   медик фельдшер врач педагог учитель воспитатель бухгалтер юрист программист инженер делопроизводитель`
    .split(/\s+/u)
    .map(stem),
);

const PARTICLE = wordSet('либо нибудь таки');
const PRONOUN = wordSet(`
  кто что где как куда когда какой какая какое какие каких каким какого какому откуда почему зачем чей чья чье чьи кого
  кому кем чем чего чему сколько все так именно
`);
const MONTH = /^(?:январ|феврал|март|апрел|ма(?:й|я|ю|е|ем)$|июн|июл|август|сентябр|октябр|ноябр|декабр)/u;
const ORDINAL = wordSet('первых вторых третьих четвертых пятых шестых седьмых');
const ADVERB_SOLID = wordSet('этому тому чему моему');
const NUMERAL =
  /^(?:один|одна|одно|дв[ае]|двух|три|трех|четыре|четырех|пять|пяти|шесть|шести|семь|семи|восемь|восьми|девять|десять)$/u;

const ADJECTIVE_ENDING =
  /(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|[щшжчн]ей|ым|им|ом|ем|ую|юю|ых|их|ыми|ими|о|ски)$/u;
const COMPOUND_STEM =
  /(?:льно|нно|вно|ично|ечно|ежно|ебно|учно|урно|арно|орно|стно|ктно|мно|рно|ско|цко|лого|ико|дко|тико|ово|ево|еще|яще|юще|уще)$/u;

export const isMonth = (word: string): boolean => MONTH.test(comparisonForm(word));
export const isBarePrefix = (word: string): boolean => BARE_PREFIX.has(comparisonForm(word));
export const hasHyphenatedFirst = (word: string): boolean => HYPHENATED_FIRST.has(comparisonForm(word));
export const hasSolidFirst = (word: string): boolean => SOLID_FIRST.has(comparisonForm(word));
export const hasHyphenatedSecond = (word: string): boolean => HYPHENATED_SECOND.has(stem(word));

/** «кто-то», «как-либо», «по-новому», «во-первых», «кое-где», «из-за», «двух-трёх»: the little words with a hyphen. */
export function isFixedCompound(left: string, right: string): boolean {
  const first = comparisonForm(left);
  const second = comparisonForm(right);
  if (PARTICLE.has(second)) return true;
  if (second === 'то' || second === 'ка' || second === 'де') return PRONOUN.has(first);
  if (first === 'по') return !ADVERB_SOLID.has(second) && /(?:ому|ему|ски|цки|ьи)$/u.test(second);
  if (first === 'в' || first === 'во') return ORDINAL.has(second);
  if (first === 'из') return second === 'за' || second === 'под';
  if (first === 'на' && second === 'на') return true;
  return NUMERAL.test(first) && NUMERAL.test(second);
}

/** «информационно» before «телекоммуникационной»: a stem in -о or -е that an adjective follows. */
export function isAdjectiveStem(left: string, right: string): boolean {
  const first = comparisonForm(left);
  if (first.length < 5 || SOLID_FIRST.has(first) || !COMPOUND_STEM.test(first)) return false;
  return right.length >= 5 && ADJECTIVE_ENDING.test(comparisonForm(right));
}

/** What cannot begin a word: the second half of a broken one («образова-тельных»). */
const NO_BEGINNING =
  /^(?:тел[ьяюеи]|ческ|ност|ни[еяюи]|нием|ниях|ниям|ци[ийяюе]|цион|ющ|ящ|ущ|вающ|вани|нн[ыоа]|ск[аоиую]|ств[аоуе]|ть?ся|шихся|щих|щий|[ьъы])/u;

export const cannotBeginWord = (right: string): boolean => NO_BEGINNING.test(comparisonForm(right));
