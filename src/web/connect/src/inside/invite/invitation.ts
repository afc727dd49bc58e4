/** Where an invitation leads and what belongs to it. PINs are never part of an address. */
export interface Invitation {
  readonly link: string;
  readonly qr: string;
  readonly calendar: string;
}

/** `node` is the server that the meeting is on, where that is not the page's own. */
export function invitationOf(alias: string, origin: string, node: string | undefined): Invitation {
  const name = encodeURIComponent(alias);
  return {
    link: `${origin}/webapp2/conference/${name}${node ? `?node=${encodeURIComponent(node)}` : ''}`,
    qr: `${origin}/webapp2/invitation/${name}/qr.svg`,
    calendar: `${origin}/webapp2/invitation/${name}/meeting.ics`,
  };
}

/** An address that opens a new mail. Lines end as mail wants them. */
export function mailTo(subject: string, text: string): string {
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replace(/\r?\n/g, '\r\n'))}`;
}

/** The PIN that this host typed; guests have none to pass on, and `none` is not one. */
export function pinToShare(pin: string | undefined, host: boolean): string | null {
  return host && pin !== undefined && pin !== '' && pin !== 'none' ? pin : null;
}
