import { firstValueFrom } from 'rxjs';
import type { Meeting } from '@plenum/meeting';
import { t } from '../../words/words.svelte';
import { attendanceTable } from './attendance';
import { conversationTable, conversationText, type ConversationWords } from './conversation';
import { save } from './save';
import { fileName } from './times';

/** The conversation as this person saw it, private messages marked, as a file. */
export async function saveConversation(meeting: Meeting, ending: 'txt' | 'csv', now: number = Date.now()): Promise<void> {
  const messages = await firstValueFrom(meeting.messages$);
  const words: ConversationWords = {
    time: t('panel.columnTime'),
    from: t('panel.columnFrom'),
    to: t('panel.columnTo'),
    message: t('panel.columnMessage'),
    everybody: t('panel.everybody'),
    me: t('panel.me'),
    privately: (from, to) => t('panel.fromTo', { from, to }),
  };
  const name = fileName(meetingName(meeting), t('panel.fileChat'), now, ending);
  if (ending === 'txt') save(name, 'text/plain', conversationText(messages, words));
  else save(name, 'text/csv', conversationTable(messages, words));
}

/** Who was here and when, as far as this page saw it. */
export function saveAttendance(meeting: Meeting, now: number = Date.now()): void {
  const words = {
    name: t('panel.columnName'),
    role: t('panel.columnRole'),
    came: t('panel.columnCame'),
    left: t('panel.columnLeft'),
    duration: t('panel.columnDuration'),
    host: t('panel.host'),
    guest: t('panel.guest'),
  };
  save(fileName(meetingName(meeting), t('panel.fileAttendance'), now, 'csv'), 'text/csv', attendanceTable(meeting.attendance.stays(), words, now));
}

export function meetingName(meeting: Meeting): string {
  return meeting.pexrtc?.conference_name || meeting.wish?.alias || '';
}
