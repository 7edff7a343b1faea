import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinLines, vocabularyOf } from '#domain/language/hyphens.ts';
import { passageAt, type Passage } from '#domain/language/passage.ts';
import { growsLinearly } from '#tests/support/growth.ts';

function passagesOf(text: string): Passage[] {
  let from = 0;
  return text.split('\n').map((line) => {
    const passage = passageAt(line, from);
    from += line.length + 1;
    return passage;
  });
}

const joined = (text: string, document = ''): string =>
  joinLines(passagesOf(text), vocabularyOf(`${document}\n${text}`)).text;

describe('a word hyphenated at a line end', () => {
  test.each([
    ['семинар для руково-\nдителей школ', 'семинар для руководителей школ'],
    ['проведение монито-\nринга', 'проведение мониторинга'],
    ['повыше-\nние квалифика-\nции педаго-\nгов', 'повышение квалификации педагогов'],
    ['под-\nготовка обуча-\nющихся', 'подготовка обучающихся'],
    ['обще-\nобразовательных', 'общеобразовательных'],
    ['само-\nоценка, взаимо-\nдействие', 'самооценка, взаимодействие'],
    ['много-\nчисленных благо-\nприятных', 'многочисленных благоприятных'],
    ['право-\nнарушений', 'правонарушений'],
    ['по-\nэтому', 'поэтому'],
    ['соответствен-\nно', 'соответственно'],
    ['ОБРАЗОВА-\nТЕЛЬНЫХ ОРГАНИЗАЦИЙ', 'ОБРАЗОВАТЕЛЬНЫХ ОРГАНИЗАЦИЙ'],
    ['Монито-\nринг', 'Мониторинг'],
    ['руково\u00ad\nдителей', 'руководителей'],
    ['руково¬\nдителей', 'руководителей'],
    ['руково\u00adдителей', 'руководителей'],
  ])('%j is joined', (broken, whole) => expect(joined(broken)).toBe(whole));
});

describe('a date that a narrow column cut', () => {
  test.each([
    ['не позднее\n20.06.202\n6', 'не позднее 20.06.2026'],
    ['до 15.\n02.2026', 'до 15.02.2026'],
    ['до 15.02.\n2026 г.', 'до 15.02.2026 г.'],
    ['сентябрь 202\n6 года', 'сентябрь 2026 года'],
  ])('%j is joined', (broken, whole) => expect(joined(broken)).toBe(whole));

  test.each([
    ['пункт 4.\n12 школ', 'пункт 4. 12 школ'],
    ['не менее 20\n26 пар', 'не менее 20 26 пар'],
    ['до 20.06.2026\n3 школы', 'до 20.06.2026 3 школы'],
  ])('numbers that make no date stay apart: %j', (text, same) => expect(joined(text)).toBe(same));
});

describe('a hyphen that belongs to the word stays', () => {
  test.each([
    ['информационно-\nтелекоммуникационной', 'информационно-телекоммуникационной'],
    ['психолого-\nпедагогической', 'психолого-педагогической'],
    ['психолого-медико-\nпедагогической', 'психолого-медико-педагогической'],
    ['материально-\nтехнической', 'материально-технической'],
    ['нормативно-\nправовой', 'нормативно-правовой'],
    ['учебно-\nметодический', 'учебно-методический'],
    ['социально-\nэкономических', 'социально-экономических'],
    ['бизнес-\nплан', 'бизнес-план'],
    ['онлайн-\nконсультация', 'онлайн-консультация'],
    ['мастер-\nкласс', 'мастер-класс'],
    ['педагог-\nпсихолог', 'педагог-психолог'],
    ['школа-\nинтернат', 'школа-интернат'],
    ['план-\nграфик', 'план-график'],
    ['детей-\nинвалидов', 'детей-инвалидов'],
    ['март-\nноябрь', 'март-ноябрь'],
    ['Сентябрь-\nоктябрь', 'Сентябрь-октябрь'],
    ['2024-\n2025', '2024-2025'],
    ['Ростов-\nна-Дону', 'Ростов-на-Дону'],
    ['Санкт-\nПетербург', 'Санкт-Петербург'],
    ['что-\nто', 'что-то'],
    ['какие-\nлибо', 'какие-либо'],
    ['по-\nновому', 'по-новому'],
    ['во-\nпервых', 'во-первых'],
    ['ППМС-\nсопровождение', 'ППМС-сопровождение'],
    ['IT-\nкуб', 'IT-куб'],
    ['двух-\nтрёх', 'двух-трёх'],
    ['март –\nноябрь', 'март – ноябрь'],
    ['март–\nноябрь', 'март–ноябрь'],
  ])('%j', (broken, whole) => expect(joined(broken)).toBe(whole));

  test('because the document writes the compound elsewhere', () => {
    expect(joined('ресурсно-\nвыездной', 'ресурсно-выездной центр')).toBe('ресурсно-выездной');
  });
});

describe('what an earlier conversion left inside a line', () => {
  test('a hyphen in a word that the document writes whole is taken out', () => {
    expect(joined('методическая под-держка школ', 'поддержка школ')).toBe('методическая поддержка школ');
    expect(joined('анализ до-полнительного образования')).toBe('анализ дополнительного образования');
    expect(joined('образова-тельных результатов')).toBe('образовательных результатов');
  });

  test.each([
    'психолого-педагогический консилиум',
    'какой-либо школы по-новому',
    'учителя-предметники и педагоги-наставники',
    'вики-страница',
    'план-график на март-май',
    'ПП-консилиум',
    'клуб «Восток-Запад»',
  ])('%j stays as it is', (text) => expect(joined(text)).toBe(text));

  test('a space behind a hyphen is taken out', () => {
    expect(joined('коррекционно- развивающей помощи')).toBe('коррекционно-развивающей помощи');
    expect(joined('коррекционно- развивающей', 'коррекционную помощь, развивающий урок')).toBe(
      'коррекционно-развивающей',
    );
    expect(joined('информационно-\nразъяснительной и духовно- нравственной')).toBe(
      'информационно-разъяснительной и духовно-нравственной',
    );
    expect(joined('во- первых')).toBe('во-первых');
    expect(joined('для руково- дителей')).toBe('для руководителей');
    expect(joined('март- июль')).toBe('март-июль');
  });

  test('a dash that lost a space stays', () => {
    expect(joined('Наставник- это педагог')).toBe('Наставник- это педагог');
    expect(joined('школ- ЦО «Росток»')).toBe('школ- ЦО «Росток»');
    expect(joined('отвечает:\n- школа\n- центр')).toBe('отвечает: - школа - центр');
  });
});

describe('an address of a site', () => {
  test('is joined over lines and spaces', () => {
    expect(joined('на сайте http:// www.example.ru/ раздел')).toBe('на сайте http://www.example.ru/ раздел');
    expect(joined('на сайте https://example.ru/\nplans/2025')).toBe('на сайте https://example.ru/plans/2025');
    expect(joined('https://iro-zarechny.ru/long-\nname')).toBe('https://iro-zarechny.ru/long-name');
    expect(joined('www.example\n.ru')).toBe('www.example.ru');
  });

  test('does not swallow the words that follow it', () => {
    expect(joined('сайт https://example.ru/\nРазмещение материалов')).toBe(
      'сайт https://example.ru/ Размещение материалов',
    );
    expect(joined('сайт https://example.ru\n2 Семинар')).toBe('сайт https://example.ru 2 Семинар');
  });
});

describe('a word that a narrow column cut without a hyphen', () => {
  test('is joined where both halves are a word of the document', () => {
    expect(joined('сентябр\nь')).toBe('сентябрь');
    expect(joined('Ответственн\nые')).toBe('Ответственные');
    expect(joined('по согласован\nию')).toBe('по согласованию');
    expect(joined('Консультир\nование', 'консультирование учителей')).toBe('Консультирование');
  });

  test('is not joined with the next word', () => {
    expect(joined('для\nшкол')).toBe('для школ');
    expect(joined('план работы\nшколы')).toBe('план работы школы');
  });
});

test('joining keeps every letter and its place', () => {
  const line = fc
    .array(fc.constantFrom('а', 'Б', 'ю', '-', ' ', '\u00ad', '1', '/', '–', 'http://', 'но', 'март'))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const text = lines.join('\n');
      const passage = joinLines(passagesOf(text), vocabularyOf(text));
      const letters = (value: string): string => value.replace(/[^\p{L}\p{N}/:–]/gu, '');
      expect(letters(passage.text)).toBe(letters(text));
      expect(passage.at).toHaveLength(passage.text.length);
      passage.at.forEach((offset, index) => {
        if (offset >= 0 && passage.text[index] !== ' ') expect(text[offset]).toBe(passage.text[index]);
      });
    }),
  );
});

test('lines of a long cell are joined in linear time', () => {
  const words = vocabularyOf('');
  const join = (length: number): void => {
    joinLines(
      Array.from({ length }, () => passageAt('встреча классов с', 0)),
      words,
    );
  };
  expect(growsLinearly(join, 8_000)).toBe(true);
});

test('halves of words that a frame parts are no words of the document', () => {
  const words = vocabularyOf('| 2  | Повышение квалифи- | май |\n|    | кации педагогов    |     |');
  expect(joinLines([passageAt('Повышение квалифи-', 0), passageAt('кации педагогов', 40)], words).text).toBe(
    'Повышение квалификации педагогов',
  );
});
