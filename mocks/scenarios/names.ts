/** A learner as the school's lists have them: the name on the profile, and the username. */
export type Person = readonly [name: string | null, username: string]

/** The first learners of every course: names that a screen has to cope with, among ordinary ones. */
export const FIRST_LEARNERS: readonly Person[] = [
  ['Amara Okafor', 'amara.okafor'],
  ['Ada Lovelace-Byron', 'ada.lovelace'],
  ['Björn Þórsson', 'bjorn.thorsson'],
  ['Chen Wei', 'chen.wei'],
  ['نورة القحطاني', 'noura.q'],
  ['Dmitri Volkov', 'dmitri.volkov'],
  ['Émilie du Châtelet', 'emilie.du.chatelet'],
  ['Fatima Zahra Benali', 'fatima.benali'],
  ['Giulia Rossi', 'giulia.rossi'],
  ['Hana Kobayashi', 'hana.kobayashi'],
  ['Ibrahim Musa', 'ibrahim.musa'],
  ['João Pereira da Silva', 'joao.pereira'],
  ['Katarzyna Wójcik', 'katarzyna.wojcik'],
  ['Linh Nguyễn', 'linh.nguyen'],
  ['Mateo Fernández', 'mateo.fernandez'],
  // One word, no name at all, and the same name three times.
  ['Sutrisno', 'sutrisno'],
  [null, 'quiet_reader'],
  ['Maria Garcia', 'maria.garcia'],
  ['Maria Garcia', 'mgarcia77'],
  ['Maria Garcia', 'garcia.maria.91'],
  // Scripts from right to left, and without spaces.
  ['שירה כהן־לוי', 'shira.cohen'],
  ['مریم حسینی', 'maryam.hosseini'],
  ['محمد عبد الرحمن بن سلمان الأنصاري', 'm.ansari'],
  ['山田 さくら', 'yamada.sakura'],
  ['王秀英', 'wang.xiuying'],
  ['김서연', 'kim.seoyeon'],
  ['สมชาย วงศ์สวัสดิ์', 'somchai.w'],
  ['अनन्या शर्मा', 'ananya.sharma'],
  // Very long, very short.
  [
    'Maria da Conceição Isabel Francisca Josefa Antónia de Bragança e Albuquerque Cavalcanti',
    'conceicao.de.braganca.e.albuquerque',
  ],
  ['Rajapakse Mudiyanselage Nuwan Tharanga Bandara Wijesinghe', 'r.m.n.t.b.wijesinghe'],
  ['Keihanaikukauakahihuliheekahaunaele Mahi', 'janice.k.mahi'],
  ['Bo Li', 'bo'],
  // Marks that must arrive as they are.
  ['Siobhán O’Brien', 'siobhan.obrien'],
  ['Søren "Bo" Ö <ada@example.org> & Søn', 'soren_and_son'],
  ['=HYPERLINK("x")', 'equals.sign'],
  ['e. e. lightfoot', 'e.e.lightfoot'],
]

/** Given and family names of a region; all pairs of them are used. */
export interface NamePool {
  readonly given: readonly NamePart[]
  readonly family: readonly NamePart[]
  readonly join: (given: string, family: string) => string
}

/** A name as it is written, and its spelling in a username. */
type NamePart = readonly [written: string, latin: string]

/** As most of the world writes names. */
export const givenFirst: NamePool['join'] = (given, family) => `${given} ${family}`
const familyFirst: NamePool['join'] = (given, family) => `${family} ${given}`
const familyJoined: NamePool['join'] = (given, family) => family + given

/** Letters that are no accented form of another one. */
const BASE_LETTERS: Readonly<Record<string, string>> = { ø: 'o', Ø: 'O', ł: 'l', đ: 'd', Þ: 'Th' }

/** Reads a list of names; where a username spells one in another way, that stands behind a slash. */
export function parts(list: string): NamePart[] {
  return list.split(', ').map((entry) => {
    const [written = '', latin = written] = entry.split('/')
    const base = latin.replaceAll(/[øØłđÞ]/g, (letter) => BASE_LETTERS[letter] ?? letter)
    return [
      written,
      base
        .normalize('NFD')
        .replaceAll(/[^a-zA-Z]/g, '')
        .toLowerCase(),
    ]
  })
}

export const NAME_POOLS: readonly NamePool[] = [
  {
    given: parts('Chidi, Ngozi, Tunde, Folake, Emeka, Zainab, Kwame, Abena, Wanjiru, Thabo'),
    family: parts('Adeyemi, Eze, Balogun, Mensah, Kamau, Dlamini, Nwosu, Owusu, Mwangi, Abubakar'),
    join: givenFirst,
  },
  {
    given: parts('Luca, Chiara, Pablo, Lucía, Inês, Tiago, Camille, Théo, Sofía, Álvaro'),
    family: parts('Bianchi, Moretti, Jiménez, Núñez, Carvalho, Gonçalves, Lefèvre, Marchand, Ibáñez, Peña'),
    join: givenFirst,
  },
  {
    given: parts('Anneke, Lars, Ingrid, Jürgen, Käthe, Ole, Saoirse, Rhys, Freya, Håkon'),
    family: parts(
      'van den Berg, Müller, Lindqvist, Jørgensen, Schäfer, Byrne, Llewellyn, Nyström, de Vries, Ødegård',
    ),
    join: givenFirst,
  },
  {
    given: parts('Agnieszka, Tomáš, Zuzana, Mihai, Ioana, Eszter, Gábor, Jelena, Nikola, Žana'),
    family: parts(
      'Kowalczyk, Dvořák, Novák, Popescu, Ionescu, Szabó, Horváth, Petrović, Kovač, Brzęczyszczykiewicz',
    ),
    join: givenFirst,
  },
  {
    given: parts('Aarav, Ishaan, Priya, Meera, Rohan, Kavya, Imran, Nusrat, Sanjay, Lakshmi'),
    family: parts('Iyer, Reddy, Chatterjee, Patel, Khan, Rahman, Fernando, Gurung, Nair, Deshpande'),
    join: givenFirst,
  },
  {
    given: parts('Grace, Noah, Olivia, Ethan, Aaliyah, Liam, Hannah, Caleb, Naomi, Tane'),
    family: parts(
      'Whitfield, Nakamura-Jones, Begay, Robinson, Tremblay, Ngata, Sullivan, Castellanos, Abernathy, Kealoha',
    ),
    join: givenFirst,
  },
  {
    given: parts('Minh, Thảo, Quang, Hương, Ayu, Budi, Dewi, Rizal, Angelica, Jomar'),
    family: parts('Trần, Phạm, Võ, Bùi, Wibowo, Santoso, Hassan, Delos Reyes, Macaraeg, Siregar'),
    join: givenFirst,
  },
  {
    given: parts('أحمد/ahmad, ليلى/layla, يوسف/yusuf, هدى/huda, عمر/omar, سلمى/salma'),
    family: parts(
      'الحربي/alharbi, المصري/almasri, حداد/haddad, بن علي/benali, الشامي/alshami, منصور/mansour',
    ),
    join: givenFirst,
  },
  {
    given: parts('伟/wei, 芳/fang, 子涵/zihan, 浩然/haoran, 雨桐/yutong, 建国/jianguo'),
    family: parts('李/li, 张/zhang, 刘/liu, 陈/chen, 欧阳/ouyang, 黄/huang'),
    join: familyJoined,
  },
  {
    given: parts('陽菜/hina, 蓮/ren, 結衣/yui, 大翔/hiroto, さくら/sakura, 健太/kenta'),
    family: parts('佐藤/sato, 鈴木/suzuki, 高橋/takahashi, 渡辺/watanabe, 伊藤/ito, 中村/nakamura'),
    join: familyFirst,
  },
  {
    given: parts('Оксана/oksana, Андрій/andrii, Марко/marko, Ганна/hanna, Тарас/taras, Леся/lesia'),
    family: parts('Шевченко/shevchenko, Коваленко/kovalenko, Бондар/bondar, Мельник/melnyk, Ткач/tkach'),
    join: givenFirst,
  },
  {
    given: parts('Ελένη/eleni, Νίκος/nikos, Μαρία/maria, Γιώργος/giorgos, Δήμητρα/dimitra'),
    family: parts('Γεωργίου/georgiou, Ιωάννου/ioannou, Νικολάου/nikolaou, Χρήστου/christou'),
    join: givenFirst,
  },
]
