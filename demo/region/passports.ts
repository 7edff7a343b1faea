import type { Chance } from '#demo/orders/chance.ts';
import type { PassportField, PassportValue, SchoolType } from '#demo/region/region-types.ts';

type Measured = Pick<PassportField, 'type' | 'unit'>;

const COUNT: Measured = { type: 'number', unit: null };
const KILOMETRES: Measured = { type: 'number', unit: { ru: 'км', en: 'km' } };
const MEGABITS: Measured = { type: 'number', unit: { ru: 'Мбит/с', en: 'Mbit/s' } };
const YES_NO: Measured = { type: 'boolean', unit: null };

/** What is asked of every school. Counts only, never a child. */
export const PASSPORT_FIELDS: readonly PassportField[] = [
  field('pupils', COUNT, 'Обучающихся', 'Pupils'),
  field('classes', COUNT, 'Классов-комплектов', 'Classes'),
  field('shifts', COUNT, 'Смен', 'Shifts'),
  field('capacity', COUNT, 'Проектная мощность, мест', 'Places by design'),
  field('teachers', COUNT, 'Учителей', 'Teachers'),
  field('young_teachers', COUNT, 'Учителей со стажем до 3 лет', 'Teachers in their first 3 years'),
  field('experienced_teachers', COUNT, 'Учителей с высшей категорией', 'Teachers of the highest category'),
  field('vacancies', COUNT, 'Вакансий учителей', 'Vacancies for teachers'),
  field('psychologists', COUNT, 'Педагогов-психологов', 'Psychologists'),
  field('special_needs_pupils', COUNT, 'Обучающихся с ОВЗ', 'Pupils with special needs'),
  field(
    'other_language_pupils',
    COUNT,
    'Обучающихся, для которых русский не родной',
    'Pupils with another mother tongue',
  ),
  field('bused_pupils', COUNT, 'Обучающихся на подвозе', 'Pupils who come by school bus'),
  field('distance_to_centre', KILOMETRES, 'Расстояние до центра муниципалитета', 'Distance to the municipal centre'),
  field('internet_speed', MEGABITS, 'Скорость интернета', 'Internet speed'),
  field('computers', COUNT, 'Компьютеров для обучающихся', 'Computers for pupils'),
  field('building_year', COUNT, 'Год постройки здания', 'Year of the building'),
  field('growth_point', YES_NO, 'Центр «Точка роста»', 'A «growth point» centre'),
  field('gym', YES_NO, 'Спортивный зал', 'A gymnasium hall'),
  field('library', YES_NO, 'Библиотека', 'A library'),
];

/** How many pupils schools of a type have: in towns, in villages; how many years they teach. */
const SIZES: Readonly<
  Record<SchoolType, { urban: readonly [number, number]; rural: readonly [number, number]; grades: number }>
> = {
  secondary: { urban: [320, 1350], rural: [62, 290], grades: 11 },
  basic: { urban: [150, 380], rural: [22, 98], grades: 9 },
  primary: { urban: [90, 320], rural: [7, 38], grades: 4 },
  gymnasium: { urban: [520, 1280], rural: [260, 520], grades: 11 },
  lyceum: { urban: [480, 1220], rural: [240, 480], grades: 11 },
  boarding: { urban: [90, 240], rural: [70, 180], grades: 9 },
  evening: { urban: [60, 210], rural: [40, 90], grades: 4 },
};

/** What a passport depends on. */
export type PassportSubject = {
  readonly type: SchoolType;
  readonly place: 'urban' | 'rural';
  /** It stands in the centre of its municipality. */
  readonly central: boolean;
  readonly foundedIn: number;
};

/** A passport by chance, whose numbers agree with each other. */
export function passportOf(subject: PassportSubject, chance: Chance): Record<string, PassportValue> {
  const { type, place } = subject;
  const rural = place === 'rural';
  const [least, most] = SIZES[type][place];
  // Small schools are many, large ones few.
  const pupils = Math.round(least + (most - least) * chance.fraction() ** 1.4);
  const classes = Math.max(Math.min(SIZES[type].grades, Math.ceil(pupils / 4)), Math.ceil(pupils / (rural ? 19 : 26)));
  const teachers = Math.max(2, Math.round(classes * (type === 'primary' ? 1.1 : 1.35) + 2));
  const capacity = Math.ceil((pupils * (rural ? 1.1 + chance.fraction() : 0.7 + chance.fraction() * 0.5)) / 5) * 5;
  const crowded = !rural && pupils > capacity * 1.05;
  return {
    pupils,
    classes,
    shifts: crowded ? 2 : 1,
    capacity,
    teachers,
    young_teachers: chance.whole(0, Math.ceil(teachers * 0.2)),
    experienced_teachers: chance.whole(0, Math.ceil(teachers * (rural ? 0.3 : 0.5))),
    vacancies: chance.whole(0, chance.happens(0.6) ? 1 : 4),
    psychologists: rural ? chance.whole(0, 1) : chance.whole(0, 2),
    special_needs_pupils: Math.round(pupils * (type === 'boarding' ? 0.3 : 0.02 + chance.fraction() * 0.1)),
    other_language_pupils: Math.round(pupils * chance.fraction() ** 4 * 0.3),
    bused_pupils: rural && chance.happens(0.7) ? Math.round(pupils * chance.fraction() * 0.45) : 0,
    distance_to_centre: subject.central ? 0 : chance.whole(4, 96),
    internet_speed: rural ? chance.pick([1, 2, 10, 50, 50, 100]) : chance.pick([50, 100, 100, 200]),
    computers: Math.max(2, Math.round(pupils * (0.06 + chance.fraction() * 0.12))),
    building_year: Math.max(subject.foundedIn, 1936) + chance.whole(0, 8),
    growth_point: type !== 'evening' && type !== 'primary' && chance.happens(rural ? 0.45 : 0.15),
    gym: type !== 'evening' && (!rural || chance.happens(0.85)),
    library: chance.happens(rural ? 0.9 : 0.99),
  };
}

function field(key: string, { type, unit }: Measured, ru: string, en: string): PassportField {
  return { key, type, unit, title: { ru, en } };
}
