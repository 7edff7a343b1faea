import type { OutputFailure } from '#cli/papers/output-file.ts';
import type { Rendering } from '#features/papers/render-plan.server.ts';
import type { PlanFault } from '#features/papers/forms.ts';
import type { Locale } from '#platform/i18n/locale.ts';

export type RenderMessages = {
  readonly faults: { readonly [Code in PlanFault['code']]: (fault: Extract<PlanFault, { code: Code }>) => string };
  readonly outputs: Readonly<Record<OutputFailure, string>>;
  readonly refusals: Readonly<Record<Extract<Rendering, { ok: false }>['error']['code'], string>>;
  readonly tooLarge: (megabytes: number) => string;
};

export function renderMessages(locale: Locale): RenderMessages {
  return { ru: RU, en: EN }[locale];
}

const RU: RenderMessages = {
  faults: {
    'not-json': () => 'это не JSON: нужен план, который вывела команда opora parse --json',
    'no-plan': () => 'это не план: нужен один объект JSON; из нескольких планов сделайте несколько файлов',
    missing: ({ place }) => `в плане нет «${place}»`,
    'wrong-shape': ({ place, found }) => `план записан неверно в «${place}»: там ${found}`,
  },
  outputs: {
    'no-folder': 'Такой папки нет: создайте её или укажите другую.',
    'is-folder': 'Это папка: укажите имя файла.',
    forbidden: 'Нет права писать сюда: укажите другое место.',
    'no-room': 'На диске нет места: освободите его или укажите другое место.',
    'not-written': 'Файл не записался: укажите другое место.',
  },
  refusals: {
    'no-typesetter': 'PDF на таком компьютере не делается (нужен Linux x64): сделайте DOCX и сохраните его как PDF.',
  },
  tooLarge: (megabytes) => `файл больше ${megabytes} МБ: это не план`,
};

const EN: RenderMessages = {
  faults: {
    'not-json': () => 'this is no JSON: a plan as opora parse --json prints it is needed',
    'no-plan': () => 'this is no plan: one JSON object is needed; make a file of each of several plans',
    missing: ({ place }) => `the plan has no "${place}"`,
    'wrong-shape': ({ place, found }) => `the plan is wrong at "${place}": ${found} stands there`,
  },
  outputs: {
    'no-folder': 'There is no such folder: make it or name another.',
    'is-folder': 'This is a folder: name a file.',
    forbidden: 'No right to write here: name another place.',
    'no-room': 'The disk is full: make room or name another place.',
    'not-written': 'The file could not be written: name another place.',
  },
  refusals: {
    'no-typesetter': 'PDF cannot be made on such a computer (Linux x64 is needed): make a DOCX and save it as PDF.',
  },
  tooLarge: (megabytes) => `the file is larger than ${megabytes} MB: this is no plan`,
};
