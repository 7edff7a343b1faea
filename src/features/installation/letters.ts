import type { Letter } from '#platform/mail/mail.ts';

/** The letter with the one-time link by which a person sets a password. Letters are in Russian. */
export function passwordLetter(
  origin: string,
  { email, name, token }: { readonly email: string; readonly name: string; readonly token: string },
): Letter {
  return {
    to: email,
    subject: 'Опора: пароль для входа',
    text: `Здравствуйте, ${name}!

Чтобы задать пароль для входа в «Опору», откройте ссылку:
${origin}/password/${encodeURIComponent(token)}

Ссылка действует один раз и недолго. Если вы не просили о ней, ничего делать не нужно: пароль останется прежним.
`,
  };
}
