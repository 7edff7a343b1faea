import type { Letter } from '#platform/mail/mail.ts';

/** Why a letter with a link to set a password goes out. */
export type LetterKind = 'invitation' | 'password';

type Addressee = { readonly email: string; readonly name: string; readonly token: string };

/** The letter with the one-time link by which a person sets a password. Letters are in Russian. */
export function passwordLetter(kind: LetterKind, origin: string, { email, name, token }: Addressee): Letter {
  const link = `${origin}/password/${encodeURIComponent(token)}`;
  const { subject, body } = kind === 'invitation' ? invitation(origin, link) : reset(link);
  return { to: email, subject, text: `Здравствуйте, ${name}!\n\n${body}` };
}

function invitation(origin: string, link: string): { subject: string; body: string } {
  return {
    subject: 'Опора: приглашение',
    body: `Вас пригласили в «Опору» — рабочую систему поддержки школ региона (${origin}).

Чтобы начать, откройте ссылку и задайте пароль:
${link}

Ссылка действует один раз, 14 дней. Если она устарела, запросите новую: ${origin}/password
Если письмо попало к вам по ошибке, ничего делать не нужно.
`,
  };
}

function reset(link: string): { subject: string; body: string } {
  return {
    subject: 'Опора: пароль для входа',
    body: `Чтобы задать пароль для входа в «Опору», откройте ссылку:
${link}

Ссылка действует один раз, сутки. Если вы не просили о ней, ничего делать не нужно: пароль останется прежним.
`,
  };
}
