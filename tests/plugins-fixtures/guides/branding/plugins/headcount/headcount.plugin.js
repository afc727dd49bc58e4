(function () {
  var state$ = window.PEX.pluginAPI.createNewState({ label: 'Nobody' });

  function load(participants$) {
    participants$.subscribe(function (people) {
      state$.next({ label: people.filter(function (one) { return one.muted; }).length + ' muted' });
    });
  }

  function press() {}
  function unload() {}

  PEX.pluginAPI.registerPlugin({ id: 'headcount', load: load, unload: unload, press: press, state$: state$ });
})();
