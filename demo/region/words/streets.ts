import type { Chance } from '#demo/orders/chance.ts';
import type { Address, Settlement, SettlementType } from '#demo/region/region-types.ts';
import { REGION_NAME } from '#demo/region/words/municipalities.ts';

const STREETS = [
  ...['ул. Центральная', 'ул. Школьная', 'ул. Садовая', 'ул. Лесная', 'ул. Молодёжная', 'ул. Набережная', 'ул. Новая'],
  ...['ул. Советская', 'ул. Мира', 'ул. Солнечная', 'ул. Рабочая', 'ул. Зелёная', 'ул. Луговая', 'ул. Речная'],
  ...['ул. Первомайская', 'ул. Октябрьская', 'ул. Комсомольская', 'ул. Полевая', 'ул. Берёзовая', 'ул. Строителей'],
  ...['пер. Школьный', 'пер. Тихий', 'пер. Садовый', 'ул. Победы', 'ул. Озёрная', 'ул. Юбилейная', 'ул. Дружбы'],
] as const;
const TOWN_STREETS = [
  ...['пр-кт Мира', 'пр-кт Строителей', 'ул. Заводская', 'ул. Вокзальная', 'ул. Театральная', 'ул. Машиностроителей'],
  ...['ул. Геологов', 'ул. Космонавтов', 'ул. Парковая', 'б-р Молодёжный', 'ул. Учительская', 'ул. Университетская'],
  ...[
    'ул. Энергетиков',
    'ул. Кирпичная',
    'ул. Сибирская',
    'ул. Фабричная',
    'ул. Ясная',
    'пр-кт Победы',
    'ул. Весенняя',
  ],
] as const;

const SHORT_TYPE: Readonly<Record<SettlementType, string>> = {
  city: 'г.',
  'work-settlement': 'р. п.',
  village: 'с.',
  hamlet: 'д.',
  settlement: 'п.',
  station: 'ст.',
};

/** `с. Ольховка`. */
export function settlementText({ type, name }: Settlement): string {
  return `${SHORT_TYPE[type]} ${name}`;
}

/** Towns and work settlements count as urban, as the census has it. */
export function placeOf({ type }: Settlement): 'urban' | 'rural' {
  return type === 'city' || type === 'work-settlement' ? 'urban' : 'rural';
}

/**
 * An address by chance. `district` is left out for the towns that are municipalities themselves. No post office of Russia
 * has an index that begins with 960.
 */
export function addressIn(settlement: Settlement, district: string | null, taxOffice: number, chance: Chance): Address {
  const street = chance.pick(settlement.type === 'city' && chance.happens(0.6) ? TOWN_STREETS : STREETS);
  const house = `${chance.whole(1, settlement.type === 'city' ? 140 : 60)}${chance.happens(0.12) ? 'а' : ''}`;
  const postalCode = `960${String(taxOffice * 9 + chance.whole(0, 8)).padStart(3, '0')}`;
  const text = [postalCode, REGION_NAME, district, settlementText(settlement), street, `д. ${house}`]
    .filter((part) => part !== null)
    .join(', ');
  return { postalCode, settlement, street, house, text };
}
