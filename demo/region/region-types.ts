/** Shapes of the demonstration region: flat lists whose rows name each other by keys. */

/** A day, `2026-09-01`. */
export type Day = `${number}-${number}-${number}`;

/**
 * Stable name of a row: small Latin letters, digits and `_` only, so that it may be a label of an `ltree` path. Does not
 * depend on the seed: `region`, `ministry`, `iro`, `zarechny`, `zarechny_authority`, `zarechny_methodical`,
 * `school_2080004` (code of the school), `person_07`, `low_results`.
 */
export type Key = string;

export type OrganizationKind = 'region' | 'municipality' | 'authority' | 'institute' | 'centre' | 'school' | 'partner';
export type OrganizationLevel = 'regional' | 'municipal' | 'school';
export type SchoolType = 'secondary' | 'basic' | 'primary' | 'gymnasium' | 'lyceum' | 'boarding' | 'evening';
export type MunicipalityType = 'city-okrug' | 'municipal-okrug' | 'district';
export type SettlementType = 'city' | 'work-settlement' | 'village' | 'hamlet' | 'settlement' | 'station';
export type PassportValue = number | boolean;

export type RoleCode =
  | 'administrator'
  | 'regional-coordinator'
  | 'analyst'
  | 'institute-staff'
  | 'municipal-coordinator'
  | 'school-coordinator'
  | 'curator'
  | 'controlling-head';

export type Settlement = {
  /** In the nominative, without its type: `Ольховка`. */
  readonly name: string;
  readonly type: SettlementType;
};

export type Address = {
  readonly postalCode: string;
  readonly settlement: Settlement;
  readonly street: string;
  readonly house: string;
  /** All of it as it stands on a letter. */
  readonly text: string;
};

/** What the outside world calls an organisation; `null` where such organisations have no such code. */
export type Codes = {
  /** Three digits of the municipality; municipalities only. */
  readonly municipality: string | null;
  /** Code of the school in exams: municipality and four digits of the school. */
  readonly school: string | null;
  /** Login for national check tests: `sch` and six digits. */
  readonly vprLogin: string | null;
  /** ИНН, ten digits. A branch has those of its head school: it is the same legal person. */
  readonly inn: string | null;
  /** ОГРН, thirteen digits; of branches as above. */
  readonly ogrn: string | null;
};

export type FormerName = {
  readonly name: string;
  readonly shortName: string;
  readonly from: Day;
  /** The last day on which it was so called. */
  readonly until: Day;
};

/** The name of a territory in the cases that papers need. */
export type TerritoryForms = { readonly genitive: string; readonly prepositional: string };

export type DemonstrationOrganization = {
  readonly key: Key;
  /** Only the region has none. Schools hang at their municipality, branches at their head school. */
  readonly parentKey: Key | null;
  /** The municipality it stands in; of a municipality itself its own key; `null` at the level of the region. */
  readonly municipalityKey: Key | null;
  readonly kind: OrganizationKind;
  readonly level: OrganizationLevel;
  readonly name: string;
  readonly shortName: string;
  /** First day of the present name. */
  readonly namedOn: Day;
  /** Oldest first; each ends the day before the next begins. */
  readonly formerNames: readonly FormerName[];
  /**
   * As people write it; with its territory in `organizationAliases`. Not unique in the region: there is a «школа 5» in
   * many a town.
   */
  readonly aliases: readonly string[];
  readonly codes: Codes;
  readonly address: Address | null;
  readonly place: 'urban' | 'rural' | null;
  readonly email: string | null;
  readonly site: string | null;
  readonly foundedOn: Day;
  /** The last day of its work. */
  readonly closedOn: Day | null;
  /** Who goes on with its work; `null` with `closedOn`: it was closed for good. */
  readonly successorKey: Key | null;
  /** Who founded the school: the education office, or the ministry for state boarding schools. */
  readonly founderKey: Key | null;
  readonly schoolType: SchoolType | null;
  readonly municipalityType: MunicipalityType | null;
  readonly isBranch: boolean;
  readonly forms: TerritoryForms | null;
  /** By keys of `passportFields`; empty for all but schools. */
  readonly passport: Readonly<Record<string, PassportValue>>;
};

export type PassportField = {
  /** Small Latin letters and `_`. */
  readonly key: string;
  readonly type: 'number' | 'boolean';
  readonly unit: { readonly ru: string; readonly en: string } | null;
  readonly title: { readonly ru: string; readonly en: string };
};

/** What an abbreviation means to the people of a territory; the nearest territory upwards wins. */
export type Abbreviation = {
  readonly territoryKey: Key;
  readonly abbreviation: string;
  readonly meaning: string;
  /** What it names: an organisation or a group, never both. */
  readonly organizationKey: Key | null;
  readonly groupKey: Key | null;
};

/** Words that mean an organisation to the people of a territory: its aliases and abbreviations together. */
export type OrganizationAlias = {
  readonly territoryKey: Key;
  readonly words: string;
  readonly organizationKey: Key;
};

export type Basis = { readonly issuerKey: Key; readonly number: string; readonly date: Day };

export type ExecutorGroup = {
  readonly key: Key;
  readonly ownerKey: Key;
  readonly name: string;
  /** Unique among the groups of its owner. */
  readonly shortName: string;
  /** Other ways to write it. */
  readonly aliases: readonly string[];
  /** All schools of its owner belong to it, later ones too: its rows of members add nothing. */
  readonly holdsAllSchools: boolean;
  /** `computed`: its members follow from facts about organisations; `listed`: an order names them. */
  readonly membership: 'computed' | 'listed';
  readonly basis: Basis | null;
};

export type GroupMember = {
  readonly groupKey: Key;
  readonly organizationKey: Key;
  readonly from: Day;
  /** The last day of membership. */
  readonly until: Day | null;
};

export type PersonName = {
  readonly surname: string;
  readonly givenName: string;
  readonly patronymic: string;
  readonly gender: 'female' | 'male';
};

/** Somebody with an account. */
export type DemonstrationPerson = PersonName & {
  readonly key: Key;
  readonly email: string;
  readonly organizationKey: Key;
  readonly position: string;
};

/** A role in a place, with its days. */
export type RoleAssignment = {
  readonly personKey: Key;
  readonly role: RoleCode;
  readonly organizationKey: Key;
  readonly from: Day;
  readonly until: Day | null;
  /** Whom the person stands in for. */
  readonly substitutesKey: Key | null;
  readonly basis: Basis | null;
};

/** Who heads an organisation: known to the system, with or without an account. */
export type HeadPosition = {
  readonly organizationKey: Key;
  readonly holder: PersonName;
  readonly title: string;
  readonly from: Day;
  readonly until: Day | null;
  readonly personKey: Key | null;
};

export type DemonstrationRegion = {
  readonly year: number;
  /** Parents before children. */
  readonly organizations: readonly DemonstrationOrganization[];
  readonly passportFields: readonly PassportField[];
  readonly abbreviations: readonly Abbreviation[];
  /** Each territory, words and organisation once; the same words may mean several organisations of a territory. */
  readonly organizationAliases: readonly OrganizationAlias[];
  readonly groups: readonly ExecutorGroup[];
  readonly groupMembers: readonly GroupMember[];
  readonly people: readonly DemonstrationPerson[];
  readonly roles: readonly RoleAssignment[];
  readonly heads: readonly HeadPosition[];
  /** For each role the person who shows it: has this role only, in one place, without an end. */
  readonly exemplars: Readonly<Record<RoleCode, Key>>;
};
