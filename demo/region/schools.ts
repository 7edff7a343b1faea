import { chanceOf, type Chance } from '#demo/orders/chance.ts';
import { inn, ogrn, schoolCode, vprLogin } from '#demo/region/codes.ts';
import { DOMAIN, organization } from '#demo/region/organization.ts';
import { passportOf } from '#demo/region/passports.ts';
import type { Codes, DemonstrationOrganization } from '#demo/region/region-types.ts';
import { namesOfBranch, namesOfSchool } from '#demo/region/school-names.ts';
import { schoolPlans, type SchoolPlan } from '#demo/region/school-plans.ts';
import { MUNICIPALITIES } from '#demo/region/words/municipalities.ts';
import { addressIn, placeOf } from '#demo/region/words/streets.ts';

/** A legal person before 2002 was entered into the register in that year. */
const FIRST_YEAR_OF_REGISTER = 2002;

/** All schools of the region, municipality by municipality, head schools before their branches. */
export function schools(seed: number): DemonstrationOrganization[] {
  const made: DemonstrationOrganization[] = [];
  MUNICIPALITIES.forEach((municipality, index) => {
    const chance = chanceOf(seed * 100 + index);
    const legalPersons: { school: DemonstrationOrganization; plan: SchoolPlan }[] = [];
    schoolPlans(municipality, chance).forEach((plan, position) => {
      const place = { serial: position + 1, login: made.length + 1, taxOffice: index + 1 };
      if (plan.branch) {
        const { school: head } = chance.pick(legalPersons.filter((each) => mayHaveBranches(each.plan)));
        made.push(branchOf(head, plan, place, chance));
        return;
      }
      const school = schoolOf(plan, place, chance);
      legalPersons.push({ school, plan });
      made.push(school);
    });
  });
  return made;
}

/** The number of a school in its municipality and in the region, and of the tax office where it is registered. */
type Serials = { readonly serial: number; readonly login: number; readonly taxOffice: number };

function mayHaveBranches({ type, central }: SchoolPlan): boolean {
  return type === 'secondary' && !central;
}

function schoolOf(plan: SchoolPlan, serials: Serials, chance: Chance): DemonstrationOrganization {
  const { municipality } = plan;
  const names = namesOfSchool(plan);
  const foundedIn = chance.whole(1928, plan.central ? 2019 : 1988);
  const codes: Codes = {
    ...ownCodes(plan, serials),
    inn: inn(serials.taxOffice, 1000 + serials.serial),
    ogrn: ogrn(Math.max(FIRST_YEAR_OF_REGISTER, foundedIn), serials.taxOffice, 1000 + serials.serial),
  };
  return organization({
    ...commonOf(plan, codes, serials, foundedIn, chance),
    ...names,
    parentKey: municipality.key,
    founderKey: plan.legalForm === 'state' ? 'ministry' : `${municipality.key}_authority`,
  });
}

function branchOf(
  head: DemonstrationOrganization,
  plan: SchoolPlan,
  serials: Serials,
  chance: Chance,
): DemonstrationOrganization {
  const foundedIn = chance.whole(1935, 1988);
  const codes: Codes = { ...ownCodes(plan, serials), inn: head.codes.inn, ogrn: head.codes.ogrn };
  return organization({
    ...commonOf(plan, codes, serials, foundedIn, chance),
    ...namesOfBranch(plan, head),
    parentKey: head.key,
    founderKey: head.founderKey,
    isBranch: true,
  });
}

function ownCodes({ municipality }: SchoolPlan, { serial, login }: Serials): Codes {
  return {
    municipality: null,
    school: schoolCode(municipality.code, serial),
    vprLogin: vprLogin(login),
    inn: null,
    ogrn: null,
  };
}

function commonOf(plan: SchoolPlan, codes: Codes, { login, taxOffice }: Serials, foundedIn: number, chance: Chance) {
  const { municipality, settlement } = plan;
  const place = placeOf(settlement);
  const district = municipality.type === 'city-okrug' ? null : municipality.name;
  return {
    key: `school_${codes.school ?? ''}`,
    municipalityKey: municipality.key,
    kind: 'school' as const,
    level: 'school' as const,
    codes,
    address: addressIn(settlement, district, taxOffice, chance),
    place,
    email: `${vprLogin(login)}@${DOMAIN}`,
    site: `https://${vprLogin(login)}.${DOMAIN}`,
    foundedOn: `${foundedIn}-09-01` as const,
    schoolType: plan.type,
    passport: passportOf({ type: plan.type, place, central: plan.central, foundedIn }, chance),
  };
}
