/** Says in an offer what each line is for, and how much video we take. Browsers leave both out. */
export function marked(sdp: string, kilobits: number | null): string {
  const [session = '', ...lines] = sdp.split(/(?=^m=)/m);
  return session + lines.map((line, index) => {
    const content = `a=content:${index === 2 ? 'slides' : 'main'}\r\n`;
    const limit = kilobits && line.startsWith('m=video') ? `b=AS:${kilobits}\r\nb=TIAS:${kilobits * 1000}\r\n` : '';
    // A bandwidth stands behind the connection line and before the attributes.
    return line.replace(/^(m=.*\r\n(?:[ic]=.*\r\n)*)/, `$1${limit}`) + content;
  }).join('');
}

/** The keys that both ends proved to hold: the same on both, whoever looks. */
export function fingerprints(pc: RTCPeerConnection): string {
  const of = (sdp: string | undefined): string => /^a=fingerprint:\S+ (\S+)/m.exec(sdp ?? '')?.[1] ?? '';
  return [of(pc.localDescription?.sdp), of(pc.remoteDescription?.sdp)].sort().join('');
}
