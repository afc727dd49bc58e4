/** One call to one conference, and the interface that plugins and pages know by this name. */
export class PexRTC {
  uuid: string | null = null;
}
