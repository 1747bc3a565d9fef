import type { Cohort } from '#mocks/lms/course-model.ts'
import type { StatisticsPlan } from './courses.ts'
import { changeSubsections } from './edges.ts'
import { type NamePool, type Person, givenFirst, parts } from './names.ts'
import { usualPolicy } from './policies.ts'

const FIRST: readonly Person[] = [
  ['نورة القحطاني', 'noura.q'],
  ['محمد عبد الرحمن بن سلمان الأنصاري', 'm.ansari'],
  ['שירה כהן־לוי', 'shira.cohen'],
  ['مریم حسینی', 'maryam.hosseini'],
  // Both directions in one name, figures, and nothing but Latin.
  ['ليلى Haddad (مجموعة 3)', 'layla.haddad'],
  ['Amara Okafor', 'amara.okafor'],
  [null, 'qari_samit'],
]

const POOLS: readonly NamePool[] = [
  {
    given: parts('أحمد/ahmad, ليلى/layla, يوسف/yusuf, هدى/huda, عمر/omar, سلمى/salma, خالد/khalid, ريم/reem'),
    family: parts(
      'الحربي/alharbi, المصري/almasri, حداد/haddad, بن علي/benali, الشامي/alshami, منصور/mansour, الزهراني/alzahrani',
    ),
    join: givenFirst,
  },
  {
    given: parts('נועה/noa, יונתן/yonatan, תמר/tamar, איתי/itai, מאיה/maya'),
    family: parts('לוי/levi, מזרחי/mizrahi, פרץ/peretz, ביטון/biton, אברהם/avraham'),
    join: givenFirst,
  },
  {
    given: parts('آرش/arash, شیرین/shirin, کاوه/kaveh, نرگس/narges'),
    family: parts('احمدی/ahmadi, کریمی/karimi, رضایی/rezaei, موسوی/mousavi'),
    join: givenFirst,
  },
]

const COHORTS: readonly Cohort[] = ['الاثنين صباحًا', 'الثلاثاء مساءً', 'عن بُعد', 'قائمة الانتظار'].map(
  (name, index) => ({ id: index + 1, name, assignmentType: 'manual' }),
)

const TYPES: Readonly<Record<string, readonly [type: string, shortLabel: string]>> = {
  Homework: ['واجب منزلي', 'واجب'],
  Lab: ['مختبر', 'مختبر'],
  'Midterm exam': ['اختبار نصفي', 'نصفي'],
  'Final exam': ['اختبار نهائي', 'نهائي'],
}

const TOPICS = [
  'وصف البيانات',
  'الاحتمال',
  'المتغيرات العشوائية',
  'التوزيع الطبيعي',
  'اختبار الفرضيات',
  'الانحدار',
]

/** An Arabic course: names of people, of the course, its parts, types and cohorts. */
export const RIGHT_TO_LEFT: Partial<StatisticsPlan> = {
  name: 'مقدمة في الإحصاء',
  people: { first: FIRST, pools: POOLS },
  cohorts: COHORTS,
  policy: (counts) => {
    const { rules, cutoffs } = usualPolicy(counts)
    return {
      rules: rules.map((one) => {
        const [type, shortLabel] = TYPES[one.type ?? ''] ?? [one.type, one.shortLabel]
        return { ...one, type, shortLabel }
      }),
      cutoffs,
    }
  },
  arrange: (chapters) =>
    changeSubsections(chapters, (one) => {
      const [type] = TYPES[one.format ?? ''] ?? []
      const number = /\d+/.exec(one.name)?.[0]
      return { ...one, format: type ?? one.format, name: [type ?? 'قراءة', number].filter(Boolean).join(' ') }
    }).map((chapter, index) => ({ ...chapter, name: `${index + 1}. ${TOPICS[index % TOPICS.length]}` })),
}
