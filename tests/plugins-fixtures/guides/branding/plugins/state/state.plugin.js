(function () {
  var state$ = window.PEX.pluginAPI.createNewState({});

  function load(participants$, conferenceDetails$) {
    conferenceDetails$.subscribe(function (conference) {
      state$.next(conference.locked ? { icon: 'shut.svg#shut', label: 'The door is shut' } : { icon: 'open.svg#open', label: 'The door is open' });
    });
  }

  function press() {}
  function unload() {}

  PEX.pluginAPI.registerPlugin({ id: 'state', load: load, unload: unload, press: press, state$: state$ });
})();
