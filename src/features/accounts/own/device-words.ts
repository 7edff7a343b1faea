import type { Locale } from '#platform/i18n/locale.ts';

/** A browser on a device in words, from how the browser presents itself: «Firefox, Windows». */
export function deviceWords(locale: Locale, userAgent: string): string {
  const browser = BROWSERS.find(([mark]) => mark.test(userAgent))?.[1];
  const system = SYSTEMS.find(([mark]) => mark.test(userAgent))?.[1];
  if (browser === undefined && system === undefined) return UNKNOWN[locale];
  return [browser, system].filter((part) => part !== undefined).join(', ');
}

/** Others name themselves beside Chrome and Safari, so these come last. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/YaBrowser\//u, 'Яндекс Браузер'],
  [/Edg(?:e|A|iOS)?\//u, 'Edge'],
  [/OPR\/|Opera/u, 'Opera'],
  [/SamsungBrowser\//u, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//u, 'Firefox'],
  [/Chromium\//u, 'Chromium'],
  [/Chrome\/|CriOS\//u, 'Chrome'],
  [/Safari\//u, 'Safari'],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/Android/u, 'Android'],
  [/iPhone|iPod/u, 'iPhone'],
  [/iPad/u, 'iPad'],
  [/Windows/u, 'Windows'],
  [/Mac OS X|Macintosh/u, 'macOS'],
  [/CrOS/u, 'ChromeOS'],
  [/Linux|X11/u, 'Linux'],
];

const UNKNOWN: Record<Locale, string> = { ru: 'неизвестное устройство', en: 'unknown device' };
