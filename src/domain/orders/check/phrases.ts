import { finding } from '#domain/orders/check/finding.ts';
import type { Finding } from '#domain/orders/check/finding.ts';
import type { Plan } from '#domain/orders/plan.ts';

/** Beginnings of phrases that promise a direction and no state that somebody could check. */
const EMPTY_BEGINNINGS: readonly RegExp[] = [
  /^повы(?:шени|сить|шен)/iu, // «Повышение эффективности управленческой деятельности»
  /^(?:совершенствовани|усовершенствовани)/iu,
  /^улучшени/iu,
  /^активизаци/iu,
  /^(?:усилени|укреплени)/iu,
  /^оптимизаци/iu,
  /^(?:создани[ея]|созданы|обеспечени[ея]|обеспечены|формировани[ея]) (?:необходимых |благоприятных |оптимальных )?условий/iu,
  /^содействи/iu,
  /^(?:развити|расширени)[ея] (?!.*сет)/iu,
  /^(?:информационн\S+|методическ\S+|психологическ\S+) (?:поддержк|подготовк|сопровождени)/iu,
  /^формировани[ея] (?:положительн|позитивн|устойчив|мотивац|культур|ценност)/iu,
  /^(?:рост|положительная динамика|позитивная динамика)(?!\p{L})/iu,
  /^(?:трансляци|распространени|обобщени)[ея] (?:и \S+ )?(?:\S+ )?опыт/iu,
  /^(?:своевременн|качественн)\S* (?:выполнени|проведени|реализаци)/iu,
  /^(?:осуществлени|реализаци)[ея] (?:единой )?политики/iu,
];

/** Results that promise a direction instead of a state: «повышение эффективности», «создание условий». */
export function emptyPhrases(plan: Plan): Finding[] {
  return plan.measures.flatMap((measure) => {
    const { result } = measure;
    if (result === null || measure.targets.length > 0 || namesDocument(result)) return [];
    const sentences = result.split(/[.;]\s+/u).filter((sentence) => sentence.trim() !== '');
    const empty = sentences.every((sentence) => EMPTY_BEGINNINGS.some((beginning) => beginning.test(sentence.trim())));
    return empty ? [finding(measure.seq, 'empty-phrase', result)] : [];
  });
}

const DOCUMENT =
  /(?:^|[^\p{L}])(?:приказ|распоряжени|постановлени|протокол|справк|отч[её]т|договор|соглашени|план(?!ир)|программ|дорожн\S+ карт|график|письм|положени|регламент|спис|реестр|перечень|анкет|акт(?!ив|уа)|паспорт|методическ\S+ (?:рекомендаци|материал)|рекомендаци|аналитическ\S+ (?:материал|запис)|сборник|банк|база данных|журнал|карт[аы](?!\p{L})|заключени|решени|свидетельств|удостоверени|сертификат|публикаци|проект(?!н)|памятк|буклет|презентаци)/iu;

/** Whether a result names a document, which is there or is not and so can be checked. */
export function namesDocument(result: string): boolean {
  return DOCUMENT.test(result);
}
