import type { PexRTC } from '@plenum/pexrtc';

type MediaStatistics = ReturnType<PexRTC['getMediaStatistics']>;

/** One measured stream as a table shows it; empty where nothing was measured. */
export interface StatisticsLine {
  readonly way: 'incoming' | 'outgoing';
  readonly kind: 'audio' | 'video' | 'presentation';
  readonly codec: string;
  readonly bitrate: string;
  readonly lost: string;
  readonly picture: string;
}

const ways = ['incoming', 'outgoing'] as const;
const kinds = ['audio', 'video', 'presentation'] as const;

export function linesOf(statistics: MediaStatistics): readonly StatisticsLine[] {
  return ways.flatMap((way) =>
    kinds.flatMap((kind): StatisticsLine[] => {
      const line = statistics[way][kind];
      if (!line) return [];
      const picture = [line.resolution?.replace('x', ' × '), line.framerate && `${line.framerate} fps`].filter(Boolean).join(', ');
      return [{ way, kind, codec: line.codec, bitrate: line.bitrate.replace(/kbps$/, ' kbit/s'), lost: line['percentage-lost-recent'], picture }];
    }),
  );
}
