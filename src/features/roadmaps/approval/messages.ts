import type { Locale } from '#platform/i18n/locale.ts';
import { counted } from '#platform/i18n/plurals.ts';

export type ApprovalWords = {
  readonly title: string;
  readonly submit: string;
  readonly submitHint: string;
  readonly withdraw: string;
  readonly withdrawHint: string;
  readonly sendBack: string;
  readonly remark: string;
  readonly approve: string;
  readonly approveHint: string;
  readonly number: string;
  readonly date: string;
  readonly issuer: string;
  readonly signatory: string;
  readonly refused: string;
  readonly doubtsLeft: (count: number) => string;
  readonly faults: Readonly<Record<string, string>>;
  readonly refusals: Readonly<Record<string, string>>;
};

/** Words of submitting, returning and approving. */
export function approvalWords(locale: Locale): ApprovalWords {
  return WORDS[locale];
}

const WORDS: Record<Locale, ApprovalWords> = {
  ru: {
    title: 'Утверждение',
    submit: 'Отдать на утверждение',
    submitHint: 'Править строки станет нельзя, пока карту не вернут с замечаниями.',
    withdraw: 'Отозвать',
    withdrawHint: 'Черновик останется доступен для чтения, но утвердить его будет нельзя.',
    sendBack: 'Вернуть с замечаниями',
    remark: 'Что исправить',
    approve: 'Утвердить приказом',
    approveHint:
      'Утверждённая редакция не меняется: исправления вносит следующий приказ. Её увидят все, кто входит в Опору.',
    number: 'Номер приказа',
    date: 'Дата приказа',
    issuer: 'Кто издал',
    signatory: 'Кто подписал',
    refused: 'Не удалось',
    doubtsLeft: (count) =>
      `${counted('ru', count, { one: 'строка ещё требует', few: 'строки ещё требуют', other: 'строк ещё требуют' })} взгляда: проверьте их, затем повторите.`,
    faults: { needed: 'Заполните поле.', day: 'Укажите день.', 'too-long': 'Слишком длинно.' },
    refusals: {
      forbidden: 'На это нет прав.',
      'not-found': 'Нет редакции, над которой идёт работа.',
      'changed-by-someone-else': 'Карту только что изменил кто-то другой. Прочитайте её заново и повторите.',
      'roadmap.state': 'В нынешнем состоянии карты это невозможно.',
    },
  },
  en: {
    title: 'Approval',
    submit: 'Send to be approved',
    submitHint: 'Rows cannot be changed any more, unless the road map is returned with remarks.',
    withdraw: 'Withdraw',
    withdrawHint: 'The draft stays readable, but it cannot be approved any more.',
    sendBack: 'Return with remarks',
    remark: 'What is to be mended',
    approve: 'Approve by an order',
    approveHint:
      'An approved version does not change: the next order amends it. Everyone who signs in to Opora will see it.',
    number: 'Number of the order',
    date: 'Date of the order',
    issuer: 'Issued by',
    signatory: 'Signed by',
    refused: 'It could not be done',
    doubtsLeft: (count) =>
      `${counted('en', count, { one: 'row still needs', other: 'rows still need' })} a look: check them, then try again.`,
    faults: { needed: 'Fill in this field.', day: 'Give a day.', 'too-long': 'Too long.' },
    refusals: {
      forbidden: 'You may not do this.',
      'not-found': 'There is no version that is worked on.',
      'changed-by-someone-else': 'Somebody else has just changed the road map. Read it again and repeat.',
      'roadmap.state': 'The road map is in a state in which this cannot be done.',
    },
  },
};
