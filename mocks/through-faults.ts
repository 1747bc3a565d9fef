import { type Call, faults, pause } from './faults.ts'
import type { World } from './world.ts'

/** Waits as long as the world's latency says: all else is looked at after it, as it is then. */
export function throughLatency(world: World, signal: AbortSignal): Promise<void> {
  return pause(world.options.latency ?? 0, signal)
}

/** Answers a call as the world's active faults let it. */
export async function throughFaults(
  world: World,
  call: Call,
  answer: () => Promise<Response>,
): Promise<Response> {
  const names = [...world.faults].filter((name) => faults[name].hits(call))
  world.host.log?.note(call.signal, { endpoint: call.endpoint, faults: names })
  const active = names.map((name) => faults[name])
  for (const { before } of active) {
    const instead = await before?.(call, world.faultMemory)
    if (instead) return instead
  }
  let response = await answer()
  for (const { after } of active) response = (await after?.(response, call)) ?? response
  return response
}
