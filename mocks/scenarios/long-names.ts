import type { Cohort } from '#mocks/lms/course-model.ts'
import type { StatisticsPlan } from './courses.ts'
import { changeSubsections } from './edges.ts'
import { type Person, givenFirst, parts } from './names.ts'
import { usualPolicy } from './policies.ts'

const FIRST: readonly Person[] = [
  ['Amara Chukwuemeka-Oluwaseun Okafor of the Western Extension Campus', 'amara.okafor'],
  [
    'Maria da Conceição Isabel Francisca Josefa Antónia de Bragança e Albuquerque Cavalcanti',
    'conceicao.de.braganca.e.albuquerque.cavalcanti',
  ],
  // No place where a line may break.
  ['Keihanaikukauakahihuliheekahaunaelekamakanikaikoaleleohawaiinui', 'keihanaikukauakahihuliheekahaunaele'],
]

const LONG = parts(
  'Maximiliane-Alexandrine, Bartholomäus-Ferdinand, Wilhelmina-Charlotte, Konstantinos-Theodoros',
)
const FAMILIES = parts(
  'von Hohenzollern-Sigmaringen und Nellenburg, Papadimitrakopoulou-Konstantinidou, Featherstonehaugh-Cholmondeley, Venkatanarasimharajuvaripeta',
)

/** One of a real course, and as much again. */
const TOPIC =
  'Sampling distributions, the central limit theorem, and why averages behave better than single measurements do'

const COHORTS: readonly Cohort[] = Array.from({ length: 6 }, (_, index) => ({
  id: index + 1,
  name: `Section ${index + 1} of the evening programme for working professionals at the Western Extension Campus`,
  assignmentType: 'manual',
}))

function longType(type: string | null): string | null {
  return type && `${type} with written reflection and peer discussion`
}

/** Everything that has a name has a long one. */
export const LONG_NAMES: Partial<StatisticsPlan> = {
  name: 'Introduction to Statistics for the Behavioural, Environmental and Life Sciences, with Applications in Public Policy',
  people: { first: FIRST, pools: [{ given: LONG, family: FAMILIES, join: givenFirst }] },
  cohorts: COHORTS,
  policy: (counts) => {
    const { rules, cutoffs } = usualPolicy(counts)
    return {
      rules: rules.map((one) => ({
        ...one,
        type: longType(one.type),
        shortLabel: `${one.shortLabel} (written)`,
      })),
      cutoffs: cutoffs.map(({ letter, from }) => ({ letter: `${letter}: with distinction`, from })),
    }
  },
  arrange: (chapters) =>
    changeSubsections(chapters, (one) => ({
      ...one,
      format: longType(one.format),
      name: `${one.name}: ${TOPIC}`,
    })).map((chapter) => ({ ...chapter, name: `${chapter.name}. ${TOPIC}` })),
}
