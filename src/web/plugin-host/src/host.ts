import { BehaviorSubject, distinctUntilChanged, map, type Observable, type Subscription } from 'rxjs';
import type { Conference, Participant } from '@plenum/plugin-types';
import type { PluginProblem } from './branding/problem';
import { hearBlocked, unnamed } from './blocked';
import { findPackage, readCatalogue } from './branding/library';
import { createContainment, mixedContent } from './containment/containment';
import type { Fault } from './containment/fault';
import { natives } from './containment/natives';
import type { Owner } from './containment/owner';
import type { Resident } from './containment/resident';
import { createDialogs, type OpenDialog } from './dialogs/dialogs';
import { actionNames } from './face/actions';
import { createFace } from './face/face';
import type { Ground } from './ground';
import { createFarewell } from './life/farewell';
import { judge } from './life/gate';
import { Plugin } from './life/plugin';
import { createRunner } from './life/running';
import type { PluginSeen } from './life/seen';
import { watched } from './life/watched';
import { createWishes } from './life/wishes';
import { createIcons } from './menus/icons';
import { createMenuBoard, type Menus } from './menus/menus';
import { createStartPatience, waitFor, type StartPatience } from './patience';
import type { Backends, MeetingSeen, Sources } from './seams';
import { browserSources, integrityOf } from './sources';
import { PluginStream } from './streams/plugin-stream';

export interface PluginHostOptions {
  readonly meeting: MeetingSeen;
  /** The page's base address, below which the branding lies. */
  readonly base: string;
  readonly queryParams: () => Readonly<Record<string, string>>;
  readonly memory: Storage;
  readonly platform?: string;
  readonly sources?: Sources;
  /** What the server has in store of plugins' scripts, by their path in the branding: `sha384-…`. */
  readonly integrity?: Readonly<Record<string, string>>;
  /** How long a join waits for plugins, from their list to their `load`, in milliseconds. */
  readonly startDeadline?: number;
  /** How long plugins stay after the meeting was left, in milliseconds; longer while they show a dialog that they opened then. */
  readonly farewell?: number;
  readonly container?: () => HTMLElement;
  readonly closeText?: string;
  /** The channels to scripts on the server, where there are such. */
  readonly backends?: Backends;
  /** Shows the app's way into another conference. */
  readonly invite?: (conference: string, pin: string | undefined) => void;
}

/** Runs the plugins of a branding in this page: what the app shows of them, and what it can ask for. */
export interface PluginHost {
  readonly plugins$: Observable<readonly PluginSeen[]>;
  /** What is wrong with the list of plugins itself. */
  readonly problems$: Observable<readonly PluginProblem[]>;
  readonly menus$: Observable<Menus>;
  readonly dialogs$: Observable<readonly OpenDialog[]>;
  readonly faults$: Observable<Fault>;
  /** True while the user wants no plugins at all. */
  readonly without$: Observable<boolean>;
  /** Known once it has looked: the page before this one ended without a word while plugins ran, and none can be named for it. */
  readonly stoodStill: boolean;
  readonly ground: Ground;
  look(): Promise<void>;
  /** Loads what this user may and wants to use; to be awaited before the connect is announced. */
  load(): Promise<void>;
  unload(): void;
  enable(id: string): void;
  disable(id: string): void;
  startWithout(): void;
  startWith(): void;
  /** Takes everything back that was put into the page. */
  stop(): void;
}

export function createPluginHost(options: PluginHostOptions): PluginHost {
  const { meeting, base, memory, platform = 'web', startDeadline = 4000, farewell: longestFarewell = 2000 } = options;
  const sources = options.sources ?? browserSources(document, integrityOf(base, options.integrity ?? {}));
  const wishes = createWishes(memory);
  const plugins$ = new BehaviorSubject<readonly PluginSeen[]>([]);
  const problems$ = new BehaviorSubject<readonly PluginProblem[]>([]);
  const without$ = new BehaviorSubject(wishes.without);
  const plugins: Plugin[] = [];
  let looked: Promise<void> | null = null;
  let joined = false;
  let role: 'chair' | 'guest' | null = null;
  let people: readonly Participant[] = [];
  let conference: Conference | null = null;
  let watching: Subscription | null = null;
  let telling = false;

  const tell = () => {
    if (telling || !plugins$.observed) return;
    telling = true;
    natives.queueMicrotask(() => {
      telling = false;
      seeAll();
    });
  };
  const seeAll = () => plugins$.next(plugins.map((plugin) => plugin.seen(isEnabled(plugin))));
  const isEnabled = (plugin: Plugin) => (plugin.pack.allowUnload ? (wishes.enabled(plugin.key) ?? plugin.listing.enabled) : plugin.listing.enabled);
  const decide = (plugin: Plugin) => (plugin.verdict = judge(plugin.pack, { joined: joined || farewell.keeps(plugin.boundary), role, platform, without: wishes.without, enabled: isEnabled(plugin), stopped: plugin.stopped }));

  const noteProblem = (text: string) => problems$.next([...problems$.value.filter((known) => known.text !== text), { text }]);
  // Before containment, which puts every later listener down to a plugin.
  const deaf = hearBlocked(document, (violation) => {
    const plugin = residentOf(containment.ownerOf(violation.target, violation.source, violation.site));
    if (plugin) keptFrom(plugin, violation.directive, violation.site, violation.enforced);
    else if (violation.enforced) noteProblem(unnamed(violation));
  });
  const containment = createContainment({
    page: window, memory, call: () => meeting.pexrtc, inside: () => joined,
    mixed(owner, site) {
      const plugin = residentOf(owner);
      if (plugin) keptFrom(plugin, mixedContent, site, true);
    },
  });
  /** Its user is told, and the administrator, who also wants to know what would be blocked where the policy only reports. */
  const keptFrom = (plugin: Resident, directive: string, site: string, enforced: boolean) => {
    if (enforced) plugin.keptFrom(site, directive === mixedContent ? 'mixed' : 'policy');
    containment.reportKept({ ...plugin.named, directive, blocked: site });
  };
  const dialogs = createDialogs({
    claim: containment.own,
    ...(options.container && { container: options.container }), ...(options.closeText && { closeText: options.closeText }),
  });
  const farewell = createFarewell({ milliseconds: longestFarewell, dialogs$: dialogs.open$, changed: () => void reconcile() });
  // Heard before plugins hear it: what they open then is their good-bye.
  const left = meeting.actions$.subscribe(({ type }) => {
    if (type === actionNames['DISCONNECT_SUCCESS']) for (const { boundary } of plugins) dialogs.dismiss(boundary);
  });
  const icons = createIcons(base, (url) => sources.read(url).catch(() => null), () => board.changed());
  const board = createMenuBoard(() => plugins.filter((plugin) => plugin.loaded).map((plugin) => plugin.contribution), icons);
  const runner = createRunner({
    sources, attribution: containment.attribution, deadline: startDeadline, changed: tell,
    wanted: (plugin) => joined && plugin.verdict === 'run',
    aroundScript: (plugin) => containment.aroundScript(plugin),
  });
  const pluginOf = (owner: Owner | null) => plugins.find((plugin) => plugin.boundary === owner);
  const guests = new Set<Resident>();
  const residentOf = (owner: Owner | null): Resident | undefined => pluginOf(owner) ?? [...guests].find((guest) => guest.boundary === owner);

  const quit = (plugin: Plugin) => {
    if (!plugin.boundary.open && !plugin.loaded) return;
    dialogs.dismiss(plugin.boundary);
    plugin.unload();
    plugin.leftOver = containment.clean(plugin.boundary);
    tell();
  };

  let turn: Promise<unknown> = Promise.resolve();
  /** Brings every plugin to where it should be now. Sources run one at a time, whoever wants them to. */
  const reconcile = async (patience = createStartPatience(startDeadline)): Promise<void> => {
    for (const plugin of plugins) if (decide(plugin) !== 'run') quit(plugin);
    tell();
    const begun = turn.then(() => runner.start(plugins.filter((plugin) => joined && plugin.verdict === 'run' && !plugin.loaded), patience.files));
    turn = begun;
    await waitFor(begun.then(({ settled }) => settled), patience.whole);
  };

  const face = createFace({
    page: window, meeting, dialogs, containment, pluginOf,
    queryParams: options.queryParams,
    find: (id) =>
      plugins.find((plugin) => plugin.pack.id === id) ?? plugins.find((plugin) => plugin.listing.id === id) ?? plugins.find((plugin) => plugin.registered?.id === id),
    noteProblem,
    backends: options.backends ?? (() => null),
    invite: options.invite ?? (() => undefined),
    registered: (plugin) => runner.registered(plugin),
    menusChanged: () => board.changed(),
  });

  const adopt = (key: string, listing: Plugin['listing']): Plugin =>
    new Plugin(listing, key, {
      spendingOf: (plugin) => containment.spendingFor(plugin),
      boundaryOf: (plugin, spending) => containment.boundaryFor(plugin, spending),
      changed: tell,
      menusChanged: () => board.changed(),
      faulted(plugin, fault) {
        containment.report(fault);
        if (plugin.stopped) natives.queueMicrotask(() => void reconcile());
        tell();
      },
      argumentsFor(entry, uuid) {
        if (entry.place === 'toolbar') return [people, conference];
        if (entry.place === 'conference') return [conference];
        const one = people.find((participant) => participant.uuid === uuid);
        return one ? [one] : null;
      },
      streamsFor: (plugin) => [
        PluginStream.of(meeting.participants$, () => plugin.boundary, 'subscription to participants$'),
        PluginStream.of(meeting.conferenceDetails$, () => plugin.boundary, 'subscription to conferenceDetails$'),
      ],
    });

  const look = async (): Promise<void> => {
    const patience = createStartPatience(startDeadline).files;
    const catalogue = await readCatalogue(sources, base, patience);
    problems$.next(catalogue.problems);
    if (!catalogue.read) looked = null;
    const keys = new Set<string>();
    for (const listing of catalogue.listings) {
      const key = keys.has(listing.id) ? `${listing.id} ${listing.srcURL}` : listing.id;
      keys.add(key);
      plugins.push(adopt(key, listing));
    }
    for (const { plugin, entry } of await containment.culprits()) wishes.blame(plugin, entry);
    await Promise.all(
      plugins.map(async (plugin) => {
        const found = await findPackage(sources, base, plugin.listing, patience);
        for (const { text, ...where } of found.problems) plugin.note(text, where);
        if (found.pack) Object.assign(plugin, { pack: found.pack, folder: found.folder, scriptUrl: found.script });
        else plugin.failure = found.problems.at(-1)?.text ?? 'The package file cannot be used';
        const hung = wishes.hung(plugin.key);
        if (hung !== null) containment.blame(plugin, hung);
        decide(plugin);
      }),
    );
    tell();
  };

  const begin = (patience: StartPatience): Promise<void> => {
    // Somebody may have left while files were looked for.
    if (!joined) return Promise.resolve();
    containment.guard(meeting.pexrtc);
    containment.tellWhatWaits();
    watching?.unsubscribe();
    watching = meeting.participants$.subscribe((now) => (people = now));
    watching.add(meeting.conferenceDetails$.subscribe((now) => (conference = now)));
    let first = true;
    watching.add(
      meeting.me$.pipe(map((me) => me?.role ?? null), distinctUntilChanged()).subscribe((now) => {
        role = now ?? role;
        if (!first) void reconcile();
      }),
    );
    first = false;
    return reconcile(patience);
  };

  const begone = () => {
    farewell.end();
    for (const plugin of plugins) if (decide(plugin) !== 'run') quit(plugin);
  };

  const host: PluginHost = {
    plugins$: watched(plugins$, seeAll), problems$, without$, menus$: board.menus$, dialogs$: dialogs.open$, faults$: containment.faults$,
    get stoodStill() {
      return containment.stoodStill;
    },
    ground: { containment, wishes, admit: (guest) => void guests.add(guest) },
    look: () => (looked ??= look()),
    load() {
      const patience = createStartPatience(startDeadline);
      if (!joined) begone();
      joined = true;
      return waitFor(host.look().then(() => begin(patience)), patience.whole);
    },
    unload() {
      joined = false;
      watching?.unsubscribe();
      watching = null;
      farewell.begin();
      void reconcile();
    },
    enable(id) {
      const plugin = plugins.find((one) => one.pack.id === id || one.key === id);
      if (!plugin) return;
      plugin.forgive();
      wishes.forgive(plugin.key);
      if (plugin.pack.allowUnload) wishes.enable(plugin.key, true);
      void reconcile();
    },
    disable(id) {
      const plugin = plugins.find((one) => one.pack.id === id || one.key === id);
      if (!plugin?.pack.allowUnload) return;
      wishes.enable(plugin.key, false);
      void reconcile();
    },
    startWithout() {
      without$.next((wishes.without = true));
      void reconcile();
    },
    startWith() {
      without$.next((wishes.without = false));
      void reconcile();
    },
    stop() {
      host.unload();
      begone();
      left.unsubscribe();
      face.stop();
      containment.stop();
      deaf();
    },
  };
  return host;
}
