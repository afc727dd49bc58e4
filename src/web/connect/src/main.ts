import { mount } from 'svelte';
import './styles/tokens.css';
import './styles/ground.css';
import './styles/app.css';
import { looksFor } from './styles/looks.svelte';
import { wear } from './styles/theme';
import { speak } from './words/words.svelte';
import App from './App.svelte';
import { OwnMedia } from './devices/own.svelte';
import { arrive, wishes } from './joining/routing.svelte';
import { comeBack, Session } from './joining/session.svelte';
import { resume } from './joining/trail';
import { meetingWithPlugins } from './plugins/running';
import { addOwnPages } from './settings/own-pages';

// Before anything else: the PIN must be off the address when others read it.
arrive();
resume();
comeBack();
addOwnPages();

const looks = looksFor(wishes(), navigator.languages);
wear(looks.theme());
const target = document.getElementById('app');
if (target) {
  // The first words are the right ones already. Without them, English ones are better than none.
  await speak(looks.language()).catch(() => speak('en'));
  const session = new Session(meetingWithPlugins(), new OwnMedia());
  target.replaceChildren();
  mount(App, { target, props: { session, looks } });
}
