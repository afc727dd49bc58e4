export type { JoinWish, MediaWish } from './join';
export type { Connection, Departure, MeetingState, Problem } from './state';
