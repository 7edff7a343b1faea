import { finding } from '#domain/orders/check/finding.ts';
import type { Finding } from '#domain/orders/check/finding.ts';
import type { Plan } from '#domain/orders/plan.ts';

/** Beginnings of phrases that promise a direction and no state that somebody could check. */
const EMPTY_BEGINNINGS: readonly RegExp[] = [
  /^повыш(?:ени|ать|ен[аоы]?(?!\p{L}))(?!\S* квалификац)/iu, // «Повышение эффективности управленческой деятельности»
  /^повысить(?! квалификац)/iu,
  /^(?:у?совершенствовани|совершенствовать)/iu,
  /^улучш(?:ени|ить|ен[аоы])/iu,
  /^активизаци/iu,
  /^(?:усилени|укреплени|укрепить|усилить)/iu,
  /^оптимизаци/iu,
  /^(?:создани[ея]|создан[ыо]|создать|обеспечени[ея]|обеспечен[ыо]|формировани[ея]|сформирован[ыо]) (?:\S+ )?услови[йяе]/iu, // «Созданы условия для развития»
  /^содействи/iu,
  /^(?:развити|расширени)[ея] (?!.*сет)/iu,
  /^(?:информационн\S+|методическ\S+|психологическ\S+) (?:поддержк|подготовк|сопровождени)/iu,
  /^формировани[ея] (?:положительн|позитивн|устойчив|мотивац|культур|ценност)/iu,
  /^(?:рост|положительная динамика|позитивная динамика)(?!\p{L})/iu,
  /^(?:трансляци|распространени|обобщени)[ея] (?:и \S+ )?(?:\S+ )?опыт/iu,
  /^(?:своевременн|качественн)\S* (?:выполнени|проведени|реализаци)/iu,
  /^(?:осуществлени|реализаци)[ея] (?:единой )?политики/iu,
  /^возможност/iu,
  /^определени[ея] (?:\S+ )?направлени/iu, // «Определение основных направлений деятельности»
  /^(?:общественное )?признани/iu,
];

/** Results, and where there is none to count titles, that promise a direction instead of a state. */
export function emptyPhrases(plan: Plan): Finding[] {
  return plan.measures.flatMap(({ seq, title, result, targets }) => {
    if (targets.length > 0) return [];
    if (result !== null && isEmptyPhrase(result)) return [finding(seq, 'empty-phrase', result)];
    const checkable = result !== null && namesDocument(result);
    return !checkable && isEmptyPhrase(title) ? [finding(seq, 'empty-phrase', title)] : [];
  });
}

/** Whether every sentence is a general phrase, and none goes on to a document («Повышение мотивации, приказ»). */
export function isEmptyPhrase(text: string): boolean {
  const sentences = text
    .split(/[.;\n]\s*/u)
    .map((sentence) => sentence.replace(/^[\s\-–—•\d)]+/u, ''))
    .filter((sentence) => sentence.trim() !== '');
  return (
    sentences.length > 0 &&
    sentences.every(
      (sentence) =>
        EMPTY_BEGINNINGS.some((beginning) => beginning.test(sentence)) &&
        !sentence.split(/,\s*/u).some((part) => BEGINS_WITH_DOCUMENT.test(part)),
    )
  );
}

const DOCUMENT =
  /(?<!\p{L})(?:приказ|распоряжени|постановлени|протокол|справк|отч[её]т|договор|соглашени|план(?!ир)|программ|дорожн\S+ карт|график|письм|положени(?!\S* динамик)|регламент|спис(?:ок|к)|реестр|перечень|анкет|акт(?!ив|уа)|паспорт|методическ\S+ (?:рекомендаци|материал|пакет)|рекомендаци|аналитическ\S+ (?:материал|запис|справк)|сборник|банк|база данных|журнал|карт[аы](?!\p{L})|заключени|решени|свидетельств|удостоверени|сертификат|публикаци|проект(?!н)|памятк|буклет|презентаци|диплом|грамот|ссылк)/iu;
/** Documents in the nominative: what is handed in, not what the phrase is about. */
const BEGINS_WITH_DOCUMENT =
  /^(?:\p{L}+ )?(?:приказы?|распоряжени[ея]|постановлени[ея]|протоколы?|справк[аи]|отч[её]ты?|договоры?|соглашени[ея]|планы?|программ[аы]|дорожн(?:ая|ые) карт[аы]|графики?|письм[оа]|положени[ея]|регламенты?|списо?ки?|реестры?|перечень|перечни|акты?|рекомендации|материалы|сборники?|банки?|база данных|журналы?|заключени[ея]|решени[ея]|свидетельства?|удостоверени[ея]|сертификаты?|публикаци[ия]|проекты?|памятк[аи]|буклеты?|презентаци[ия]|дипломы?|грамот[аы])(?!\p{L})/iu;

/** Whether a result names a document, which is there or is not and so can be checked. */
export function namesDocument(result: string): boolean {
  return DOCUMENT.test(result);
}
