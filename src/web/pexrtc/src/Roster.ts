import type { ParticipantBody } from './wire';


/** Who is in the room, as the stream says. A full sync replaces it: who is not named again has left meanwhile. */
export class Roster {
  readonly list: Record<string, ParticipantBody> = {};
  #unnamed: Set<string> | undefined;

  get syncing(): boolean {
    return this.#unnamed !== undefined;
  }

  begin(): void {
    this.#unnamed = new Set(Object.keys(this.list));
  }

  put(participant: ParticipantBody): void {
    this.list[participant.uuid] = participant;
    this.#unnamed?.delete(participant.uuid);
  }

  remove(uuid: string): void {
    delete this.list[uuid];
    this.#unnamed?.delete(uuid);
  }

  /** Those who were here before the sync and are not any more. */
  end(): string[] {
    const gone = [...(this.#unnamed ?? [])];
    this.#unnamed = undefined;
    gone.forEach((uuid) => delete this.list[uuid]);
    return gone;
  }
}
