import type { Resolvers } from '#mocks/asked.ts'
import { signedIn } from '#mocks/lms/access.ts'
import { enrolmentsOf } from '#mocks/lms/courses.ts'
import { userOf } from '#mocks/lms/schoology/user-grades.ts'
import type { user } from '#src/lms/schoology/endpoints-users.ts'
import { nameOf } from './present.ts'

/** User, `users/{id}` and `users/me`: everybody may look anybody up; e-mail addresses are for staff and oneself. */
export const userResolvers: Resolvers<{ user: typeof user }> = {
  user: ({ school, caller, path }) => {
    const account = signedIn(caller, 'Authentication is required.')
    const found = userOf(school, account, path.userId)
    const mayWrite = account.globalStaff || account.id === found.id
    const wire = {
      uid: String(found.id),
      id: found.id,
      school_id: 344_232,
      synced: 0,
      school_uid: enrolmentsOf(school, found).find(({ externalKey }) => externalKey)?.externalKey ?? '',
      building_id: 344_232,
      name_title: '',
      name_title_show: 0,
      ...nameOf(found),
      name_first_preferred: '',
      name_middle: '',
      name_middle_show: 0,
      username: found.username,
      primary_email: mayWrite ? found.email : '',
      picture_url: 'https://app.schoology.com/images/default_user.gif',
      gender: null,
      position: null,
      grad_year: '',
      tz_offset: 0,
      tz_name: 'Africa/Abidjan',
      parents: null,
      child_uids: null,
    }
    return wire
  },
}
