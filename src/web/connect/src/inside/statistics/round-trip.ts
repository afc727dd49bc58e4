import type { Meeting } from '@plenum/meeting';

/** How long the server takes to answer a question that costs it nothing, in milliseconds; null when it does not answer. */
export function roundTrip(meeting: Meeting): Promise<number | null> {
  return new Promise((resolve) => {
    const call = meeting.pexrtc;
    if (!call) return resolve(null);
    const asked = performance.now();
    void call.sendRequest('conference_status', null, (answer: unknown) => resolve(succeeded(answer) ? Math.round(performance.now() - asked) : null), 'GET');
  });
}

function succeeded(answer: unknown): boolean {
  return answer !== null && typeof answer === 'object' && 'status' in answer && answer.status === 'success';
}
