import { expect, test } from 'vitest';
import ConfirmTyped from '#ui/form/ConfirmTyped.svelte';
import FieldChoice from '#ui/form/FieldChoice.svelte';
import FieldChoices from '#ui/form/FieldChoices.svelte';
import FieldDate from '#ui/form/FieldDate.svelte';
import FieldFile from '#ui/form/FieldFile.svelte';
import FieldPassword from '#ui/form/FieldPassword.svelte';
import FieldSelect from '#ui/form/FieldSelect.svelte';
import FieldText from '#ui/form/FieldText.svelte';
import FieldTextarea from '#ui/form/FieldTextarea.svelte';
import FormErrors from '#ui/form/FormErrors.svelte';
import { markup } from '#ui/testing/markup.ts';

const DECISIONS = [
  { value: 'accept', label: 'Принять' },
  { value: 'return', label: 'Вернуть', hint: 'с замечанием' },
];

test('the label belongs to its field, and hint and error are read with it', () => {
  const html = markup(FieldText, {
    name: 'heads',
    label: 'Школ с договором',
    type: 'number',
    value: '8',
    unit: 'из 6',
    hint: 'По реестру 4',
    errors: ['В перечне 6 школ, указано 8.', 'Введите число от 0 до 6.'],
  });
  expect(html).toContain('<label for="field-heads">');
  expect(html).toMatch(/<input[^>]* id="field-heads"[^>]* aria-invalid="true"[^>]*>/u);
  expect(html).toContain('aria-describedby="field-heads-error field-heads-hint"');
  expect(html).toContain('<p class="hint" id="field-heads-hint">По реестру 4</p>');
  expect(html).toContain(
    '<p class="error" id="field-heads-error">В перечне 6 школ, указано 8. Введите число от 0 до 6.</p>',
  );
  expect(html).toMatch(/type="text"[^>]* inputmode="decimal"/u);
  expect(html).toContain('value="8"');
  expect(html).toContain('<span>из 6</span>');
});

test('a field without fault says nothing of faults; every field is to be filled in unless it says otherwise', () => {
  const needed = markup(FieldText, { name: 'city', label: 'Город' });
  expect(needed).not.toContain('aria-');
  expect(needed).toContain('required');
  const optional = markup(FieldText, { name: 'city', label: 'Town', optional: true }, 'en');
  expect(optional).not.toContain('required');
  expect(optional).toContain('Town <span class="optional">optional</span>');
});

test('what was typed comes back as text, never as markup', () => {
  const typed = '"><script>alert(1)</script>';
  for (const html of [
    markup(FieldText, { name: 'a', label: typed, value: typed, errors: [typed], hint: typed }),
    markup(FieldTextarea, { name: 'a', label: typed, value: `</textarea>${typed}` }),
    markup(FieldSelect, { name: 'a', label: 'Орган', choices: [{ value: typed, label: typed }], value: typed }),
    markup(FormErrors, { title: typed, errors: [{ field: 'a', message: typed }] }),
  ]) {
    expect(html).not.toContain('<script');
    expect(html).not.toContain('</textarea>"');
  }
});

test('a day is kept as it is stored', () => {
  const html = markup(FieldDate, { name: 'day', label: 'Дата визита', value: '2026-09-17', min: '2026-01-01' });
  expect(html).toMatch(/type="date"[^>]* value="2026-09-17"[^>]* min="2026-01-01"/u);
});

test('a select starts from no choice and keeps the one that was made', () => {
  const choices = [
    { value: 'a', label: 'Первая' },
    { value: 'b', label: 'Вторая', disabled: true },
  ];
  expect(markup(FieldSelect, { name: 's', label: 'Школа', choices })).toContain('<option value="" selected');
  const chosen = markup(FieldSelect, { name: 's', label: 'Школа', choices, value: 'a', empty: 'Любая' });
  expect(chosen).toMatch(/<option value="">Любая<\/option><option value="a" selected(?:="")?>Первая/u);
  expect(chosen).toMatch(/<option value="b" disabled(?:="")?>/u);
});

test('choices share a legend; one of them or several can be made', () => {
  const one = markup(FieldChoices, { name: 'd', label: 'Решение', choices: DECISIONS, values: ['return'] });
  expect(one).toContain('<legend>Решение</legend>');
  expect(one.match(/type="radio"/gu)).toHaveLength(2);
  expect(one).toMatch(/value="return" checked/u);
  expect(one).not.toMatch(/value="accept" checked/u);
  expect(one).toContain('id="field-d"');
  expect(one).toContain('id="field-d-2"');
  const wrong = markup(FieldChoices, { name: 'd', label: 'Роли', choices: DECISIONS, several: true, errors: ['Нет.'] });
  expect(wrong).toContain('<fieldset class="field" aria-describedby="field-d-error">');
  expect(wrong.match(/type="checkbox"[^>]* aria-invalid="true"/gu)).toHaveLength(2);
});

test('a box to tick stands inside its label', () => {
  const html = markup(FieldChoice, { name: 'all', label: 'Выйти везде', checked: true });
  expect(html).toMatch(
    /<label class="choice"><input id="field-all" type="checkbox"[^>]* checked(?:="")?\/?> Выйти везде/u,
  );
});

test('a password never comes back, and no button is there that needs scripts', () => {
  const html = markup(FieldPassword, { name: 'password', label: 'Пароль', autocomplete: 'current-password' });
  expect(html).toContain('type="password"');
  expect(html).toContain('autocomplete="current-password"');
  expect(html).not.toContain('value=');
  expect(html).not.toContain('<button');
});

test('a file is chosen with the field of the browser', () => {
  const html = markup(FieldFile, { name: 'sheet', label: 'Таблица школ', accept: '.xlsx', hint: 'XLSX, до 20 МБ' });
  expect(html).toMatch(/type="file" name="sheet" accept="\.xlsx"/u);
  expect(html).toContain('aria-describedby="field-sheet-hint"');
});

test('the summary of errors leads to each field and has the focus', () => {
  const html = markup(FormErrors, {
    errors: [{ field: 'heads', message: 'Введите число.' }, { message: 'Срок прошёл.' }],
  });
  expect(html).toContain('role="alert" tabindex="-1" autofocus');
  expect(html).toContain('<strong>Исправьте поля: 2</strong>');
  expect(html).toContain('<a href="#field-heads">Введите число.</a>');
  expect(markup(FormErrors, { errors: [{ field: 'heads', message: 'Wrong.' }] }, 'en')).toContain('One field needs');
  expect(markup(FormErrors, {})).toBe('');
});

test('what cannot be undone asks for its name to be typed, also without scripts', () => {
  const html = markup(ConfirmTyped, { expected: 'Боровская школа', submit: 'Закрыть школу' });
  expect(html).toContain('наберите «Боровская школа»');
  expect(html).toMatch(/name="confirmation"[^>]* required/u);
  expect(html).toMatch(/<button class="button" data-kind="danger">Закрыть школу<\/button>/u);
});
