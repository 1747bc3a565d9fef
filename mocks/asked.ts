import type { z } from 'zod/mini'
import type { Caller, Persona } from '#mocks/lms/model.ts'
import type { School } from '#mocks/lms/store.ts'
import type { Endpoint, PathOf, RawQueryOf, WireOf } from '#src/lms/endpoint.ts'
import type { Reply } from './answer.ts'
import type { World } from './world.ts'

/** What a resolver is asked. */
export interface Asked<E extends Endpoint> {
  readonly school: School
  readonly world: World
  /** Who is asking; null for nobody. */
  readonly caller: Caller
  /** The same by the name under which one signs in. */
  readonly persona: Persona
  readonly url: URL
  readonly headers: Headers
  /** Decoded. */
  readonly path: PathOf<E>
  /** Raw texts: real servers differ in how they take malformed ones. Only names of the contract. */
  readonly query: RawQueryOf<E>
  /**
   * The body as JSON, unchecked, for operations that take items one by one. Undefined where it is empty.
   * @throws {Refusal} 415, 400 or a crash
   */
  readonly json: () => unknown
  /** The body as text, for what is neither JSON nor a form. */
  readonly text: string
  /**
   * The body as a form, files included.
   * @throws {Refusal} 415 for another media type, 400 for a broken form
   */
  readonly form: () => Promise<FormData>
  /**
   * The body as the contract has it.
   * @throws {Refusal} as `json`, and 400 naming the first field that is wrong
   */
  readonly body: () => z.output<NonNullable<E['body']>>
}

type MaybePromise<T> = T | Promise<T>

/** Answers one operation: the body as it travels, or with a status of its own; a `Response` for what is no JSON. */
type Resolver<E extends Endpoint> = (asked: Asked<E>) => MaybePromise<WireOf<E> | Reply<WireOf<E>> | Response>

export type Contract = Readonly<Record<string, Endpoint>>

/** One resolver for each endpoint of a contract: a forgotten one does not compile. */
export type Resolvers<C extends Contract> = { readonly [Name in keyof C]: Resolver<C[Name]> }
