/** How one line does. The keys are as pages know them. */
export interface LineStatistics {
  readonly 'packets-sent'?: number;
  readonly 'packets-received'?: number;
  readonly 'packets-lost': number;
  readonly 'percentage-lost': string;
  readonly 'percentage-lost-recent': string;
  readonly bitrate: string;
  readonly codec: string;
  readonly framerate?: string;
  readonly resolution?: string;
}

type Lines = { readonly audio?: LineStatistics; readonly video?: LineStatistics; readonly presentation?: LineStatistics };

export interface MediaStatistics {
  readonly incoming: Lines;
  readonly outgoing: Lines;
}

/** What was counted at one moment, to tell how fast it grows. */
export type Sample = ReadonlyMap<string, { readonly at: number; readonly bytes: number; readonly packets: number; readonly lost: number }>;

/** The fields of the browser's reports that are read here; which are there depends on the browser. */
interface Report {
  readonly id: string;
  readonly type: string;
  readonly timestamp: number;
  readonly mid?: string;
  readonly codecId?: string;
  readonly mimeType?: string;
  readonly remoteId?: string;
  readonly bytesSent?: number;
  readonly bytesReceived?: number;
  readonly packetsSent?: number;
  readonly packetsReceived?: number;
  readonly packetsLost?: number;
  readonly framesPerSecond?: number;
  readonly frameWidth?: number;
  readonly frameHeight?: number;
}

const names = ['audio', 'video', 'presentation'] as const;

export function statisticsOf(
  reports: RTCStatsReport, lines: readonly RTCRtpTransceiver[], last: Sample | undefined,
): { statistics: MediaStatistics; sample: Sample } {
  const all = new Map<string, Report>();
  reports.forEach((report: Report) => all.set(report.id, report));
  const sample = new Map<string, { at: number; bytes: number; packets: number; lost: number }>();
  const incoming: Record<string, LineStatistics> = {};
  const outgoing: Record<string, LineStatistics> = {};
  for (const report of all.values()) {
    const out = report.type === 'outbound-rtp';
    const name = names[lines.findIndex((line) => line.mid === report.mid)];
    if (!name || (!out && report.type !== 'inbound-rtp')) continue;
    const lost = (out ? all.get(report.remoteId ?? '')?.packetsLost : report.packetsLost) ?? 0;
    const packets = (out ? report.packetsSent : report.packetsReceived) ?? 0;
    const now = { at: report.timestamp, bytes: (out ? report.bytesSent : report.bytesReceived) ?? 0, packets, lost };
    sample.set(report.id, now);
    const before = last?.get(report.id);
    const recent = { packets: packets - (before?.packets ?? 0), lost: lost - (before?.lost ?? 0) };
    const seconds = before ? (now.at - before.at) / 1000 : 0;
    (out ? outgoing : incoming)[name] = {
      [out ? 'packets-sent' : 'packets-received']: packets,
      'packets-lost': lost,
      'percentage-lost': percentage(lost, packets),
      'percentage-lost-recent': percentage(recent.lost, recent.packets),
      bitrate: before && seconds > 0 ? `${Math.round(((now.bytes - before.bytes) * 8) / seconds / 1000)}kbps` : '0kbps',
      codec: all.get(report.codecId ?? '')?.mimeType?.replace(/^.*\//, '') ?? '',
      ...(report.framesPerSecond === undefined ? {} : { framerate: report.framesPerSecond.toFixed(0) }),
      ...(report.frameWidth ? { resolution: `${report.frameWidth}x${report.frameHeight}` } : {}),
    };
  }
  return { statistics: { incoming, outgoing }, sample };
}

function percentage(lost: number, packets: number): string {
  const all = lost + packets;
  return `${(all > 0 ? (100 * Math.max(0, lost)) / all : 0).toFixed(1)}%`;
}
