import type { Resolvers } from '#mocks/asked.ts'
import { openSection } from '#mocks/lms/schoology/access.ts'
import type { GradingScale } from '#mocks/lms/schoology/scales.ts'
import type {
  gradingCategories,
  gradingPeriods,
  gradingScales,
} from '#src/lms/schoology/endpoints-sections.ts'
import { selfOf } from './pages.ts'
import { localTime } from './present.ts'

/** How a section is graded: categories, periods, scales. None of these is paged. */
export const gradingResolvers: Resolvers<{
  gradingCategories: typeof gradingCategories
  gradingPeriods: typeof gradingPeriods
  gradingScales: typeof gradingScales
}> = {
  gradingCategories: ({ school, caller, path }) => {
    const { setup } = openSection(school, caller, path.sectionId)
    return {
      grading_category: setup.categories.map((category, delta) => ({
        id: category.id,
        title: category.title,
        delta,
        calculation_type: category.calculationType,
        default_max_points: 100,
        default_grading_scale_id: 0,
        drop_lowest: category.dropLowest,
        ...(setup.weighted ? { weight: String(category.weight) } : {}),
      })),
    }
  },

  gradingPeriods: ({ school, caller, path, url }) => {
    const { setup } = openSection(school, caller, path.sectionId)
    return {
      grading_period: setup.periods.map(({ id, title, weight, start, end }) => ({
        id,
        title,
        weight,
        start: localTime(start),
        end: localTime(end),
      })),
      links: { self: selfOf(url) },
    }
  },

  gradingScales: ({ school, caller, path, url }) => {
    const { setup } = openSection(school, caller, path.sectionId)
    return {
      grading_scale: setup.scales.map((scale) => ({
        id: scale.id,
        title: scale.title,
        type: scale.type,
        auto_averaging: scale.autoAveraging ? 1 : 0,
        hide_numeric: scale.hideNumeric ? 1 : 0,
        scale: { level: levelsOf(scale) },
      })),
      links: { self: selfOf(url) },
    }
  },
}

/** From the lowest letter up, from the most points down: as the documents have them. */
function levelsOf(scale: GradingScale) {
  if (scale.type === 3) return scale.levels.map(({ points, description }) => ({ points, description }))
  return scale.levels
    .toSorted((one, other) => one.cutoff - other.cutoff)
    .map(({ grade, cutoff, average }) => ({ grade, cutoff, average: average ?? '' }))
}
