import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessCounted, guessNoun, looksLikeAdjective, nounOf, setTermAdjective } from '#domain/language/nominative.ts';

describe('an unknown noun behind a number', () => {
  it.each([
    ['клумб', 'many', 'клумба'],
    ['клумбы', 'few', 'клумба'],
    ['тетради', 'few', 'тетрадь'],
    ['проведен', 'many', undefined],
    ['этаж', 'few', undefined],
    ['клумбы', 'one', undefined],
  ] as const)('«%s» behind %s is %s', (word, form, lemma) => {
    expect(guessCounted(word, form)?.lemma).toBe(lemma);
  });
});

describe('a noun of plans', () => {
  it.each([
    ['руководителей', 'руководитель'],
    ['руководителями', 'руководитель'],
    ['работников', 'работник'],
    ['договоров', 'договор'],
    ['сессий', 'сессия'],
    ['сессиях', 'сессия'],
    ['школ', 'школа'],
    ['школы', 'школа'],
    ['справок', 'справка'],
    ['мероприятиях', 'мероприятие'],
    ['консультаций', 'консультация'],
    ['совещаний', 'совещание'],
    ['обучающимся', 'обучающийся'],
    ['обучающихся', 'обучающийся'],
    ['учащихся', 'учащийся'],
    ['детей', 'ребенок'],
    ['детьми', 'ребенок'],
    ['подростков', 'подросток'],
    ['победителей', 'победитель'],
    ['семей', 'семья'],
    ['писем', 'письмо'],
    ['статей', 'статья'],
    ['публикаций', 'публикация'],
    ['уроков', 'урок'],
    ['площадок', 'площадка'],
    ['управленцев', 'управленец'],
    ['мастер-классов', 'мастер-класс'],
    ['педагогов-психологов', 'педагог-психолог'],
    ['школ-партнеров', 'школа-партнер'],
    ['онлайн-семинаров', 'онлайн-семинар'],
    ['баллов', 'балл'],
    ['месяцев', 'месяц'],
    ['уровней', 'уровень'],
    ['перечней', 'перечень'],
    ['критериев', 'критерий'],
    ['музеев', 'музей'],
    ['случаев', 'случай'],
    ['случая', 'случай'],
    ['директоров', 'директор'],
    ['граждан', 'гражданин'],
  ])('«%s» is «%s» in the nominative', (form, lemma) => {
    expect(nounOf(form)?.lemma).toBe(lemma);
  });

  it('has a nominative plural, for «80 % of whom»', () => {
    expect(
      ['учителей', 'директоров', 'школ', 'работников', 'обучающихся', 'детей'].map((form) => nounOf(form)?.plural),
    ).toEqual(['учителя', 'директора', 'школы', 'работники', 'обучающиеся', 'дети']);
  });

  it.each([
    ['брифингов', 'брифинг'],
    ['инсталляций', 'инсталляция'],
    ['восхождений', 'восхождение'],
    ['грядок', 'грядка'],
  ])('«%s», which no dictionary has, is guessed to be «%s»', (form, lemma) => {
    expect(nounOf(form)).toBeNull();
    expect(guessNoun(form)?.lemma).toBe(lemma);
  });
});

describe('adjectives of set terms', () => {
  it.each([
    ['педагогических', 'm', 'педагогический'],
    ['общеобразовательных', 'f', 'общеобразовательная'],
    ['общеобразовательных', 'n', 'общеобразовательное'],
    ['молодых', 'm', 'молодой'],
    ['руководящим', 'm', 'руководящий'],
    ['управленческими', 'f', 'управленческая'],
  ] as const)('«%s» (%s) is kept as «%s»', (form, gender, nominative) => {
    expect(setTermAdjective(form, gender)).toBe(nominative);
  });

  it.each(['выездных', 'новых', 'отчетных', 'партнерских', 'всех'])('«%s» only describes and is dropped', (form) => {
    expect(setTermAdjective(form, 'm')).toBeNull();
  });

  it('look like adjectives in every case', () => {
    expect(['выездных', 'новая', 'отчетного', 'каждой', 'обученные'].every(looksLikeAdjective)).toBe(true);
    expect(['школ', 'договоров', 'и', 'семинар'].some(looksLikeAdjective)).toBe(false);
  });
});

it('any word is looked up without an error', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom('а', 'в', 'е', 'и', 'й', 'о', 'у', 'ы', 'х', 'ц', 'т', 'н', 'с', '-') }),
      ),
      (word) => {
        const noun = nounOf(word) ?? guessNoun(word);
        if (noun !== null) expect(noun.lemma.length).toBeGreaterThan(1);
        setTermAdjective(word, 'f');
      },
    ),
  );
});
