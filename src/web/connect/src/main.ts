import { mount } from 'svelte';
import './styles/tokens.css';
import './styles/ground.css';
import './styles/app.css';
import App from './App.svelte';
import { OwnMedia } from './devices/own.svelte';
import { arrive } from './joining/routing.svelte';
import { Session } from './joining/session.svelte';
import { meetingWithPlugins } from './plugins/running';
import { addOwnPages } from './settings/own-pages';

// Before anything else: the PIN must be off the address when others read it.
arrive();
addOwnPages();

const target = document.getElementById('app');
if (target) {
  const session = new Session(meetingWithPlugins(), new OwnMedia());
  target.replaceChildren();
  mount(App, { target, props: { session } });
}
